"""The figures: home, `/figures/` and whoever else shows one read it here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import cast

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, F, Q, Sum

from codora.campaigns.models import Edition, Measure
from codora.core.languages import shown_language
from codora.curriculum.models import Level
from codora.insights.models import FinishDay, LevelDay, Projection
from codora.places.queries import country_name

DAYS = 30
WEEKS = 52
FIGURES_S = 60
"""Seconds that a figure may be old, here and again on a page that shows it."""
COUNTED = Sum(F("finished") - F("held"))


@dataclass(frozen=True)
class Day:
    date: date
    hours: int


@dataclass(frozen=True)
class Week:
    """`date`: its Monday."""

    date: date
    hours: int


@dataclass(frozen=True)
class LanguageFigure:
    code: str
    name: str
    hours: int


@dataclass(frozen=True)
class LevelFigure:
    """How many browsers opened a level, and how many won it."""

    activity: str
    level: str
    started: int
    won: int


@dataclass(frozen=True)
class Participation:
    """Hours finished: ever, on each of the last 30 days and in each of the last 52 weeks (oldest first), by
    language (most first).

    `held` are hours that wait for a check and do not count yet. `levels` are in the order of their activity.
    `updated` is when it was last counted, None if never.
    """

    hours: int
    held: int
    days: list[Day]
    weeks: list[Week]
    languages: list[LanguageFigure]
    levels: list[LevelFigure]
    updated: datetime | None


def participation() -> Participation:
    """At most a minute old."""
    return cast(Participation, cache.get_or_set("participation", _participation, FIGURES_S))


def _participation() -> Participation:
    today = datetime.now(UTC).date()
    first_week = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    hours = _by_day(first_week)
    by_language = FinishDay.objects.order_by().values_list("language")
    rows = list(by_language.annotate(hours=COUNTED, waiting=Sum("held", filter=Q(verdict=""))))
    return Participation(
        hours=sum(number for _, number, _ in rows),
        held=sum(waiting or 0 for _, _, waiting in rows),
        days=_days(hours, today),
        weeks=_weeks(hours, first_week),
        languages=_languages({code: number for code, number, _ in rows}),
        levels=_levels(),
        updated=Projection.objects.values_list("counted_at", flat=True).first(),
    )


@dataclass(frozen=True)
class CountryFigure:
    code: str
    hosts: int

    @property
    def name(self) -> str:
        return country_name(self.code, shown_language())


@dataclass(frozen=True)
class Hosting:
    """Confirmed hosts of an edition, those whom they expect, and hosts by country (most first)."""

    hosts: int
    participants: int
    countries: list[CountryFigure]


@dataclass(frozen=True)
class Progress:
    """How far an edition is with one of its targets; `share` is of 100, never above."""

    measure: Measure
    goal: int
    reached: int

    @property
    def share(self) -> int:
        return min(100, 100 * self.reached // self.goal)


def hours_between(first: date, last: date) -> int:
    """Hours finished on these days and all between them."""
    return FinishDay.objects.filter(day__range=(first, last)).aggregate(hours=COUNTED)["hours"] or 0


def hosting(edition: Edition) -> Hosting:
    confirmed = edition.hosted_hours.exclude(confirmed_at=None)
    rows = confirmed.values_list("country").annotate(Count("pk"), Sum("participants")).order_by()
    countries = [CountryFigure(code, hosts) for code, hosts, _ in rows]
    return Hosting(
        hosts=sum(figure.hosts for figure in countries),
        participants=sum(participants for _, _, participants in rows),
        countries=sorted(countries, key=lambda figure: (-figure.hosts, figure.code)),
    )


def progress_of(edition: Edition, hosted: Hosting) -> list[Progress]:
    """Of each target, in their order. Hours are those of all days on which the edition runs anywhere."""
    reached = {
        Measure.HOURS: lambda: hours_between(*edition.span),
        Measure.HOSTS: lambda: hosted.hosts,
        Measure.PARTICIPANTS: lambda: hosted.participants,
        Measure.COUNTRIES: lambda: len(hosted.countries),
    }
    return [
        Progress(Measure(target.measure), target.goal, reached[Measure(target.measure)]())
        for target in edition.targets.all()
    ]


def _by_day(first: date) -> dict[date, int]:
    rows = FinishDay.objects.filter(day__gte=first).values_list("day").annotate(hours=COUNTED).order_by()
    return dict(rows)


def _days(hours: Mapping[date, int], today: date) -> list[Day]:
    days = [today - timedelta(days=number) for number in reversed(range(DAYS))]
    return [Day(day, hours.get(day, 0)) for day in days]


def _weeks(hours: Mapping[date, int], first: date) -> list[Week]:
    weeks = [first + timedelta(weeks=number) for number in range(WEEKS)]
    return [Week(monday, sum(hours.get(day, 0) for day in _days_of(monday))) for monday in weeks]


def _days_of(monday: date) -> list[date]:
    return [monday + timedelta(days=number) for number in range(7)]


def _languages(hours: Mapping[str, int]) -> list[LanguageFigure]:
    offered = dict(settings.LANGUAGES)
    known = [(code, number) for code, number in hours.items() if number and code in offered]
    known.sort(key=lambda each: (-each[1], each[0]))
    return [LanguageFigure(code, offered[code], number) for code, number in known]


def _levels() -> list[LevelFigure]:
    rows = LevelDay.objects.values_list("activity", "level").annotate(Sum("started"), Sum("won")).order_by()
    counted = {(activity, level): (started, won) for activity, level, started, won in rows}
    levels = Level.objects.order_by("activity__position", "position").values_list("activity__slug", "slug")
    return [LevelFigure(*level, *counted[level]) for level in levels if level in counted]
