from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "codora.accounts"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from codora.accounts import signals  # noqa: F401
        from codora.accounts.models import RoleGrant
        from codora.accounts.permissions import RoleGrantPolicy

        register_permission_policy(RoleGrant, RoleGrantPolicy(RoleGrant))
