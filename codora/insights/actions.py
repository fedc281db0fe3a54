"""Counting, and judging what could not be counted unseen."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models, transaction
from django.db.models import Count, F, Q
from django.utils import timezone
from wagtail.log_actions import log

from codora.curriculum.models import Activity
from codora.insights.counting import Counts, Report, count, spike_limit
from codora.insights.models import FinishDay, LevelDay, Projection
from codora.play.ingest.wire import unpack
from codora.play.models import ProgressBatch

CHUNK = 500
"""Batches a transaction."""
DAYS_BEFORE = 28
"""A day is compared with so many before it."""


def project_progress() -> None:
    """Counts every progress batch that is not counted yet: each exactly once, however often it runs."""
    while _project_chunk():
        pass


@transaction.atomic
def _project_chunk() -> bool:
    """Whether more may be left. Counts and the place reached are written in one transaction."""
    projection, _ = Projection.objects.select_for_update().get_or_create(pk=1)
    new = list(ProgressBatch.objects.filter(pk__gt=projection.last_batch).order_by("pk")[:CHUNK])
    if new:
        _add(count(_reports(new), _level_counts()))
        projection.last_batch = new[-1].pk
    projection.counted_at = timezone.now()
    projection.save()
    return len(new) == CHUNK


def _reports(new: list[ProgressBatch]) -> Iterable[Report]:
    """The new batches among all that their sessions sent before."""
    sessions = ProgressBatch.objects.filter(
        month__in={batch.month for batch in new},
        session__in={bytes(batch.session) for batch in new},
        pk__lte=new[-1].pk,
    )
    for batch in sessions.order_by("pk"):
        yield Report(
            day=batch.received_on,
            session=bytes(batch.session),
            events=unpack(bytes(batch.payload)),
            is_new=batch.pk >= new[0].pk,
        )


def _level_counts() -> dict[str, int]:
    to_win = Count("levels", filter=~Q(levels__kind="create"))
    return dict(Activity.objects.annotate(to_win=to_win).values_list("slug", "to_win"))


def _add(counts: Counts) -> None:
    for day, activity, level in counts.started.keys() | counts.won.keys():
        key = (day, activity, level)
        _increase(
            LevelDay,
            {"day": day, "activity": activity, "level": level},
            {"started": counts.started[key], "won": counts.won[key]},
        )
    for day, activity, language in counts.finished.keys() | counts.doubtful.keys():
        key = (day, activity, language)
        _increase(
            FinishDay,
            {"day": day, "activity": activity, "language": language},
            {"finished": counts.finished[key], "doubtful": counts.doubtful[key]},
        )
        _hold_back(day=day, activity=activity, language=language)


def _increase(model: type[models.Model], key: dict[str, Any], by: dict[str, int]) -> None:
    row, _ = model._default_manager.get_or_create(**key)
    model._default_manager.filter(pk=row.pk).update(**{name: F(name) + number for name, number in by.items()})


def _hold_back(*, day: date, activity: str, language: str) -> None:
    """Holds what a day has above its limit."""
    rows = FinishDay.objects.filter(activity=activity, language=language)
    before = rows.filter(day__lt=day, day__gte=day - timedelta(days=DAYS_BEFORE))
    counted = [row.finished - row.held for row in before]
    limit = spike_limit(counted + [0] * (DAYS_BEFORE - len(counted)))
    today = rows.get(day=day)
    is_released = today.verdict == FinishDay.Verdict.RELEASED
    today.held = 0 if is_released else max(0, today.finished - limit)
    today.save(update_fields=["held"])


@transaction.atomic
def judge_held_hours(*, day: FinishDay, verdict: FinishDay.Verdict, by: AbstractBaseUser) -> None:
    """Released hours count from now on, and so does what the day still brings; refused ones never do."""
    row = FinishDay.objects.select_for_update().get(pk=day.pk)
    row.verdict = verdict
    row.save(update_fields=["verdict"])
    _hold_back(day=row.day, activity=row.activity, language=row.language)
    log(instance=row, action="insights.judge_held_hours", user=by, data={"verdict": verdict.value})
