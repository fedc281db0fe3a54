"""Making administrators, giving and taking roles. Staff see each under Reports, Site history."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from codora.accounts.models import RoleGrant, User
from codora.accounts.roles import Role, group_of


@transaction.atomic
def create_administrator(*, email: str, password: str) -> User:
    """Someone who may do everything. Raises ValidationError if an account has the address already."""
    if User.objects.filter(email__iexact=email).exists():
        raise ValidationError(_("An account has this address already."))
    user = User.objects.create_superuser(username=email, email=email, password=password)
    log(instance=user, action="wagtail.create", user=None)
    return user


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
