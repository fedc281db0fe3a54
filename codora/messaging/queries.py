"""Reading the outbox and reports."""

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import Any

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, When
from django.utils import timezone

from codora.messaging.models import BarrierReport, Decision, Notice, OutgoingMail, Reason, Verdict


@dataclass(frozen=True)
class NoticeFigures:
    """Of reports so far. `reasons` and `verdicts`: (word, number); `days`: median till the first decision.

    `reversed`: appeals after which the decision was another.
    """

    notices: int
    open: int
    reasons: list[tuple[str, int]]
    verdicts: list[tuple[str, int]]
    days: float | None
    appeals: int
    reversed: int


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


def in_turn(notices: QuerySet[Notice]) -> QuerySet[Any]:
    """Annotated with `turn`: 0 waits and is about children, 1 waits (first decision or appeal), 2 is done."""
    last = Decision.objects.filter(notice=OuterRef("pk")).order_by("-decided_at", "-pk")
    waits = Q(last=None) | Q(appealed__isnull=False)
    turn = Case(When(waits & Q(reason=Reason.CHILDREN), then=0), When(waits, then=1), default=2)
    seen = notices.annotate(
        last=Subquery(last.values("pk")[:1]), appealed=Subquery(last.values("appealed_at")[:1])
    )
    return seen.annotate(turn=turn)


def open_notices() -> QuerySet[Notice]:
    """Those that wait; what may harm children first, then the oldest."""
    found: QuerySet[Notice] = in_turn(Notice.objects.all()).filter(turn__lt=2).order_by("turn", "created_at")
    return found


def notices_of(address: str) -> QuerySet[Notice]:
    return Notice.objects.filter(email__iexact=address).order_by("pk")


def notice_figures() -> NoticeFigures:
    decisions = list(Decision.objects.select_related("notice").order_by("decided_at", "pk"))
    first: dict[int, Decision] = {}
    last: dict[int, Decision] = {}
    for decision in decisions:
        first.setdefault(decision.notice_id, decision)
        last[decision.notice_id] = decision
    reasons = Counter(Notice.objects.values_list("reason", flat=True))
    verdicts = Counter(decision.verdict for decision in last.values())
    waits = [(each.decided_at - each.notice.created_at).total_seconds() / 86_400 for each in first.values()]
    return NoticeFigures(
        notices=reasons.total(),
        open=open_notices().count(),
        reasons=[(str(reason.label), reasons[reason]) for reason in Reason],
        verdicts=[(str(verdict.label), verdicts[verdict]) for verdict in Verdict],
        days=round(median(waits), 1) if waits else None,
        appeals=sum(decision.appealed_at is not None for decision in decisions),
        reversed=sum(last[key].verdict != decision.verdict for key, decision in first.items()),
    )
