"""Numbers in templates."""

from babel.numbers import format_decimal
from django import template

from codora.core.languages import babel_locale, shown_language

register = template.Library()


@register.filter
def number(value: int) -> str:
    """With the separators of the shown language: `12345|number` is 12,345 in English, 12.345 in German."""
    return format_decimal(value, locale=babel_locale(shown_language()))


@register.filter
def next_milestone(count: int) -> int:
    """The next of 10, 25, 50, 100, 250, 500, 1000 … above this count."""
    scale = 10
    while True:
        for step in (scale, scale * 5 // 2, scale * 5):
            if count < step:
                return step
        scale *= 10


@register.filter
def minutes_lit(count: int) -> int:
    """How many of a clock's sixty minutes stand for this count on its way to the next milestone."""
    return count * 60 // next_milestone(count)
