"""Writing mails and sending them."""

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core.mail import get_connection
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string
from wagtail.log_actions import log

from codora.messaging.delivery import describe, is_for_good, is_unreachable, send
from codora.messaging.models import OutgoingMail
from codora.messaging.queries import due_mails, mails_to
from codora.messaging.rendering import render_mail

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

State = OutgoingMail.State
logger = logging.getLogger(__name__)

PAUSES = [timedelta(minutes=each) for each in (1, 5, 15, 60, 180, 360, 720, 1440, 1440, 1440)]
"""Between one attempt and the next: five days in all, then the mail has failed."""
LEASE = timedelta(minutes=10)
"""A worker that dies while it sends leaves the mail to others after this time."""
FORGET_SENT_AFTER = timedelta(days=7)
FORGET_FAILED_AFTER = timedelta(days=30)
DELETE_AFTER = timedelta(days=90)


@transaction.atomic
def queue_mail(*, to: str, language: str, template: str, context: Mapping[str, Any]) -> OutgoingMail:
    """Writes a mail (see `rendering`) and stores it with the caller's transaction; then it leaves."""
    rendered = render_mail(template, language, context)
    mail = OutgoingMail.objects.create(
        to=to,
        language=language,
        template=template,
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
    )
    transaction.on_commit(import_string("codora.messaging.tasks.enqueue_delivery"))
    return mail


def deliver_due_mails() -> None:
    """Sends what is due. A mail server that cannot be reached ends the round: nothing is tried in vain.

    A mail is sent once, but twice if the process dies between the server's yes and our note of it.
    """
    connection = get_connection()
    try:
        for mail in due_mails()[:1000]:
            if _claim(mail) and not _deliver(mail, connection):
                return
    finally:
        connection.close()


def _claim(mail: OutgoingMail) -> bool:
    """Of several workers one gets it."""
    mine = OutgoingMail.objects.filter(pk=mail.pk, state=State.WAITING, next_try_at=mail.next_try_at)
    return bool(mine.update(next_try_at=timezone.now() + LEASE, attempts=F("attempts") + 1))


def _deliver(mail: OutgoingMail, connection: Any) -> bool:
    """False if the server cannot be reached."""
    mail.refresh_from_db()
    try:
        send(mail, connection)
    except Exception as error:
        _note_failure(mail, error)
        connection.close()
        return not is_unreachable(error)
    mail.state, mail.sent_at, mail.last_error = State.SENT, timezone.now(), ""
    mail.save(update_fields=["state", "sent_at", "last_error"])
    return True


def _note_failure(mail: OutgoingMail, error: Exception) -> None:
    mail.last_error = describe(error)
    if is_for_good(error) or mail.attempts > len(PAUSES):
        mail.state = State.FAILED
    else:
        mail.next_try_at = timezone.now() + PAUSES[mail.attempts - 1]
    mail.save(update_fields=["last_error", "state", "next_try_at"])
    logger.warning("Mail %s was not sent (attempt %s): %s", mail.pk, mail.attempts, mail.last_error)


@transaction.atomic
def retry_mail(*, mail: OutgoingMail, by: "AbstractBaseUser") -> None:
    """Tries a waiting or failed mail again now, as if for the first time."""
    if mail.state == State.SENT or not mail.to:
        return
    mail.state, mail.attempts, mail.next_try_at = State.WAITING, 0, timezone.now()
    mail.save(update_fields=["state", "attempts", "next_try_at"])
    log(instance=mail, action="messaging.retry_mail", user=by)
    transaction.on_commit(import_string("codora.messaging.tasks.enqueue_delivery"))


def forget_old_mails() -> None:
    """Addresses and texts go some days after a mail was sent or given up, what is left of it after months."""
    now = timezone.now()
    empty = {"to": "", "subject": "", "text": "", "html": ""}
    mails = OutgoingMail.objects.exclude(to="")
    mails.filter(state=State.SENT, sent_at__lt=now - FORGET_SENT_AFTER).update(**empty)
    mails.filter(state=State.FAILED, created_at__lt=now - FORGET_FAILED_AFTER).update(**empty)
    OutgoingMail.objects.exclude(state=State.WAITING).filter(created_at__lt=now - DELETE_AFTER).delete()


def forget_mails_to(*, address: str) -> None:
    """Somebody's account is erased: no mail to them leaves any more, and none is kept."""
    mails_to(address).delete()
