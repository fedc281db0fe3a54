"""Who may do what with roles and accounts."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class RoleGrantPolicy(ModelPermissionPolicy):
    """A role is given or taken back: there is nothing in between to edit."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "change" and super().user_has_permission(user, action)


class AdministratorsPolicy(ModelPermissionPolicy):
    """Whoever could edit an account could make it an administrator's: no permission is enough for that."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return bool(user.is_active and user.is_superuser)
