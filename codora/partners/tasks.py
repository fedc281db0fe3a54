"""Work in the background."""

from django_tasks import task

from codora.core.background import enqueue_once
from codora.partners.actions.directory import forget_logos
from codora.partners.actions.inquiries import forget_inquiries
from codora.partners.actions.mentoring import expire_introductions, forget_mentoring, late_introductions
from codora.partners.actions.representation import forget_invitations


@task()
def forget() -> None:
    """What need not be kept any longer."""
    forget_inquiries()
    forget_invitations()
    forget_logos()
    forget_mentoring()


@task()
def ask_other_mentors() -> None:
    expire_introductions()


def enqueue_forgetting() -> None:
    enqueue_once(forget)


def enqueue_asking() -> None:
    """Asks for it as soon as a mentor has let a question wait too long."""
    if late_introductions().exists():
        enqueue_once(ask_other_mentors)
