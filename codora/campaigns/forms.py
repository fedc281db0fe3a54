"""What a host says."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from codora.campaigns.models import Audience, HostedHour
from codora.campaigns.queries import Shown
from codora.core.languages import interface_languages, native_name, shown_language
from codora.core.templatetags.figure_tags import days_between
from codora.places.queries import country_choices

MOST_PARTICIPANTS = 2000
AUDIENCE_OF = {
    "school": Audience.SCHOOLS,
    "library": Audience.FREE_TIME,
    "club": Audience.FREE_TIME,
    "business": Audience.WORK,
}


def language_choices() -> list[tuple[str, str]]:
    return [(code, native_name(code)) for code in interface_languages()]


class HostForm(forms.Form):
    """An hour within the days of the edition where the host is; `cleaned_data` has `starts_at`, too."""

    kind = forms.ChoiceField(label=_("Who invites?"), choices=[("", "–"), *HostedHour.Kind.choices])
    place = forms.CharField(
        label=_("Where?"),
        max_length=120,
        help_text=_("Name of the school or other place, and its town. Only we see it."),
    )
    country = forms.ChoiceField(
        label=_("Country"), choices=lambda: [("", "–"), *country_choices(shown_language())]
    )
    date = forms.DateField(label=_("Day"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    time = forms.TimeField(
        label=_("Begin"),
        help_text=_("As clocks show it there."),
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    participants = forms.IntegerField(
        label=_("How many people do you expect?"), min_value=1, max_value=MOST_PARTICIPANTS
    )
    contact = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("Nobody else sees it. We delete it 60 days after the campaign."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    language = forms.ChoiceField(
        label=_("Language of our mails"),
        choices=language_choices,
        initial=shown_language,
    )

    def __init__(self, shown: Shown, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._shown = shown
        first, last = shown.edition.span
        self.fields["date"].widget.attrs |= {"min": first.isoformat(), "max": last.isoformat()}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if {"kind", "country", "date", "time"} <= data.keys():
            data["starts_at"] = self._begin(data)
        return data

    def _begin(self, data: dict[str, Any]) -> datetime | None:
        calendar = self._shown.calendar
        period = calendar.period_for(data["country"], AUDIENCE_OF.get(data["kind"], ""))
        if not period.first_day <= data["date"] <= period.last_day:
            days = days_between(period.first_day, period.last_day)
            # Translators: days is something like “1 May – 7 May 2027”
            self.add_error(
                "date", gettext("For you the campaign is on these days: %(days)s.") % {"days": days}
            )
            return None
        begin = datetime.combine(data["date"], data["time"], calendar.zone_of(data["country"]))
        if begin < timezone.now():
            self.add_error("date", gettext("This moment is over. Choose a later one."))
        return begin
