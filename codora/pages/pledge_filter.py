"""What visitors of the list of pledges choose."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from codora.campaigns.pledges.models import Standing, Unit
from codora.campaigns.pledges.queries import countries_with_pledges
from codora.core.languages import shown_language
from codora.insights.pledges import PledgeFilters
from codora.partners.models import Kind
from codora.places.queries import country_name

ANY = ("", pgettext_lazy("filter", "Any"))
HIGHEST_PAGE = 10_000


def _countries() -> list[tuple[str, str]]:
    names = ((code, country_name(code, shown_language())) for code in countries_with_pledges())
    return sorted(names, key=lambda each: each[1])


class PledgeFilter(forms.Form):
    """The filters as they stand in the URL. What makes no sense there filters nothing."""

    state = forms.ChoiceField(
        # Translators: filter of pledges: on the way, met, overdue
        label=pgettext_lazy("pledge", "Where it stands"),
        required=False,
        widget=forms.RadioSelect,
        choices=[ANY, *Standing.choices],
    )
    unit = forms.ChoiceField(
        # Translators: filter of pledges: teachers trained, devices given …
        label=pgettext_lazy("pledge", "What is counted"),
        required=False,
        choices=[ANY, *Unit.choices],
    )
    kind = forms.ChoiceField(label=_("Who pledges"), required=False, choices=[ANY, *Kind.choices])
    country = forms.ChoiceField(label=_("Country"), required=False, choices=lambda: [ANY, *_countries()])
    page = forms.IntegerField(required=False, min_value=1, max_value=HIGHEST_PAGE, widget=forms.HiddenInput)

    @property
    def chosen(self) -> PledgeFilters:
        names = ("state", "unit", "kind", "country")
        return PledgeFilters(**{name: self._valid.get(name, "") for name in names})

    @property
    def is_filtered(self) -> bool:
        return self.chosen != PledgeFilters()

    @property
    def page_number(self) -> int:
        return self._valid.get("page") or 1

    @property
    def _valid(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data
