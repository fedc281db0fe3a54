"""Reading the outbox and reports."""

from django.db.models import QuerySet
from django.utils import timezone

from codora.messaging.models import BarrierReport, OutgoingMail


def due_mails() -> QuerySet[OutgoingMail]:
    """Those whose time to be tried has come, the longest waiting first."""
    waiting = OutgoingMail.objects.filter(state=OutgoingMail.State.WAITING)
    return waiting.filter(next_try_at__lte=timezone.now()).order_by("next_try_at", "pk")


def mails_to(address: str) -> QuerySet[OutgoingMail]:
    return OutgoingMail.objects.filter(to__iexact=address).order_by("pk")


def failed_mails() -> QuerySet[OutgoingMail]:
    """Those that were given up, until somebody sends them again or they are forgotten."""
    return OutgoingMail.objects.filter(state=OutgoingMail.State.FAILED)


def open_barrier_reports() -> QuerySet[BarrierReport]:
    return BarrierReport.objects.filter(state=BarrierReport.State.OPEN)


def barrier_reports_of(address: str) -> QuerySet[BarrierReport]:
    """Those to which this person still waits for an answer."""
    return BarrierReport.objects.filter(contact__iexact=address).order_by("pk")
