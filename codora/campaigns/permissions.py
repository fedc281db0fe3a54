"""What staff may do with hosts."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class HostedHourPolicy(ModelPermissionPolicy):
    """An hour can be looked at and deleted; hosts alone write it."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in {"view", "delete"} and super().user_has_permission(user, action)
