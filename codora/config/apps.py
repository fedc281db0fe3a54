from typing import Any

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "codora.config"

    def ready(self) -> None:
        from codora.accounts.roles import group_made

        group_made.connect(_give_rights)


def _give_rights(group: Any, role: Any, scope: str, **_: Any) -> None:
    from codora.config.rights import give_rights

    give_rights(group, role, scope)
