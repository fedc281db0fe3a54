"""Projected figures of years of learning, written as rows at once, and the time that reading them takes.

Run inside the site, by bench/figures.py.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from statistics import median

from django.conf import settings
from django.core.cache import cache

from codora.curriculum.models import Level
from codora.insights.actions import project_progress
from codora.insights.models import FinishDay, LevelDay
from codora.insights.queries import hours_between, participation
from codora.play.ingest.wire import AnyEvent, Finish, Start, Win, pack
from codora.play.models import ProgressBatch

YEARS = 5
ACTIVITIES = ["lantern-trail", *(f"trail-{number}" for number in range(2, 6))]
LEVELS = 20
EVENTS_AN_HOUR = 50
ROUNDS = 20
seed = random.Random(2026)


def fill(events: int) -> None:
    """Rows as they are after so many events: each day, activity and language, and each level."""
    today = datetime.now(UTC).date()
    days = [today - timedelta(days=number) for number in range(YEARS * 365)]
    hours = events // EVENTS_AN_HOUR
    languages = [code for code, _ in settings.LANGUAGES]
    per_row = hours // (len(days) * len(languages) * len(ACTIVITIES)) or 1
    FinishDay.objects.bulk_create(
        (
            FinishDay(day=day, activity=activity, language=language, finished=seed.randint(0, 2 * per_row))
            for day in days
            for activity in ACTIVITIES
            for language in languages
        ),
        batch_size=2_000,
    )
    levels = list(Level.objects.values_list("slug", flat=True))[:LEVELS]
    LevelDay.objects.bulk_create(
        (
            LevelDay(day=day, activity=activity, level=level, started=seed.randint(9, 99), won=9)
            for day in days
            for activity in ACTIVITIES
            for level in levels
        ),
        batch_size=2_000,
    )


def wait_for_figures() -> dict[str, float]:
    def anew() -> None:
        cache.clear()
        participation()

    today = datetime.now(UTC).date()
    return {
        "rows": FinishDay.objects.count() + LevelDay.objects.count(),
        "once_ms": _milliseconds(anew),
        "kept_ms": _milliseconds(participation),
        "campaign_ms": _milliseconds(lambda: hours_between(today - timedelta(days=13), today)),
    }


def project(events: int) -> dict[str, float]:
    """How fast batches of ten events become rows."""
    now = datetime.now(UTC)
    level = Level.objects.filter(activity__slug=ACTIVITIES[0]).values_list("slug", flat=True)[0]
    said: tuple[AnyEvent, ...] = (
        *(Start(activity=ACTIVITIES[0], level=level) for _ in range(5)),
        *(Win(activity=ACTIVITIES[0], level=level, blocks=3, marks=("works",), seconds=9) for _ in range(4)),
        Finish(activity=ACTIVITIES[0], language="el", minutes=50, first=True),
    )
    ProgressBatch.objects.bulk_create(
        (
            ProgressBatch(
                month=int(f"{now:%Y%m}"),
                session=(number // 5).to_bytes(16),
                first=10 * (number % 5),
                count=len(said),
                digest=b"",
                payload=pack(said),
                received_on=now.date(),
            )
            for number in range(events // len(said))
        ),
        batch_size=2_000,
    )
    begin = time.perf_counter()
    project_progress()
    return {"events_a_second": events / (time.perf_counter() - begin)}


def _milliseconds(do: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        do()
        took.append(1000 * (time.perf_counter() - begin))
    return median(took)
