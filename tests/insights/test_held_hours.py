"""Hours that nobody can be sure of: held, seen by staff, released or refused."""

import pytest
from django.core.cache import cache
from django.urls import reverse
from wagtail.models import ModelLogEntry

from codora.insights.actions import project_progress
from codora.insights.models import FinishDay
from codora.insights.queries import participation
from tests.insights.conftest import TODAY, WINS, finish

pytestmark = pytest.mark.django_db(databases=["default", "progress"])


@pytest.fixture
def held_day(report, monkeypatch):
    monkeypatch.setattr("codora.insights.counting.SPIKE_FLOOR", 2)
    for session in range(5):
        report(*WINS, finish(), session=session)
    project_progress()
    return FinishDay.objects.get(day=TODAY)


def judge(client, day, verdict):
    client.post(reverse("held_hours:edit", args=[day.pk]), {"verdict": verdict})
    cache.clear()


def counted() -> tuple[int, int]:
    found = participation()
    return found.hours, found.held


def test_released_hours_count_and_so_does_what_the_day_still_brings(held_day, report, admin_client):
    assert counted() == (2, 3)
    judge(admin_client, held_day, "released")
    assert counted() == (5, 0)
    report(*WINS, finish(), session=9)
    project_progress()
    cache.clear()
    assert counted() == (6, 0)


def test_refused_hours_never_count_and_wait_no_more(held_day, report, admin_client):
    judge(admin_client, held_day, "refused")
    assert counted() == (2, 0)
    report(*WINS, finish(), session=9)
    project_progress()
    cache.clear()
    assert counted() == (2, 0)


def test_a_verdict_can_be_taken_back(held_day, admin_client):
    judge(admin_client, held_day, "released")
    judge(admin_client, held_day, "")
    assert counted() == (2, 3)


def test_staff_see_the_days_with_held_hours_alone(held_day, admin_client):
    FinishDay.objects.create(day=TODAY, activity="walk", language="mt", finished=7)
    listed = admin_client.get(reverse("held_hours:index")).context["object_list"]
    assert list(listed) == [held_day]


def test_a_verdict_is_logged_with_who_gave_it(held_day, admin_client, admin_user):
    judge(admin_client, held_day, "released")
    entry = ModelLogEntry.objects.get(action="insights.judge_held_hours")
    assert (entry.user, entry.data) == (admin_user, {"verdict": "released"})
