"""Somebody gets in touch; staff note, answer, and in the end forget."""

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log

from codora.accounts.models import User
from codora.messaging.actions import forget_mails_to, queue_mail
from codora.partners.models import Inquiry, State
from codora.partners.queries.inquiries import staff_for_inquiries

MOST_MAILS = 3
"""So many confirmations a day an address gets: nobody can have a stranger written to again and again."""
MOST_UNVERIFIED = 20
"""So many inquiries a day are taken from browsers without a script, from all of the world together."""
DAY = timedelta(days=1)
DECLINED_FOR = timedelta(days=183)
IDLE_FOR = timedelta(days=365)


class TooMany(Exception):
    """More came without a proof of work than is taken in a day."""


@transaction.atomic
def register_inquiry(
    *,
    kind: str,
    organisation: str,
    country: str,
    website: str,
    person: str,
    email: str,
    contributions: list[str],
    message: str,
    speaks: list[str],
    language: str,
    proof: str | None,
) -> None:
    """Keeps what somebody sent, confirms it to them and tells staff. The same proof twice is one inquiry.

    Raises TooMany where there is no proof and too many others had none.
    """
    today = Inquiry.objects.filter(created_at__gt=timezone.now() - DAY)
    if proof is None and today.filter(proof=None).count() >= MOST_UNVERIFIED:
        raise TooMany
    if proof is not None and Inquiry.objects.filter(proof=proof).exists():
        return
    may_write = today.filter(email__iexact=email).count() < MOST_MAILS
    inquiry = Inquiry.objects.create(
        kind=kind,
        organisation=organisation,
        country_id=country,
        website=website,
        person=person,
        email=email,
        contributions=contributions,
        message=message,
        speaks=speaks,
        language=language,
        proof=proof,
    )
    if may_write:
        queue_mail(to=email, language=language, template="partners/mail/received.txt", context={})
    _tell_staff(inquiry)


def _tell_staff(inquiry: Inquiry) -> None:
    path = reverse("inquiries:edit", args=[inquiry.pk])
    context = {"organisation": inquiry.organisation, "link": f"{settings.BASE_URL}{path}"}
    for person in staff_for_inquiries():
        queue_mail(
            to=person.email, language=person.language, template="partners/mail/notice.txt", context=context
        )


@transaction.atomic
def note_inquiry(
    *, inquiry: Inquiry, state: State, owner: User | None, notes: str, next_on: date | None, by: User
) -> None:
    """Staff say how far the talk is, who looks after it and what comes next."""
    before = Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    inquiry.state, inquiry.owner, inquiry.notes, inquiry.next_on = state, owner, notes, next_on
    inquiry.changed_at = timezone.now()
    inquiry.save(update_fields=["state", "owner", "notes", "next_on", "changed_at"])
    log(
        instance=inquiry,
        action="partners.note_inquiry",
        user=by,
        data={"from": before.state, "to": state, "next_on": next_on.isoformat() if next_on else ""},
    )


@transaction.atomic
def answer_inquiry(*, inquiry: Inquiry, subject: str, text: str, state: State, by: User) -> None:
    """Writes to the person in their language; `text` has empty lines between paragraphs."""
    queue_mail(
        to=inquiry.email,
        language=inquiry.language,
        template="partners/mail/answer.txt",
        context={"subject": " ".join(subject.split()), "text": text},
    )
    before = Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    inquiry.state, inquiry.changed_at = state, timezone.now()
    inquiry.save(update_fields=["state", "changed_at"])
    log(
        instance=inquiry,
        action="partners.answer_inquiry",
        user=by,
        data={"from": before.state, "to": state},
    )


def forget_inquiries_of(*, address: str) -> None:
    """Somebody's account is erased: the organisation's inquiry stays, and names nobody."""
    personal = dict.fromkeys(("person", "email", "message", "notes"), "")
    Inquiry.objects.filter(email__iexact=address).update(**personal)


@transaction.atomic
def forget_inquiries() -> None:
    """Forgets the people where nothing came of it: declined half a year ago, or silent for a year."""
    now = timezone.now()
    over = Q(state=State.DECLINED, changed_at__lt=now - DECLINED_FOR)
    silent = Q(state__in=[State.NEW, State.IN_TALK], changed_at__lt=now - IDLE_FOR)
    for inquiry in Inquiry.objects.exclude(email="").filter(over | silent):
        forget_mails_to(address=inquiry.email)
        inquiry.person = inquiry.email = inquiry.message = inquiry.notes = ""
        inquiry.state, inquiry.next_on = State.DECLINED, None
        inquiry.save(update_fields=["person", "email", "message", "notes", "state", "next_on"])
