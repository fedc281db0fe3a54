"""Work in the background."""

from django_tasks import task

from codora.core.background import enqueue_once
from codora.messaging import actions, barriers, notices
from codora.messaging.queries import due_mails


@task()
def deliver_mails() -> None:
    actions.deliver_due_mails()


@task()
def forget_old_mails() -> None:
    actions.forget_old_mails()
    barriers.forget_old_reports()
    notices.forget_notices()


def enqueue_delivery() -> None:
    """Asks for it as soon as a mail is due."""
    if due_mails().exists():
        enqueue_once(deliver_mails)


def enqueue_forgetting() -> None:
    enqueue_once(forget_old_mails)
