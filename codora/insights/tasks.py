"""Work in the background."""

from django_tasks import task

from codora.core.background import enqueue_once
from codora.insights import actions


@task()
def project_progress() -> None:
    actions.project_progress()


def enqueue_projection() -> None:
    enqueue_once(project_progress)
