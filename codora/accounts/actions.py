"""Giving and taking roles. Each is written to the log that staff see under Reports, Site history."""

from django.db import transaction
from wagtail.log_actions import log

from codora.accounts.models import RoleGrant, User
from codora.accounts.roles import Role, group_of


@transaction.atomic
def grant_role(*, user: User, role: Role, scope: str = "", by: User | None) -> RoleGrant:
    """Gives a role; a second time it changes nothing. `by` is None on the command line."""
    grant, is_new = RoleGrant.objects.get_or_create(user=user, role=role, scope=scope)
    if is_new:
        user.groups.add(group_of(role, scope))
        log(instance=user, action="accounts.grant_role", user=by, data={"role": role, "scope": scope})
    return grant


@transaction.atomic
def revoke_role(*, grant: RoleGrant, by: User | None) -> None:
    role, scope, user = Role(grant.role), grant.scope, grant.user
    grant.delete()
    user.groups.remove(group_of(role, scope))
    log(instance=user, action="accounts.revoke_role", user=by, data={"role": role, "scope": scope})
