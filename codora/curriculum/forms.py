"""What visitors choose."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

AGES = {"4-6": (4, 6), "7-10": (7, 10), "11-14": (11, 14), "15-18": (15, 18), "adult": (19, 120)}

# Translators: filter of activities; the choice that filters nothing
ANY = ("", _("Any"))


class ActivityFilter(forms.Form):
    """The filters of the catalogue, as they stand in its URL. What makes no sense there filters nothing."""

    age = forms.ChoiceField(
        label=_("Age"),
        required=False,
        widget=forms.RadioSelect,
        choices=[
            ANY,
            ("4-6", _("4 to 6")),
            ("7-10", _("7 to 10")),
            ("11-14", _("11 to 14")),
            ("15-18", _("15 to 18")),
            ("adult", _("Adult")),
        ],
    )
    minutes = forms.ChoiceField(
        # Translators: how much time there is for an activity
        label=_("Time"),
        required=False,
        widget=forms.RadioSelect,
        choices=[ANY, ("30", _("30 min")), ("45", _("45 min")), ("60", _("60 min"))],
    )
    device = forms.ChoiceField(
        # Translators: label of a choice of devices: computer, tablet …
        label=_("You have"),
        required=False,
        widget=forms.RadioSelect,
        choices=[
            ANY,
            ("computer", _("Computer")),
            ("tablet", _("Tablet")),
            ("phone", _("Phone")),
            ("paper", _("No computer")),
        ],
    )
    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=lambda: [ANY, *settings.LANGUAGES]
    )

    @property
    def is_filtered(self) -> bool:
        return any(self.chosen().values())

    def chosen(self) -> dict[str, Any]:
        """Arguments for queries.activities_matching; valid values only."""
        self.is_valid()
        data = self.cleaned_data
        return {
            "ages": AGES.get(data.get("age", "")),
            "minutes": int(data["minutes"]) if data.get("minutes") else None,
            "device": data.get("device", ""),
            "language": data.get("language", ""),
        }
