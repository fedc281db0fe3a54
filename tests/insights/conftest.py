import itertools
from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache
from django.db import connections

from codora.play.ingest.postgres import PARTITION
from codora.play.ingest.wire import AnyEvent, Finish, Start, Win, pack
from codora.play.models import ProgressBatch

TODAY = datetime.now(UTC).date()
START = Start(activity="walk", level="tallinn")
WINS = tuple(
    Win(activity="walk", level=level, blocks=3, marks=["works"], seconds=9)
    for level in ("tallinn", "valletta")
)


def finish(*, minutes=50, first=True, language="el", activity="walk"):
    return Finish(activity=activity, language=language, minutes=minutes, first=first)


@pytest.fixture
def report(loaded):
    """`report(*events, session=1, on=TODAY)`: stores a batch, as the ingest does."""
    numbers = itertools.count(1)
    progress = connections["progress"]
    if progress.vendor == "postgresql":
        month = int(f"{TODAY:%Y%m}")
        with progress.cursor() as cursor:
            cursor.execute(PARTITION.format(month=month, next_month=month + 1))

    def store(*events: AnyEvent, session: int = 1, on: date = TODAY) -> None:
        ProgressBatch.objects.create(
            month=int(f"{on:%Y%m}"),
            session=session.to_bytes(16),
            first=50 * next(numbers),
            count=len(events),
            digest=b"",
            payload=pack(events),
            received_on=on,
        )

    return store


@pytest.fixture(autouse=True)
def _fresh_figures():
    cache.clear()
