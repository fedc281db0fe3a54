"""Representatives write pledges, send them in, take them back and throw them away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from codora.accounts.models import User
from codora.campaigns.models import Campaign, Edition
from codora.campaigns.pledges.models import Pledge, PledgeTarget, Source, State
from codora.partners.models import Partner
from codora.places.models import Country

WRITABLE = (State.DRAFT, State.RETURNED)


class NotNow(Exception):
    """In the state in which the pledge is, this cannot be done."""


@dataclass(frozen=True)
class TargetContent:
    """`key`: of the target that it changes, None for a new one."""

    number: int
    unit: str
    by: date
    source: str = Source.BY_HAND
    edition: Edition | None = None
    key: int | None = None


@dataclass(frozen=True)
class PledgeContent:
    """What somebody writes. `countries` are codes; none: for all of Europe."""

    title: str
    text: str
    language: str
    targets: Sequence[TargetContent]
    countries: Sequence[str] = ()
    campaign: Campaign | None = None


@transaction.atomic
def begin_pledge(*, partner: Partner, content: PledgeContent, by: User | None) -> Pledge:
    """A draft. Whether `by` may speak for the partner is for the caller to know."""
    pledge = Pledge(partner=partner, made_by=by)
    _write(pledge, content, known={})
    return pledge


@transaction.atomic
def rewrite_pledge(*, pledge: Pledge, content: PledgeContent, by: User) -> Pledge:
    """Changes a draft, or begins the change of a public pledge; what is a draft then.

    Raises NotNow while it waits for staff, or if a public one is being changed already.
    """
    stored: Pledge = Pledge.objects.select_for_update().get(pk=pledge.pk)
    known = {target.pk: target for target in stored.targets.all()}
    if stored.state == State.ACCEPTED:
        if Pledge.objects.filter(changes=stored).exists():
            raise NotNow
        change = Pledge(partner=stored.partner, changes=stored, made_by=by)
        _write(change, content, known={pk: PledgeTarget(stands_for=each) for pk, each in known.items()})
        return change
    if stored.state not in WRITABLE:
        raise NotNow
    stored.state = State.DRAFT
    _write(stored, content, known=known)
    return stored


@transaction.atomic
def submit_pledge(*, pledge: Pledge, by: User) -> None:
    """From now on it waits for staff. Raises NotNow if it is no draft, or its partner is not listed."""
    stored = Pledge.objects.select_for_update().select_related("partner").get(pk=pledge.pk)
    if stored.state not in WRITABLE or not stored.partner.live:
        raise NotNow
    _set_state(stored, State.SUBMITTED, submitted_at=timezone.now())
    log(instance=stored, action="campaigns.submit_pledge", user=by)


@transaction.atomic
def take_pledge_back(*, pledge: Pledge, by: User) -> None:
    """A draft again. Raises NotNow if it does not wait for staff."""
    stored = Pledge.objects.select_for_update().get(pk=pledge.pk)
    if stored.state != State.SUBMITTED:
        raise NotNow
    _set_state(stored, State.DRAFT, submitted_at=None)
    log(instance=stored, action="campaigns.take_pledge_back", user=by)


@transaction.atomic
def discard_pledge(*, pledge: Pledge, by: User) -> None:
    """Deletes what is not public; of a change nothing else. Raises NotNow for a public pledge."""
    stored = Pledge.objects.select_for_update().get(pk=pledge.pk)
    if stored.state == State.ACCEPTED:
        raise NotNow
    log(instance=stored, action="wagtail.delete", user=by, deleted=True)
    stored.delete()


def _write(pledge: Pledge, content: PledgeContent, *, known: dict[int, PledgeTarget]) -> None:
    """Stores the content; of `known` targets those that the content does not name go."""
    for name in ("title", "text", "language", "campaign"):
        setattr(pledge, name, getattr(content, name))
    pledge.countries = Country.objects.filter(pk__in=content.countries)
    pledge.targets = list(_targets(content.targets, known))
    pledge.save()


def _targets(contents: Iterable[TargetContent], known: dict[int, PledgeTarget]) -> Iterable[PledgeTarget]:
    for content in contents:
        target = known.get(content.key or 0, PledgeTarget())
        for name in ("number", "unit", "by", "source", "edition"):
            setattr(target, name, getattr(content, name))
        yield target


def _set_state(pledge: Pledge, state: State, **values: object) -> None:
    pledge.state, pledge.reason = state, ""
    for name, value in values.items():
        setattr(pledge, name, value)
    pledge.save(update_fields=["state", "reason", *values])
