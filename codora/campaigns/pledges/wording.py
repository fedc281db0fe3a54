"""Pledges in words."""

from django.utils.translation import gettext as _

from codora.campaigns.pledges.models import Pledge
from codora.core.languages import shown_language
from codora.places.queries import country_name


def where(pledge: Pledge) -> str:
    """Its countries by name, or that it is for all of Europe."""
    names = sorted(country_name(country.pk, shown_language()) for country in pledge.countries.all())
    return ", ".join(names) or _("All of Europe")
