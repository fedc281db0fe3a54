"""What counts, what does not, and that nothing counts twice."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from codora.insights import actions
from codora.insights.actions import project_progress
from codora.insights.models import FinishDay, LevelDay, Projection
from codora.insights.queries import participation
from tests.insights.conftest import START, TODAY, WINS, finish

pytestmark = pytest.mark.django_db(databases=["default", "progress"])


def finishes():
    return {
        (row.day, row.activity, row.language): (row.finished, row.doubtful) for row in FinishDay.objects.all()
    }


def test_a_first_finish_counts_on_its_day_and_in_its_language(report):
    report(START, *WINS, finish(language="el"))
    report(START, *WINS, finish(language="bg"), session=2, on=TODAY - timedelta(days=1))
    project_progress()
    assert finishes() == {
        (TODAY, "walk", "el"): (1, 0),
        (TODAY - timedelta(days=1), "walk", "bg"): (1, 0),
    }


def test_wins_count_from_earlier_batches_and_earlier_projections(report):
    report(START, WINS[0])
    project_progress()
    report(WINS[1])
    report(finish())
    project_progress()
    assert finishes() == {(TODAY, "walk", "el"): (1, 0)}


def test_projecting_again_changes_nothing(report):
    report(START, *WINS, finish())
    project_progress()
    before = (finishes(), list(LevelDay.objects.values()), participation())
    for _ in range(3):
        project_progress()
    assert (finishes(), list(LevelDay.objects.values()), participation()) == before


def test_a_session_finishes_an_activity_once(report):
    report(*WINS, finish(), finish())
    project_progress()
    report(finish())
    project_progress()
    assert finishes() == {(TODAY, "walk", "el"): (1, 0)}


def test_a_finish_that_is_not_the_browsers_first_does_not_count(report):
    report(*WINS, finish(first=False))
    project_progress()
    assert finishes() == {}


@pytest.mark.parametrize(
    "events",
    [(*WINS, finish(minutes=2)), (finish(),), (WINS[0], WINS[0], finish(activity="dance"))],
    ids=["two minutes", "nothing won", "another activity"],
)
def test_what_cannot_be_true_never_counts(report, events):
    report(*events)
    project_progress()
    project_progress()
    assert all(finished == 0 for finished, _ in finishes().values())
    assert participation().hours == 0


def test_half_of_the_levels_in_one_session_are_enough(report):
    report(WINS[0], finish())
    project_progress()
    assert finishes() == {(TODAY, "walk", "el"): (1, 0)}


def test_a_level_is_opened_and_won_once_a_session(report):
    report(START, START, WINS[0])
    project_progress()
    report(START, WINS[0], WINS[1])
    report(START, session=2)
    project_progress()
    counted = {row.level: (row.started, row.won) for row in LevelDay.objects.all()}
    assert counted == {"tallinn": (2, 1), "valletta": (0, 1)}


def test_more_batches_than_one_transaction_takes_are_all_counted(report, monkeypatch):
    monkeypatch.setattr(actions, "CHUNK", 3)
    for session in range(10):
        report(START, *WINS, finish(), session=session)
    project_progress()
    assert finishes() == {(TODAY, "walk", "el"): (10, 0)}


def test_a_projection_that_breaks_half_way_leaves_nothing_half_counted(report, monkeypatch):
    report(START, *WINS, finish())
    monkeypatch.setattr(actions, "_hold_back", fail)
    with pytest.raises(DatabaseError):
        project_progress()
    assert finishes() == {}
    assert not LevelDay.objects.exists()
    monkeypatch.undo()
    project_progress()
    assert finishes() == {(TODAY, "walk", "el"): (1, 0)}


def fail(**_):
    raise DatabaseError("the disk is full")


def test_a_day_far_above_all_others_is_held_until_it_is_checked(report, monkeypatch):
    monkeypatch.setattr("codora.insights.counting.SPIKE_FLOOR", 2)
    for session in range(5):
        report(*WINS, finish(), session=session)
    project_progress()
    [day] = FinishDay.objects.all()
    assert (day.finished, day.held) == (5, 3)
    assert (participation().hours, participation().held) == (2, 3)


def test_a_day_like_those_before_it_is_not_held(report, monkeypatch):
    monkeypatch.setattr("codora.insights.counting.SPIKE_FLOOR", 2)
    for days in range(1, 29):
        FinishDay.objects.create(day=TODAY - timedelta(days=days), activity="walk", language="el", finished=1)
    for session in range(5):
        report(*WINS, finish(), session=session)
    project_progress()
    assert not FinishDay.objects.filter(held__gt=0).exists()


def test_a_held_day_does_not_raise_the_limit_of_the_next(report, monkeypatch):
    monkeypatch.setattr("codora.insights.counting.SPIKE_FLOOR", 1)
    for days in range(1, 29):
        day = TODAY - timedelta(days=days)
        FinishDay.objects.create(day=day, activity="walk", language="el", finished=900, held=900)
    for session in range(3):
        report(*WINS, finish(), session=session)
    project_progress()
    assert FinishDay.objects.get(day=TODAY).held == 2


def test_it_remembers_how_far_it_came(report):
    assert participation().updated is None
    project_progress()
    report(START)
    project_progress()
    [projection] = Projection.objects.all()
    assert projection.last_batch > 0
    assert projection.counted_at is not None
