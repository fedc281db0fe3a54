"""For whom documents are made, and in which language."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from codora.campaigns.forms import language_choices
from codora.campaigns.phases import Period
from codora.campaigns.queries import Row, Shown
from codora.campaigns.toolkit.documents import KINDS
from codora.campaigns.toolkit.logos import MAX_SIDE, Logo, prepare_logo
from codora.core.languages import shown_language
from codora.core.templatetags.figure_tags import days_between
from codora.core.uploads import LogoField
from codora.credentials.forms import MAX_NAME, printable_name

ALL = "all"
"""The button for every document of the toolkit."""
SOCIAL = "social"
"""The button for all pictures for social media."""
SHOW = "show"
"""The button that shows the previews in the chosen language."""


class ToolkitForm(forms.Form):
    """Name and logo are printed and not kept. `days` is there only where not all have the same."""

    language = forms.ChoiceField(
        label=_("Language of the documents"), choices=language_choices, initial=shown_language
    )
    days = forms.ChoiceField(label=_("Days"), required=False)
    host = forms.CharField(
        label=_("Name of your school, club or company"),
        help_text=_("May stay empty. It is printed and not kept."),
        required=False,
        strip=False,
        widget=forms.TextInput({"maxlength": MAX_NAME, "autocomplete": "organization"}),
    )
    logo = LogoField(
        max_side=MAX_SIDE,
        label=_("Your logo"),
        help_text=_("PNG, JPEG or WebP, at most 2 MB. May stay empty. It is printed and not kept."),
    )
    document = forms.ChoiceField(choices=[(kind, kind) for kind in (*KINDS, SOCIAL, ALL, SHOW)])

    def __init__(self, shown: Shown, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rows = shown.rows
        if len(self._rows) > 1:
            self.fields["days"].choices = [  # type: ignore[attr-defined]
                (str(index), _days_of(row)) for index, row in enumerate(self._rows)
            ]
        else:
            del self.fields["days"]

    def clean_host(self) -> str:
        return printable_name(self.cleaned_data["host"])

    def clean_logo(self) -> Logo | None:
        picture = self.cleaned_data["logo"]
        return prepare_logo(picture) if picture else None

    @property
    def wants_previews(self) -> bool:
        return bool(self.cleaned_data["document"] == SHOW)

    @property
    def general(self) -> Period:
        """The days of all who have no others."""
        return self._rows[0].period

    @property
    def period(self) -> Period:
        return self._rows[int(self.cleaned_data.get("days") or 0)].period

    @property
    def kinds(self) -> list[str]:
        """Those that the pressed button asks for."""
        document = self.cleaned_data["document"]
        if document == SOCIAL:
            return [name for name in KINDS if name.startswith(SOCIAL)]
        return list(KINDS) if document == ALL else [document]


def _days_of(row: Row) -> str:
    who = row.who or _("Everywhere, for all")
    return f"{who}: {days_between(row.period.first_day, row.period.last_day)}"
