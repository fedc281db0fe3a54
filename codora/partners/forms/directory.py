"""What visitors of the directory choose."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from codora.core.languages import shown_language
from codora.partners.forms.joining import spoken_languages
from codora.partners.models import Contribution, Kind
from codora.partners.queries.directory import countries_with_partners

ANY = ("", pgettext_lazy("filter", "Any"))
HIGHEST_PAGE = 10_000


class DirectoryFilter(forms.Form):
    """The filters as they stand in the URL. What makes no sense there filters nothing."""

    kind = forms.ChoiceField(
        # Translators: filter of partners: company, association …
        label=pgettext_lazy("of a partner", "Kind"),
        required=False,
        widget=forms.RadioSelect,
        choices=[ANY, *Kind.choices],
    )
    contribution = forms.ChoiceField(
        label=_("What it contributes"), required=False, choices=[ANY, *Contribution.choices]
    )
    country = forms.ChoiceField(
        label=_("Country"), required=False, choices=lambda: [ANY, *countries_with_partners(shown_language())]
    )
    language = forms.ChoiceField(
        label=_("Works in"), required=False, choices=lambda: [ANY, *spoken_languages()]
    )
    q = forms.CharField(
        label=pgettext_lazy("of an organisation", "Name"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )
    page = forms.IntegerField(required=False, min_value=1, max_value=HIGHEST_PAGE, widget=forms.HiddenInput)

    def chosen(self) -> dict[str, str]:
        """Arguments for queries.directory.listed_partners; valid values only."""
        data = self._valid
        names = ("kind", "country", "contribution", "language")
        return {name: data.get(name, "") for name in names} | {"words": data.get("q", "")}

    @property
    def is_filtered(self) -> bool:
        return any(self.chosen().values())

    @property
    def page_number(self) -> int:
        return self._valid.get("page") or 1

    @property
    def _valid(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data
