"""Work in the background."""

from django_tasks import task

from codora.accounts import actions
from codora.core.background import enqueue_once


@task()
def forget_old_sign_ins() -> None:
    actions.forget_old_sign_ins()


def enqueue_forgetting() -> None:
    enqueue_once(forget_old_sign_ins)
