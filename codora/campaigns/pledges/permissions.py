"""Who looks at pledges and coalitions in the editors' part."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy

LOOK = "campaigns.view_pledgetarget"
"""The right of ambassadors. With one on the pledge itself the site history would tell them who did what."""


class LookPolicy(ModelPermissionPolicy):
    """Whoever has LOOK may view, and nothing else."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return bool((action == "view" and user.has_perm(LOOK)) or super().user_has_permission(user, action))
