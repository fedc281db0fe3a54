"""Work in the background."""

from typing import Any

from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult


def enqueue_once(task: Task[Any, Any]) -> None:
    """Asks for the task unless it waits already: a worker that was away has no heap to work off."""
    waiting = DBTaskResult.objects.filter(task_path=task.module_path, status=TaskResultStatus.READY)
    if not waiting.exists():
        task.enqueue()
