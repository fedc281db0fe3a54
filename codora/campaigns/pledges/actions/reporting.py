"""Partners report how far they are."""

from datetime import date

from django.db import transaction
from wagtail.log_actions import log

from codora.accounts.models import User
from codora.campaigns.pledges.actions.writing import NotNow
from codora.campaigns.pledges.models import PledgeTarget, ProgressReport, State
from codora.campaigns.pledges.queries import open_targets

MOST_WAITING = 5
"""Of one target, so that nobody fills the staff's list."""


@transaction.atomic
def report_progress(
    *, target: PledgeTarget, number: int, day: date, text: str, link: str = "", by: User
) -> ProgressReport:
    """So many in all by that day. It waits for staff, and counts once they accept it.

    Raises NotNow if the pledge is not public, the target is counted here, or too many wait already.
    """
    if not open_targets().filter(pk=target.pk).exists():
        raise NotNow
    if target.reports.filter(state=State.SUBMITTED).count() >= MOST_WAITING:
        raise NotNow
    report = ProgressReport.objects.create(
        target=target, number=number, day=day, text=text, link=link, made_by=by
    )
    log(instance=report, action="campaigns.report_progress", user=by, data={"number": number})
    return report
