"""Notice and action: somebody reports, staff decide and say why, either side appeals, another decides."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.log_actions import log

from codora.core.languages import active_language_for, switch_language
from codora.messaging.actions import queue_mail
from codora.messaging.models import APPEAL_WITHIN, Decision, Ground, Notice, Verdict
from codora.messaging.notice_links import appeal_link
from codora.messaging.reportables import Author, Thing, find_thing, reportable

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

Side = Decision.Side
MOST_UNVERIFIED = 20
"""So many notices a day are taken from browsers without a script."""
DAY = timedelta(days=1)
FORGET_AFTER = APPEAL_WITHIN
MOST_RECEIPTS = 5
"""So many a day an address gets: nobody can have a stranger written to again and again."""


class TooMany(Exception):
    """More came without a proof of work than is taken in a day."""


class SamePerson(Exception):
    """Who decided last may not decide on the appeal, and without an appeal nobody decides again."""


@transaction.atomic
def give_notice(
    *, kind: str, key: str, thing: Thing, language: str, proof: str | None, **words: str
) -> Notice | None:
    """Keeps a report, confirms it, tells staff. `words`: reason, explanation, place, name, email.

    The same proof twice is one notice. Raises TooMany.
    """
    unverified = Notice.objects.filter(proof=None, created_at__gt=timezone.now() - DAY)
    if proof is None and unverified.count() >= MOST_UNVERIFIED:
        raise TooMany
    if proof is not None and Notice.objects.filter(proof=proof).exists():
        return None
    notice = Notice.objects.create(
        kind=kind,
        key=key,
        title=thing.title[:200],
        path=thing.path,
        country=thing.country,
        language=language,
        proof=proof,
        created_at=timezone.now(),
        **words,
    )
    if notice.email and _gave_today(notice.email) <= MOST_RECEIPTS:
        _write(Author(notice.email, language), "notice_received", notice)
    if settings.STAFF_MAIL:
        link = f"{settings.BASE_URL}{reverse('notices:edit', args=[notice.pk])}"
        staff = Author(settings.STAFF_MAIL, settings.STAFF_LANGUAGE)
        _write(staff, "notice_staff", notice, link=link)
    return notice


@transaction.atomic
def decide(*, notice: Notice, verdict: Verdict, ground: str, facts: str, by: "AbstractBaseUser") -> Decision:
    """Does what is decided, and sends both sides the statement of reasons.

    On an appeal it takes the place of the one before. Raises SamePerson.
    """
    Notice.objects.select_for_update().get(pk=notice.pk)
    before = notice.last_decision
    if before and (before.appealed_at is None or before.by_id == by.pk):
        raise SamePerson
    decision = Decision.objects.create(
        notice=notice, verdict=verdict, ground=ground, facts=facts, by_id=by.pk, decided_at=timezone.now()
    )
    thing = find_thing(notice.kind, notice.key)
    if thing:
        _carry_out(decision, before, thing, by)
        for author in thing.authors:
            _tell(author, "decision_author", decision, Side.AUTHOR)
    if notice.email:
        _tell(Author(notice.email, notice.language), "decision_reporter", decision, Side.REPORTER)
    log(instance=notice, action="messaging.decide", user=by, data={"verdict": verdict})
    return decision


def _carry_out(decision: Decision, before: Decision | None, thing: Thing, by: "AbstractBaseUser") -> None:
    """Hides what is public, and brings back only what reports alone keep off the site."""
    notice = decision.notice
    known = reportable(notice.kind)
    was_down = bool(before and before.took_down)
    if known and decision.verdict == Verdict.HIDDEN:
        if thing.is_public:
            known.hide(notice.key, by)
        _note_down(decision, thing.is_public or was_down)
    elif known and was_down and not thing.is_public:
        if other := _other_that_hides(notice):
            _note_down(other, True)
        else:
            known.restore(notice.key, by)


def _note_down(decision: Decision, is_down: bool) -> None:
    decision.took_down = is_down
    decision.save(update_fields=["took_down"])


def _other_that_hides(notice: Notice) -> Decision | None:
    """Another report of the same thing, because of which it stays hidden."""
    others = Notice.objects.filter(kind=notice.kind, key=notice.key).exclude(pk=notice.pk)
    last = (other.last_decision for other in others)
    return next((each for each in last if each and each.verdict == Verdict.HIDDEN), None)


def _gave_today(email: str) -> int:
    return Notice.objects.filter(email__iexact=email, created_at__gt=timezone.now() - DAY).count()


@transaction.atomic
def appeal(*, decision: Decision, side: str, words: str) -> bool:
    """Whether it was taken (Decision.may_be_appealed_by)."""
    locked = Decision.objects.select_for_update().get(pk=decision.pk)
    if not locked.may_be_appealed_by(side):
        return False
    locked.appeal, locked.appealed_at, locked.appealed_by = words, timezone.now(), side
    locked.save(update_fields=["appeal", "appealed_at", "appealed_by"])
    if settings.STAFF_MAIL:
        link = f"{settings.BASE_URL}{reverse('notices:edit', args=[locked.notice_id])}"
        staff = Author(settings.STAFF_MAIL, settings.STAFF_LANGUAGE)
        _write(staff, "appeal_staff", locked.notice, link=link)
    return True


@transaction.atomic
def forget_notices() -> None:
    """Who reported, and what they wrote, goes half a year after the last decision; the rest is counted."""
    oldest = timezone.now() - FORGET_AFTER
    told = Notice.objects.exclude(explanation="", name="", email="")
    for notice in told.filter(decisions__decided_at__lt=oldest).distinct():
        last = notice.last_decision
        if last and last.decided_at < oldest and last.appealed_at is None:
            notice.explanation = notice.place = notice.name = notice.email = ""
            notice.save(update_fields=["explanation", "place", "name", "email"])
            notice.decisions.update(appeal="")


def forget_notices_of(*, address: str) -> None:
    """Somebody's account is erased: the reports stay, and name nobody."""
    Notice.objects.filter(email__iexact=address).update(name="", email="")


def _tell(person: Author, template: str, decision: Decision, side: str) -> None:
    with translation.override(active_language_for(person.language)):
        words = {
            "verdict": str(Verdict(decision.verdict).label),
            "ground": str(Ground(decision.ground).label) if decision.ground else "",
            "reason": str(decision.notice.get_reason_display()),
        }
    link = appeal_link(decision, side, person.language) if decision.may_be_appealed_by(side) else ""
    _write(person, template, decision.notice, link=link, facts=decision.facts, **words)


def _write(person: Author, template: str, notice: Notice, **context: Any) -> None:
    address = f"{settings.BASE_URL}{switch_language('/en' + notice.path, person.language)}"
    queue_mail(
        to=person.email,
        language=person.language,
        template=f"messaging/mail/{template}.txt",
        context={"title": notice.title, "address": address, **context},
    )
