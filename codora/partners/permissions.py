"""What staff may do with those who get in touch."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class InquiryPolicy(ModelPermissionPolicy):
    """Staff work on what came in by the form; nobody adds to it by hand."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)


class MentoringPolicy(ModelPermissionPolicy):
    """Offers and requests can be looked at and deleted; the people themselves alone write them."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in {"view", "delete"} and super().user_has_permission(user, action)
