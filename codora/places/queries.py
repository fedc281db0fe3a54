"""Reading places."""

from codora.core.languages import babel_locale
from codora.places.models import Country


def country_name(code: str, language: str) -> str:
    """The country's name in this language: `country_name("EE", "de")` is Estland."""
    return babel_locale(language).territories.get(code) or code


def country_choices(language: str) -> list[tuple[str, str]]:
    """(code, name) of each country that is loaded, by name in this language."""
    codes = Country.objects.values_list("code", flat=True)
    return sorted(((code, country_name(code, language)) for code in codes), key=lambda choice: choice[1])


def country_zones() -> dict[str, str]:
    """Code → IANA name of the time zone, of each country that is loaded."""
    return dict(Country.objects.values_list("code", "zone"))
