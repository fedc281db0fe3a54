from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_save


class ConfigConfig(AppConfig):
    name = "codora.config"

    def ready(self) -> None:
        from codora.accounts.roles import group_made
        from codora.pages.models import CountryPage, HomePage

        group_made.connect(_give_rights)
        for model in (HomePage, CountryPage):
            post_save.connect(_settle_rights, sender=model)


def _give_rights(group: Any, role: Any, scope: str, **_: Any) -> None:
    from codora.config.rights import give_rights

    give_rights(group, role, scope)


def _settle_rights(instance: Any, **_: Any) -> None:
    from codora.config.rights import settle_rights_on

    settle_rights_on(instance)
