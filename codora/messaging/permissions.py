"""What staff may do with mails and reports."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class OutboxPolicy(ModelPermissionPolicy):
    """A mail can be looked at and tried again; the site alone writes and forgets them."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in {"view", "change"} and super().user_has_permission(user, action)


class BarrierReportPolicy(ModelPermissionPolicy):
    """Visitors write them; staff answer them, and delete what is none."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)


class NoticePolicy(ModelPermissionPolicy):
    """Visitors write reports, staff decide on them; none is ever deleted, so that all are counted."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in {"view", "change"} and super().user_has_permission(user, action)
