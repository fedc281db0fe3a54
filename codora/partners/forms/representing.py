"""What a representative says of the partner."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from codora.core.languages import shown_language
from codora.core.uploads import LogoField
from codora.partners.forms.joining import spoken_languages
from codora.partners.models import Contribution, Kind, Partner, PartnerText
from codora.places.queries import country_choices

FACTS = ("name", "kind", "website", "contributions", "languages", "logo_text")
WORDS = ("does", "about")


class PartnerForm(forms.Form):
    """Facts of a partner, and its words in one language. `filled_in` gives the partner with all of it."""

    name = forms.CharField(label=_("Name of your organisation"), max_length=120)
    does = forms.CharField(
        label=_("What you do, in one sentence"),
        help_text=_("What others get from you. It stands first. At most 200 characters."),
        max_length=200,
        widget=forms.Textarea({"rows": 3}),
    )
    about = forms.CharField(
        label=_("More about it"),
        help_text=_("May stay empty. Empty lines part the paragraphs. At most 2,000 characters."),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 7}),
    )
    contributions = forms.MultipleChoiceField(
        label=_("What you contribute"), choices=Contribution, widget=forms.CheckboxSelectMultiple
    )
    kind = forms.ChoiceField(label=_("What are you?"), choices=Kind)
    country = forms.ChoiceField(label=_("Country"), choices=lambda: country_choices(shown_language()))
    languages = forms.MultipleChoiceField(
        label=_("Languages in which you work"), choices=spoken_languages, widget=forms.CheckboxSelectMultiple
    )
    website = forms.URLField(
        label=_("Website"),
        help_text=_("May stay empty."),
        max_length=200,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput({"placeholder": "https://"}),
    )
    logo = LogoField()
    without_logo = forms.BooleanField(label=_("Take the logo away"), required=False)
    logo_text = forms.CharField(
        label=_("What the logo says"),
        help_text=_("For those who cannot see it. Empty: the name of your organisation."),
        max_length=120,
        required=False,
    )

    def __init__(self, partner: Partner, language: str, data: Any = None, files: Any = None) -> None:
        self._partner, self._language = partner, language
        text = _text_of(partner, language) or PartnerText()
        initial = {name: getattr(partner, name) for name in FACTS} | {"country": partner.country_id}
        initial |= {name: getattr(text, name) for name in WORDS}
        super().__init__(data, files, initial=initial)
        if not partner.logo:
            del self.fields["without_logo"]

    def filled_in(self) -> Partner:
        """The partner in memory, as it was typed. A new logo is in the storage by then."""
        data, partner = self.cleaned_data, self._partner
        for name in FACTS:
            setattr(partner, name, data[name])
        partner.country_id = data["country"]
        if data["logo"]:
            partner.take_logo(data["logo"])
        elif data.get("without_logo"):
            partner.logo = ""
        others = [each for each in partner.texts.all() if each.language != self._language]
        text = _text_of(partner, self._language) or PartnerText(language=self._language)
        text.does, text.about = data["does"], data["about"]
        partner.texts = [*others, text]
        return partner


def _text_of(partner: Partner, language: str) -> PartnerText | None:
    return next((text for text in partner.texts.all() if text.language == language), None)
