"""Work in the background."""

from django_tasks import task

from codora.campaigns import hosting
from codora.core.background import enqueue_once


@task()
def remind_hosts() -> None:
    hosting.remind_hosts()


@task()
def forget_hosts() -> None:
    hosting.forget_hosts()


def enqueue_reminders() -> None:
    """Asks for it as soon as somebody is to be reminded."""
    if hosting.hours_to_remind():
        enqueue_once(remind_hosts)


def enqueue_forgetting() -> None:
    enqueue_once(forget_hosts)
