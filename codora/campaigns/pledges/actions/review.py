"""Staff look at pledges and reports of progress: nothing is public, and nothing counts, before they do."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from codora.accounts.models import User
from codora.campaigns.pledges.actions.mails import write_to_representatives
from codora.campaigns.pledges.actions.writing import NotNow
from codora.campaigns.pledges.models import Pledge, PledgeTarget, ProgressReport, State

CHANGEABLE = ("title", "text", "language", "campaign_id")
TARGET_VALUES = ("number", "unit", "by", "source", "edition_id")


@transaction.atomic
def accept_pledge(*, pledge: Pledge, by: User) -> Pledge:
    """Makes it public, or lets the public one become what the change says; the public one.

    Representatives get a mail. Raises NotNow if it does not wait for staff, or if what it changes was taken
    off the site in the meantime.
    """
    waiting = _waiting(pledge)
    public = waiting.changes or waiting
    if waiting.changes and public.state != State.ACCEPTED:
        raise NotNow
    if waiting.changes:
        _carry_over(waiting, public)
        waiting.delete()
    public.state, public.reason = State.ACCEPTED, ""
    public.accepted_at = public.accepted_at or timezone.now()
    public.save()
    log(instance=public, action="campaigns.accept_pledge", user=by)
    write_to_representatives(public, "pledge_accepted")
    return public


@transaction.atomic
def return_pledge(*, pledge: Pledge, reason: str, by: User) -> None:
    """Sends it back to be changed. Representatives get the reason by mail. Raises NotNow as above."""
    waiting = _waiting(pledge)
    waiting.state, waiting.reason = State.RETURNED, reason
    waiting.save(update_fields=["state", "reason"])
    log(instance=waiting, action="campaigns.return_pledge", user=by, data={"reason": reason})
    write_to_representatives(waiting, "pledge_returned", reason=reason)


@transaction.atomic
def accept_report(*, report: ProgressReport, by: User) -> None:
    """It counts from now on. Raises NotNow if it does not wait for staff."""
    waiting = _waiting_report(report)
    waiting.state, waiting.reason = State.ACCEPTED, ""
    waiting.save(update_fields=["state", "reason"])
    log(instance=waiting, action="campaigns.accept_report", user=by, data={"number": waiting.number})
    write_to_representatives(waiting.target.pledge, "report_accepted", report=waiting)


@transaction.atomic
def return_report(*, report: ProgressReport, reason: str, by: User) -> None:
    """It does not count; the representatives learn why and may send another."""
    waiting = _waiting_report(report)
    waiting.state, waiting.reason = State.RETURNED, reason
    waiting.save(update_fields=["state", "reason"])
    log(instance=waiting, action="campaigns.return_report", user=by, data={"reason": reason})
    write_to_representatives(waiting.target.pledge, "report_returned", report=waiting, reason=reason)


def _waiting(pledge: Pledge) -> Pledge:
    stored: Pledge = (
        Pledge.objects.select_for_update(of=("self",)).select_related("changes").get(pk=pledge.pk)
    )
    if stored.state != State.SUBMITTED:
        raise NotNow
    return stored


def _waiting_report(report: ProgressReport) -> ProgressReport:
    stored = ProgressReport.objects.select_for_update().get(pk=report.pk)
    if stored.state != State.SUBMITTED:
        raise NotNow
    return stored


def _carry_over(change: Pledge, public: Pledge) -> None:
    """A target that stays keeps its reports; another day lets reminders come again."""
    for name in CHANGEABLE:
        setattr(public, name, getattr(change, name))
    public.countries = list(change.countries.all())
    known = {target.pk: target for target in public.targets.all()}
    public.targets = [_carried(target, known) for target in change.targets.all()]


def _carried(new: PledgeTarget, known: dict[int, PledgeTarget]) -> PledgeTarget:
    target = known.get(new.stands_for_id or 0, PledgeTarget())
    if target.pk and target.unit != new.unit:
        target = PledgeTarget()  # what was reported of devices says nothing of teachers
    if target.by != new.by:
        target.reminded_at = target.overdue_told_at = None
    for name in TARGET_VALUES:
        setattr(target, name, getattr(new, name))
    return target
