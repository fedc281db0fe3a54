"""From progress batches to counts: plain functions over what browsers said.

What counts, and what does not (said to the public in insights/how_we_count.html):
- a finish, if the browser says that it is the first of this activity, once a session and activity; - it
is doubtful, and never counts, if the hour took less than MIN_MINUTES, or if the same session won fewer
than half of the activity's levels. A learner who lost or moved storage half way may fall through: too few
is better than too many; - on a day far above all others (`spike_limit`) what is above the limit is held
until a person has checked it; - a level's start and win, each once a session.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from codora.play.ingest.wire import AnyEvent, Finish, Start, Win

MIN_MINUTES = 5
SPIKE_FLOOR = 1000
"""As many a day, activity and language count unchecked in any case: one town's schools."""
SPIKE_FACTOR = 20


@dataclass(frozen=True)
class Report:
    """The events of one batch; `is_new` if they are yet to be counted."""

    day: date
    session: bytes
    events: Sequence[AnyEvent]
    is_new: bool


@dataclass
class Counts:
    """By (day, activity, language) and (day, activity, level)."""

    finished: Counter[tuple[date, str, str]] = field(default_factory=Counter)
    doubtful: Counter[tuple[date, str, str]] = field(default_factory=Counter)
    started: Counter[tuple[date, str, str]] = field(default_factory=Counter)
    won: Counter[tuple[date, str, str]] = field(default_factory=Counter)


@dataclass
class _Session:
    """What a session has already been counted for."""

    started: set[tuple[str, str]] = field(default_factory=set)
    won: set[tuple[str, str]] = field(default_factory=set)
    finished: set[str] = field(default_factory=set)


def count(reports: Iterable[Report], level_counts: Mapping[str, int]) -> Counts:
    """Counts what is new.

    `reports` hold every batch of the sessions that the new ones belong to, in the order in which they
    were stored; `level_counts` is how many levels an activity has, free play left out.
    """
    counts = Counts()
    sessions: dict[bytes, _Session] = {}
    for report in reports:
        session = sessions.setdefault(report.session, _Session())
        for event in report.events:
            _count_event(event, report, session, counts if report.is_new else Counts(), level_counts)
    return counts


def _count_event(
    event: AnyEvent, report: Report, session: _Session, counts: Counts, level_counts: Mapping[str, int]
) -> None:
    match event:
        case Start(activity=activity, level=level) if (activity, level) not in session.started:
            session.started.add((activity, level))
            counts.started[report.day, activity, level] += 1
        case Win(activity=activity, level=level) if (activity, level) not in session.won:
            session.won.add((activity, level))
            counts.won[report.day, activity, level] += 1
        case Finish(activity=activity, first=True) if activity not in session.finished:
            session.finished.add(activity)
            won = sum(1 for of, _ in session.won if of == activity)
            can_be_true = event.minutes >= MIN_MINUTES and 0 < level_counts.get(activity, 0) <= 2 * won
            (counts.finished if can_be_true else counts.doubtful)[report.day, activity, event.language] += 1


def spike_limit(earlier: Sequence[int]) -> int:
    """How many finishes of a day count unchecked, from those of the days before (0 where there were none)."""
    return max(SPIKE_FLOOR, int(SPIKE_FACTOR * median(earlier or [0])))
