"""What visitors tell us."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MAX_PROBLEM, MAX_PAGE = 3000, 300
OWN_PATH = re.compile(r"/(?![/\\])[^\\]*")
REQUIRED = _("Tell us what the problem was.")
NO_ADDRESS = _("This is no mail address. It looks like name@example.org.")


class BarrierForm(forms.Form):
    """`is_from_machine`: somebody filled in the field that people do not see."""

    problem = forms.CharField(
        label=_("What was the problem?"),
        help_text=_("What did you want to do, and what stopped you? Name your device or aid if it matters."),
        max_length=MAX_PROBLEM,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": REQUIRED},
    )
    page = forms.CharField(
        label=_("On which page? (optional)"),
        help_text=_("Its address or name."),
        max_length=MAX_PAGE,
        required=False,
    )
    contact = forms.EmailField(
        label=_("Your e-mail address (optional)"),
        help_text=_("Only for our answer. We delete it as soon as we have answered, or after 12 months."),
        required=False,
        error_messages={"invalid": NO_ADDRESS},
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    nickname = forms.CharField(
        label=_("Leave this field empty"), required=False, widget=forms.TextInput({"autocomplete": "off"})
    )

    def clean_page(self) -> str:
        return " ".join(str(self.cleaned_data["page"]).split())

    @property
    def is_from_machine(self) -> bool:
        return bool(self.cleaned_data["nickname"])

    @property
    def report(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("problem", "page", "contact")}


def own_path(given: str) -> str:
    """An address on this site, or nothing: no link from elsewhere puts words into the form."""
    is_own = OWN_PATH.fullmatch(given) and given.isprintable()
    return given if is_own and len(given) <= MAX_PAGE else ""
