"""Where an edition of a campaign stands at a moment: plain functions of its days and the clock.

Days are days where people are: in Malta an edition begins at midnight in Malta. A country, an audience, or an
audience in a country may have days of its own. The last are the strongest, those of an audience the weakest.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo


class Phase(StrEnum):
    """SOON: people prepare, a countdown runs. AFTER: it is over; thanks and results."""

    BEFORE = "before"
    SOON = "soon"
    LIVE = "live"
    AFTER = "after"


@dataclass(frozen=True)
class Period:
    """`first_day`, from the time `opens` on, and `last_day` both belong to it.

    Without country and audience it holds for everybody.
    """

    soon_from: date
    first_day: date
    last_day: date
    country: str = ""
    audience: str = ""
    opens: time = time()

    @property
    def opens_during_the_day(self) -> bool:
        return self.opens != time()

    def turns(self, zone: ZoneInfo) -> tuple[datetime, datetime, datetime]:
        """The moments, in UTC, at which SOON, LIVE and AFTER begin there."""
        return (
            start_of_day(self.soon_from, zone),
            datetime.combine(self.first_day, self.opens, zone).astimezone(UTC),
            start_of_day(self.last_day + timedelta(days=1), zone),
        )


@dataclass(frozen=True)
class Calendar:
    """The days of one edition. `general` holds where none of `special` does.

    `zone` is the IANA name of the time zone where no country is known, `zones` that of each country.
    After its last day an edition stays in sight until `thanks_until`.
    """

    general: Period
    special: Sequence[Period] = ()
    zone: str = "UTC"
    zones: Mapping[str, str] = field(default_factory=dict)
    thanks_until: date = date.min

    def period_for(self, country: str = "", audience: str = "") -> Period:
        for wanted in ((country, audience), (country, ""), ("", audience)):
            for period in self.special:
                if (period.country, period.audience) == wanted:
                    return period
        return self.general

    def zone_of(self, country: str) -> ZoneInfo:
        return ZoneInfo(self.zones.get(country, self.zone))


def phase_at(calendar: Calendar, moment: datetime, country: str = "", audience: str = "") -> Phase:
    """The phase for these people at this moment (aware)."""
    period = calendar.period_for(country, audience)
    passed = sum(moment >= turn for turn in period.turns(calendar.zone_of(country)))
    return (Phase.BEFORE, Phase.SOON, Phase.LIVE, Phase.AFTER)[passed]


def days_left(period: Period, phase: Phase, today: date) -> int:
    """Until the first day, or, while it runs, until its end, today counted; 0 afterwards.

    0 on the first day, too, as long as it has not opened.
    """
    if phase in (Phase.BEFORE, Phase.SOON):
        return (period.first_day - today).days
    return max(0, (period.last_day - today).days + 1)


def is_in_sight(calendar: Calendar, moment: datetime) -> bool:
    """Whether the home page speaks of it: from SOON on, and for some days after the end."""
    today = moment.astimezone(ZoneInfo(calendar.zone)).date()
    ends = max(calendar.thanks_until, calendar.general.last_day)
    return calendar.general.soon_from <= today <= ends


@lru_cache(maxsize=4096)  # each page that tells of campaigns asks for a few hundred
def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of the day there, in UTC; also where clocks go forward or back at midnight."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def boundaries(calendars: Iterable[Calendar]) -> list[datetime]:
    """Every moment, in order, at which a phase or what is in sight changes for anybody."""
    return sorted({moment for calendar in calendars for moment in _boundaries(calendar)})


def next_boundary(moments: Sequence[datetime], now: datetime) -> datetime | None:
    """The first of these boundaries after now; None if nothing changes any more."""
    place = bisect_right(moments, now)
    return moments[place] if place < len(moments) else None


def _boundaries(calendar: Calendar) -> Iterator[datetime]:
    if calendar.thanks_until > calendar.general.last_day:
        yield start_of_day(calendar.thanks_until + timedelta(days=1), ZoneInfo(calendar.zone))
    for period in (calendar.general, *calendar.special):
        for zone in _zones_of(calendar, period):
            yield from period.turns(zone)


def _zones_of(calendar: Calendar, period: Period) -> set[ZoneInfo]:
    if period.country:
        return {calendar.zone_of(period.country)}
    return {ZoneInfo(name) for name in (calendar.zone, *calendar.zones.values())}
