"""Reading places."""

from babel import Locale, UnknownLocaleError

from codora.core.languages import ENGLISH


def country_name(code: str, language: str) -> str:
    """The country's name in this language: `country_name("EE", "de")` is Estland."""
    try:
        locale = Locale.parse(language)
    except UnknownLocaleError:
        locale = Locale.parse(ENGLISH)
    return locale.territories.get(code) or code
