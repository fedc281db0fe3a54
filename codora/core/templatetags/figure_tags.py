"""Numbers, days and charts in templates, as the shown language writes them."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from babel.dates import format_date, format_skeleton, format_time, get_datetime_format
from babel.numbers import format_decimal
from django import template
from django.utils import timezone

from codora.core.languages import babel_locale, shown_language

register = template.Library()


@register.filter
def number(value: int) -> str:
    """12345 is 12,345 in English, 12.345 in German."""
    return format_decimal(value, locale=babel_locale(shown_language()))


@register.filter
def day(value: date) -> str:
    """23 November 2026."""
    return format_date(value, format="long", locale=babel_locale(shown_language()))


@register.simple_tag
def days_between(first: date, last: date) -> str:
    """30 November – 13 December 2026; one day alone as that day."""
    locale = babel_locale(shown_language())
    end = format_date(last, format="long", locale=locale)
    if first == last:
        return end
    is_same_year = first.year == last.year
    start = format_skeleton("MMMMd", first, locale=locale) if is_same_year else day(first)
    return f"{start} – {end}"


@register.filter
def clock_time(value: time) -> str:
    """9:00 am, 09:00."""
    return format_time(value, format="short", locale=babel_locale(shown_language()))


@register.filter
def moment(value: datetime) -> str:
    """23 Nov 2026, 14:00, in the site's time zone. Babel's own formats of both have seconds."""
    local = timezone.localtime(value)
    locale = babel_locale(shown_language())
    time = format_time(local, format="short", tzinfo=local.tzinfo, locale=locale)
    pattern = str(get_datetime_format("medium", locale=locale)).replace("'", "")
    return pattern.format(time, format_date(local, format="medium", locale=locale))


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


@dataclass(frozen=True)
class Minute:
    """A tick of a clock face; `angle` in degrees from twelve, every fifth one long."""

    angle: int
    is_long: bool
    is_lit: bool


@register.filter
def clock_minutes(lit: int) -> list[Minute]:
    """The sixty ticks of a clock face, the first `lit` of them lit."""
    return [Minute(angle=6 * number, is_long=number % 5 == 0, is_lit=number < lit) for number in range(60)]


@dataclass(frozen=True)
class Bar:
    """A bar of a chart: `x` counts from 0; `y`, of its top, and `height` are hundredths of the chart's."""

    x: int
    y: int
    height: int


@register.filter
def bars(points: list[Any], attribute: str) -> list[Bar]:
    """One bar for each point, the highest value filling the chart; a value above zero is never invisible."""
    values = [getattr(point, attribute) for point in points]
    highest = max(values, default=0) or 1
    heights = [max(round(100 * value / highest), int(value > 0)) for value in values]
    return [Bar(x, 100 - height, height) for x, height in enumerate(heights)]


@register.filter
def shares(points: list[Any], attribute: str) -> list[tuple[Any, int]]:
    """Each point with its share of the highest value, of 100; a value above zero is never invisible."""
    highest = max((getattr(point, attribute) for point in points), default=0) or 1
    values = ((point, getattr(point, attribute)) for point in points)
    return [(point, max(round(100 * value / highest), int(value > 0))) for point, value in values]


@dataclass(frozen=True)
class Slice:
    """A part of a ring, in degrees from twelve; the inner one leaves room for its outline."""

    start: float
    length: float

    @property
    def inner_start(self) -> float:
        return self.start + 1.5

    @property
    def inner_length(self) -> float:
        return max(self.length - 3, 1)


@register.filter
def ring_slices(steps: list[Any]) -> list[Slice]:
    """How steps with minutes share a ring; a little stays free between two of them."""
    minutes = [step["minutes"] for step in steps]
    degrees = [360 * part / sum(minutes) for part in minutes]
    starts = [sum(degrees[:index]) for index in range(len(degrees))]
    return [
        Slice(round(start + 2, 1), round(length - 4, 1))
        for start, length in zip(starts, degrees, strict=True)
    ]
