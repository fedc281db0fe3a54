"""Work in the background."""

from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from codora.insights import actions


@task()
def project_progress() -> None:
    actions.project_progress()


def enqueue_projection() -> None:
    """Asks for a projection unless one waits already: a worker that was away has no heap to work off."""
    waiting = DBTaskResult.objects.filter(
        task_path=project_progress.module_path, status=TaskResultStatus.READY
    )
    if not waiting.exists():
        project_progress.enqueue()
