"""Work in the background."""

from django_tasks import task

from codora.core.background import enqueue_once
from codora.insights import actions, pledge_reminders


@task()
def project_progress() -> None:
    actions.project_progress()


@task()
def remind_of_pledges() -> None:
    pledge_reminders.write_pledge_reminders()


def enqueue_projection() -> None:
    enqueue_once(project_progress)


def enqueue_pledge_reminders() -> None:
    """Asks for it as soon as somebody is to be written to."""
    if pledge_reminders.targets_to_write_of():
        enqueue_once(remind_of_pledges)
