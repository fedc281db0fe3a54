"""An adult offers help, a school asks for it, and one after the other is asked until somebody says yes."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log

from codora.accounts.models import User
from codora.core.languages import switch_language
from codora.messaging.actions import forget_mails_to, queue_mail
from codora.partners.actions.inquiries import MOST_MAILS, MOST_UNVERIFIED, TooMany
from codora.partners.mentor_links import link_to
from codora.partners.models import Introduction, MentorOffer, MentorRequest
from codora.partners.models.mentoring import ANSWER_WITHIN, Adult
from codora.partners.queries.mentoring import candidates_for

State, Answer = MentorRequest.State, Introduction.Answer
DAY = timedelta(days=1)
CONFIRM_WITHIN = timedelta(days=7)
CLOSED_FOR = timedelta(days=60)
STANDS_FOR = timedelta(days=365)
QUESTION_FOR = timedelta(days=30)
PAUSED_AFTER = 3
"""Questions without an answer in a row."""


@transaction.atomic
def register_offer(*, proof: str | None, **values: Any) -> None:
    """Keeps what somebody offers; it stands once they open the link in our mail. Raises TooMany."""
    _register(MentorOffer, "partners/mail/offer_confirm.txt", proof, values)


@transaction.atomic
def register_request(*, proof: str | None, **values: Any) -> None:
    """Keeps what a school asks for; mentors are asked once it is confirmed. Raises TooMany."""
    _register(MentorRequest, "partners/mail/request_confirm.txt", proof, values)


def _register(kind: Any, template: str, proof: str | None, values: dict[str, Any]) -> None:
    today = kind.objects.filter(created_at__gt=timezone.now() - DAY)
    if proof is None and today.filter(proof=None).count() >= MOST_UNVERIFIED:
        raise TooMany
    if proof is not None and kind.objects.filter(proof=proof).exists():
        return
    may_write = today.filter(email__iexact=values["email"]).count() < MOST_MAILS
    thing = kind.objects.create(proof=proof, **values)
    if may_write:
        _write(thing, template, link=link_to(thing, thing.language))


def confirm_offer(*, offer: MentorOffer) -> None:
    """It stands from now on: also again, after a pause or our question."""
    offer.confirmed_at = offer.confirmed_at or timezone.now()
    offer.stands_at, offer.paused_at, offer.questioned_at, offer.unanswered = timezone.now(), None, None, 0
    offer.save()


def change_offer(*, offer: MentorOffer, **values: Any) -> None:
    for name, value in values.items():
        setattr(offer, name, value)
    offer.stands_at, offer.questioned_at = timezone.now(), None
    offer.save()


def pause_offer(*, offer: MentorOffer) -> None:
    offer.paused_at = timezone.now()
    offer.save(update_fields=["paused_at"])


@transaction.atomic
def remove_offer(*, offer: MentorOffer) -> None:
    """Deletes it. Whoever waits for an answer of this mentor gets another one."""
    waiting = list(MentorRequest.objects.filter(introductions__in=_open(offer=offer)))
    _forget_mails(offer)
    offer.delete()
    for request in waiting:
        ask_next(request=request)


@transaction.atomic
def confirm_request(*, request: MentorRequest) -> None:
    if request.state == State.UNCONFIRMED:
        request.confirmed_at, request.state = timezone.now(), State.SEARCHING
        request.save(update_fields=["confirmed_at", "state"])
        ask_next(request=request)


@transaction.atomic
def withdraw_request(*, request: MentorRequest) -> None:
    _open(request=request).update(answer=Answer.NO)
    _close(request, State.WITHDRAWN)


@transaction.atomic
def ask_next(*, request: MentorRequest) -> None:
    """Asks whose turn it is; where nobody is left, or the days are over, says what else there is."""
    is_over = request.last_day < timezone.localdate()
    candidates = [] if is_over else candidates_for(request)
    if candidates:
        ask(offer=candidates[0].offer, request=request)
        return
    _close(request, State.NOBODY)
    _write(request, "partners/mail/request_nobody.txt", **_suggestions(request.language))


@transaction.atomic
def ask(*, offer: MentorOffer, request: MentorRequest, by: User | None = None) -> None:
    """`by`: the staff member who chose this mentor, if anybody did. Who was asked before is asked no more."""
    _open(request=request).update(answer=Answer.NONE)
    introduction = Introduction.objects.create(offer=offer, request=request, asked_at=timezone.now())
    MentorOffer.objects.filter(pk=offer.pk).update(asked_at=introduction.asked_at)
    MentorRequest.objects.filter(pk=request.pk).update(state=State.SEARCHING, closed_at=None)
    link = link_to(introduction, offer.language)
    _write(offer, "partners/mail/introduction.txt", link=link, organisation=request.organisation)
    if by:
        log(instance=request, action="partners.ask_mentor", user=by)


@transaction.atomic
def answer_introduction(*, introduction: Introduction, accepts: bool) -> None:
    """Yes: each of both gets the other's address. No: the next one is asked. An answer is the last word."""
    locked = Introduction.objects.select_for_update().get(pk=introduction.pk)
    if locked.answer != Answer.OPEN:
        return
    offer, request = locked.offer, locked.request
    locked.answer = Answer.YES if accepts else Answer.NO
    locked.save(update_fields=["answer"])
    MentorOffer.objects.filter(pk=offer.pk).update(unanswered=0, stands_at=timezone.now(), questioned_at=None)
    if not accepts:
        ask_next(request=request)
        return
    _close(request, State.MATCHED)
    for one, other in ((offer, request), (request, offer)):
        _write(
            one,
            "partners/mail/matched.txt",
            person=other.person,
            organisation=other.organisation,
            email=other.email,
            message=other.message,
        )


def late_introductions() -> Any:
    return _open(asked_at__lt=timezone.now() - ANSWER_WITHIN)


@transaction.atomic
def expire_introductions() -> None:
    """Who has not answered in time is asked no more, and after three times not at all for now."""
    for introduction in late_introductions().select_for_update():  # a yes may come in at the same moment
        introduction.answer = Answer.NONE
        introduction.save(update_fields=["answer"])
        offer = introduction.offer
        offer.unanswered += 1
        if offer.unanswered >= PAUSED_AFTER:
            offer.paused_at = timezone.now()
            _write(offer, "partners/mail/offer_paused.txt", link=link_to(offer, offer.language))
        offer.save(update_fields=["unanswered", "paused_at"])
        ask_next(request=introduction.request)


@transaction.atomic
def forget_mentoring() -> None:
    """What nobody confirmed, what is over, and offers of which nobody says any more that they stand."""
    now = timezone.now()
    for kind in (MentorOffer, MentorRequest):
        for thing in kind.objects.filter(confirmed_at=None, created_at__lt=now - CONFIRM_WITHIN):
            _forget_mails(thing)
            thing.delete()
    for request in MentorRequest.objects.exclude(email="").filter(closed_at__lt=now - CLOSED_FOR):
        _forget_mails(request)
        request.organisation = request.person = request.email = request.message = request.town = ""
        request.latitude = request.longitude = None
        request.save()
    for offer in MentorOffer.objects.filter(questioned_at__lt=now - QUESTION_FOR):
        remove_offer(offer=offer)
    old = Q(stands_at__lt=now - STANDS_FOR) | Q(paused_at__lt=now - STANDS_FOR)
    for offer in MentorOffer.objects.filter(old, questioned_at=None):
        offer.questioned_at = now
        offer.save(update_fields=["questioned_at"])
        _write(offer, "partners/mail/offer_stands.txt", link=link_to(offer, offer.language))


@transaction.atomic
def delete_by_staff(*, thing: MentorOffer | MentorRequest, by: User) -> None:
    log(instance=thing, action="wagtail.delete", user=by)
    if isinstance(thing, MentorOffer):
        remove_offer(offer=thing)
    else:
        _forget_mails(thing)
        thing.delete()


@transaction.atomic
def forget_mentoring_of(*, address: str) -> None:
    """Somebody's account is erased: neither an offer nor a request of theirs stays."""
    for offer in MentorOffer.objects.filter(email__iexact=address):
        remove_offer(offer=offer)
    MentorRequest.objects.filter(email__iexact=address).delete()


def _open(**which: Any) -> Any:
    return Introduction.objects.filter(answer=Answer.OPEN, **which)


def _close(request: MentorRequest, state: str) -> None:
    request.state, request.closed_at = state, timezone.now()
    request.save(update_fields=["state", "closed_at"])


def _suggestions(language: str) -> dict[str, str]:
    def absolute(path: str) -> str:
        return f"{settings.BASE_URL}{switch_language(path, language)}"

    return {
        "guide": absolute("/en/teach/one-hour/"),
        "partners": absolute(reverse("partners:directory_show")),
        "again": absolute(reverse("partners:mentor_ask")),
    }


def _write(adult: Adult, template: str, **context: str) -> None:
    queue_mail(to=adult.email, language=adult.language, template=template, context=context)


def _forget_mails(adult: Adult) -> None:
    if adult.email:
        forget_mails_to(address=adult.email)
