"""Work in the background."""

from django_tasks import task

from codora.core.background import enqueue_once
from codora.partners.actions import inquiries


@task()
def forget_inquiries() -> None:
    inquiries.forget_inquiries()


def enqueue_forgetting() -> None:
    enqueue_once(forget_inquiries)
