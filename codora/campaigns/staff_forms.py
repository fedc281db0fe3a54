"""What staff say of campaigns."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from codora.campaigns.models import Campaign
from codora.core.languages import ENGLISH
from codora.places.queries import country_name


class CampaignForm(WagtailAdminModelForm):
    """English stands in for each language that a campaign lacks, so nothing is published without it."""

    def is_valid(self) -> bool:
        is_valid: bool = super().is_valid()
        if is_valid and self.cleaned_data["is_published"] and ENGLISH not in self._languages():
            reason = _("Write the English texts first: they are shown in every language that has none yet.")
            self.add_error("is_published", ValidationError(reason))
            return False
        return is_valid

    def _languages(self) -> set[str]:
        texts = self.formsets["texts"].forms
        kept = (form.cleaned_data for form in texts if not form.cleaned_data.get("DELETE"))
        return {data["language"] for data in kept if "language" in data}


class CampaignSelect(forms.Select):
    """Campaigns by name instead of address."""

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        campaign: Campaign | None = getattr(value, "instance", None)
        return super().create_option(name, value, campaign.name() if campaign else label, *args, **kwargs)


class CountrySelect(forms.Select):
    """Countries by name instead of code."""

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        shown = country_name(str(value), get_language() or ENGLISH) if value else label
        return super().create_option(name, value, shown, *args, **kwargs)
