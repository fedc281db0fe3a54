"""What people could not use on the site: told by anybody, answered by staff, forgotten after a year."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log

from codora.messaging.actions import queue_mail
from codora.messaging.models import BarrierReport
from codora.messaging.queries import barrier_reports_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

State = BarrierReport.State
FORGET_AFTER = timedelta(days=365)


@transaction.atomic
def report_barrier(*, problem: str, page: str, contact: str, language: str) -> BarrierReport:
    """Staff hear by mail that there is something to read; what it says stays on the site."""
    report = BarrierReport.objects.create(problem=problem, page=page, contact=contact, language=language)
    if settings.STAFF_MAIL:
        queue_mail(
            to=settings.STAFF_MAIL,
            language=settings.STAFF_LANGUAGE,
            template="messaging/mail/barrier.txt",
            context={"link": f"{settings.BASE_URL}{reverse('barriers:edit', args=[report.pk])}"},
        )
    return report


@transaction.atomic
def settle_report(
    *, report: BarrierReport, answer: str, note: str, state: str, by: "AbstractBaseUser"
) -> BarrierReport:
    """Notes what staff did. A new answer leaves by mail and settles the report; then the address goes."""
    stored = BarrierReport.objects.select_for_update().get(pk=report.pk)
    if answer and answer != stored.answer:
        state = State.ANSWERED
        if stored.contact:
            _send_answer(stored, answer)
    stored.answer, stored.note, stored.state = answer, note, state
    if state == State.ANSWERED:
        stored.contact = ""
    stored.save()
    log(instance=stored, action="messaging.settle_report", user=by)
    return stored


def _send_answer(report: BarrierReport, answer: str) -> None:
    queue_mail(
        to=report.contact,
        language=report.language,
        template="messaging/mail/barrier_answer.txt",
        context={
            "answer": answer,
            "link": f"{settings.BASE_URL}/{report.language}/about/accessibility/feedback/",
        },
    )


def forget_old_reports() -> None:
    BarrierReport.objects.filter(created_at__lt=timezone.now() - FORGET_AFTER).delete()


def forget_reports_of(*, address: str) -> None:
    """Somebody's account is erased: nothing they told us stays."""
    barrier_reports_of(address).delete()
