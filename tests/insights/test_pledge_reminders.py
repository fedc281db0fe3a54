"""Mails before the day of a pledge, and when it is overdue: each once."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from codora.insights.pledge_reminders import write_pledge_reminders
from codora.insights.tasks import enqueue_pledge_reminders
from codora.messaging.models import OutgoingMail
from tests.pledges import make_partner, make_public, make_representative, reported, target

pytestmark = pytest.mark.django_db

BY = date(2026, 12, 31)


@pytest.fixture
def pledge(loaded, clock):
    clock(datetime(2026, 10, 1, 12, tzinfo=UTC))
    partner = make_partner()
    make_representative(partner, "ada@example.org")
    public = make_public(partner, target(1200, by=BY))
    OutgoingMail.objects.all().delete()
    return public


def written_on(clock, moment: datetime) -> list[str]:
    """Subjects of the mails that leave at this moment."""
    clock(moment)
    before = set(OutgoingMail.objects.values_list("pk", flat=True))
    write_pledge_reminders()
    return list(OutgoingMail.objects.exclude(pk__in=before).values_list("subject", flat=True))


def test_one_mail_two_weeks_before_and_one_the_day_after(pledge, clock):
    soon, over = (
        "Soon: the day of your pledge Teachers for islands",
        "Overdue: your pledge Teachers for islands",
    )
    assert timezone.get_current_timezone_name() == "Europe/Brussels"
    assert written_on(clock, datetime(2026, 12, 16, 22, 59, tzinfo=UTC)) == []
    assert written_on(clock, datetime(2026, 12, 16, 23, 0, tzinfo=UTC)) == [soon]
    assert written_on(clock, datetime(2026, 12, 20, tzinfo=UTC)) == []
    assert written_on(clock, datetime(2026, 12, 31, 22, 59, tzinfo=UTC)) == []
    assert written_on(clock, datetime(2026, 12, 31, 23, 0, tzinfo=UTC)) == [over]
    assert written_on(clock, datetime(2027, 1, 10, tzinfo=UTC)) == []


def test_the_mail_says_what_and_by_when(pledge, clock):
    written_on(clock, datetime(2026, 12, 20, tzinfo=UTC))
    text = OutgoingMail.objects.get().text
    assert "By 31 December 2026 you want to reach" in text
    assert "Teachers trained, 1,200." in text
    assert "/en/pledges/mine/" in text


def test_who_has_met_the_pledge_is_not_written_to(pledge, clock):
    reported(pledge, 1200, date(2026, 10, 1))
    OutgoingMail.objects.all().delete()
    assert written_on(clock, datetime(2026, 12, 20, tzinfo=UTC)) == []
    assert written_on(clock, datetime(2027, 1, 2, tzinfo=UTC)) == []


def test_what_has_been_overdue_for_long_is_told_nobody(pledge, clock):
    assert written_on(clock, datetime(2027, 3, 2, tzinfo=UTC)) == []


def test_the_timetable_asks_only_if_somebody_is_to_be_written_to(pledge, clock):
    enqueue_pledge_reminders()
    assert not DBTaskResult.objects.filter(task_path__endswith="remind_of_pledges").exists()
    clock(datetime(2026, 12, 20, tzinfo=UTC))
    enqueue_pledge_reminders()
    enqueue_pledge_reminders()
    assert DBTaskResult.objects.filter(task_path__endswith="remind_of_pledges").count() == 1
