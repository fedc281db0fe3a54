"""Which database holds which model."""

from typing import Any

from django.db.models import Model

OWNERS = {"play": "progress"}


class ProgressRouter:
    """Progress has a database of its own, so that players and editors never wait for each other."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return OWNERS.get(model._meta.app_label, "default")

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == OWNERS.get(app_label, "default")
