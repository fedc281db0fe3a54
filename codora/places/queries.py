"""Reading places."""

from codora.core.languages import babel_locale


def country_name(code: str, language: str) -> str:
    """The country's name in this language: `country_name("EE", "de")` is Estland."""
    return babel_locale(language).territories.get(code) or code
