"""Work in the background."""

from django_tasks import task

from codora.core.background import enqueue_once
from codora.partners import actions


@task()
def forget_inquiries() -> None:
    actions.forget_inquiries()


def enqueue_forgetting() -> None:
    enqueue_once(forget_inquiries)
