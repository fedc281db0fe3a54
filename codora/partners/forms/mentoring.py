"""What somebody says who offers to mentor, or asks for a mentor."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from codora.core.languages import shown_language
from codora.partners.forms.joining import spoken_languages
from codora.partners.models import Help, MentorOffer
from codora.places.gazetteer import Place, find_town, similar_towns
from codora.places.queries import country_choices

RADII = (10, 25, 50, 100, 200)
LONGEST_MESSAGE = 1000
DAY_WIDGET = {"type": "date"}


class AdultForm(forms.Form):
    """What both sides say. `values` are what the actions take, but `language` and `proof`."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("In which languages?"),
        choices=spoken_languages,
        widget=forms.CheckboxSelectMultiple,
    )
    country = forms.ChoiceField(
        label=gettext_lazy("Country"), choices=lambda: [("", "–"), *country_choices(shown_language())]
    )
    town = forms.CharField(
        label=gettext_lazy("Town"),
        help_text=gettext_lazy("Yours, or the nearest one with more than 5,000 people. Never a street."),
        max_length=80,
    )
    organisation = forms.CharField(max_length=120, widget=forms.TextInput({"autocomplete": "organization"}))
    person = forms.CharField(
        label=pgettext_lazy("of an adult", "Your name"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address at work"),
        help_text=gettext_lazy("Nobody sees it until both sides have said yes. We write to you there."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    is_adult = forms.BooleanField(
        label=gettext_lazy("I am an adult, and I keep to the rules that protect children."),
        help_text=gettext_lazy(
            "A mentor is never alone with a child; an adult of the school is always there."
        ),
    )

    place: Place
    """Of a valid form."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("country") and data.get("town"):
            self._find_place(data["country"], data["town"])
        return data

    def _find_place(self, country: str, town: str) -> None:
        if place := find_town(country, town):
            self.place = place
        else:
            similar = ", ".join(similar_towns(country, town))
            known = _("We do not know this town. Write the nearest larger one.")
            hint = _("Perhaps: %(towns)s.") % {"towns": similar} if similar else ""
            self.add_error("town", ValidationError(f"{known} {hint}".strip()))

    @property
    def values(self) -> dict[str, Any]:
        """Of a valid form."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "is_adult"}
        values["country_id"] = values.pop("country")
        return values | {"latitude": self.place.latitude, "longitude": self.place.longitude}


class OfferForm(AdultForm):
    help = forms.MultipleChoiceField(
        label=gettext_lazy("What would you like to do?"), choices=Help, widget=forms.CheckboxSelectMultiple
    )
    is_online = forms.BooleanField(label=gettext_lazy("I help online, too."), required=False)
    radius_km = forms.TypedChoiceField(
        label=gettext_lazy("How far do you travel?"),
        coerce=int,
        choices=lambda: [
            (0, _("Not at all: online alone")),
            *((km, _("up to %(number)s km") % {"number": km}) for km in RADII),
        ],
    )
    message = forms.CharField(
        label=gettext_lazy("Who are you, and what can you tell?"),
        help_text=gettext_lazy("The school reads it once you have said yes. At most 1,000 characters."),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 5}),
    )

    field_order = (
        "help",
        "languages",
        "country",
        "town",
        "radius_km",
        "is_online",
        "message",
        "organisation",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].label = _("Your organisation")
        self.fields["organisation"].help_text = _("May stay empty.")
        self.fields["organisation"].required = False

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("is_online") and data.get("radius_km") == 0:
            self.add_error("radius_km", _("Say how far you travel, or that you help online."))
        return data


class OfferChangeForm(OfferForm):
    """The same, of an offer that is there: name, address and consent are known."""

    def __init__(self, offer: MentorOffer, data: Any = None) -> None:
        names = ("help", "languages", "town", "radius_km", "is_online", "message", "organisation")
        initial = {name: getattr(offer, name) for name in names} | {"country": offer.country_id}
        super().__init__(data, initial=initial)
        for name in ("person", "email", "is_adult"):
            del self.fields[name]


class RequestForm(AdultForm):
    help = forms.ChoiceField(label=gettext_lazy("What for?"), choices=[("", "–"), *Help.choices])
    first_day = forms.DateField(label=gettext_lazy("From"), widget=forms.DateInput(DAY_WIDGET))
    last_day = forms.DateField(
        label=gettext_lazy("Until"),
        help_text=gettext_lazy("A day somewhere in between would suit you."),
        widget=forms.DateInput(DAY_WIDGET),
    )
    pupils = forms.IntegerField(label=gettext_lazy("How many learners?"), min_value=1, max_value=2000)
    ages = forms.CharField(
        label=gettext_lazy("How old are they, about?"),
        max_length=40,
        widget=forms.TextInput({"placeholder": "9–10"}),
    )
    is_online = forms.BooleanField(
        label=gettext_lazy("Online is fine, too."),
        help_text=gettext_lazy("More mentors can be asked then."),
        required=False,
    )
    message = forms.CharField(
        label=gettext_lazy("What do you have in mind?"),
        help_text=gettext_lazy(
            "The mentor reads it before they answer. No names of children. At most 1,000 characters."
        ),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 5}),
    )

    field_order = (
        "help",
        "first_day",
        "last_day",
        "pupils",
        "ages",
        "languages",
        "country",
        "town",
        "is_online",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].label = _("School or club")

    def clean_first_day(self) -> Any:
        day = self.cleaned_data["first_day"]
        if day < timezone.localdate():
            raise ValidationError(_("This day is over. Choose one that is to come."))
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day comes before the first."))
        return data
