"""Partners are written to before the day of a pledge, and once when it has passed and is not met."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from codora.campaigns.pledges.actions.mails import write_to_representatives
from codora.campaigns.pledges.models import Pledge, PledgeTarget, Standing
from codora.campaigns.pledges.queries import counted_pledges
from codora.insights.pledges import TargetProgress, progress_of_pledges

REMIND_BEFORE = timedelta(days=14)
OVERDUE_TOLD_FOR = timedelta(days=60)
"""What has been overdue for longer when it is first seen, such as a pledge entered late, is told nobody."""


def write_pledge_reminders() -> None:
    """Each target gets one mail before its day and one after it, if it is not met then."""
    for pledge, each in targets_to_write_of():
        is_overdue = each.standing == Standing.OVERDUE
        noted, name = ("overdue_told_at", "pledge_overdue") if is_overdue else ("reminded_at", "pledge_soon")
        with transaction.atomic():
            mine = PledgeTarget.objects.filter(pk=each.target.pk, **{noted: None})
            if mine.update(**{noted: timezone.now()}):
                write_to_representatives(pledge, name, target=each.target)


def targets_to_write_of() -> list[tuple[Pledge, TargetProgress]]:
    """Targets of public pledges that are soon or overdue, not met, and not written of yet."""
    today = timezone.localdate()
    soon = Q(by__range=(today, today + REMIND_BEFORE), reminded_at=None)
    over = Q(by__range=(today - OVERDUE_TOLD_FOR, today - timedelta(days=1)), overdue_told_at=None)
    waiting = set(PledgeTarget.objects.filter(soon | over).values_list("pk", flat=True))
    if not waiting:
        return []
    pledges = progress_of_pledges(counted_pledges().filter(targets__in=waiting).distinct())
    return [
        (found.pledge, each)
        for found in pledges
        for each in found.targets
        if each.target.pk in waiting and each.standing != Standing.MET
    ]
