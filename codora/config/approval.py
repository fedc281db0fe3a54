"""Who approves the pages of those who may not publish."""

from wagtail.models import GroupApprovalTask

from codora.accounts.roles import Role, group_of

APPROVING = (Role.STAFF, Role.EDITOR)


def settle_approval() -> None:
    """Wagtail's own workflow, which holds for every page, asks our editors and staff.

    Once: what an administrator sets up afterwards stays.
    """
    for task in GroupApprovalTask.objects.filter(groups__name="Moderators").distinct():
        task.groups.set([group_of(role) for role in APPROVING])
