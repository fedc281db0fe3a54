"""Reading people and roles."""

from codora.accounts.models import RoleGrant
from codora.accounts.roles import Role


def granted_scopes() -> set[tuple[Role, str]]:
    """Every role and scope that somebody has."""
    return {(Role(role), scope) for role, scope in RoleGrant.objects.values_list("role", "scope").distinct()}


def scopes_of(user_id: int, role: Role) -> set[str]:
    """For what this person has the role: languages of a translator, countries of an ambassador."""
    return set(RoleGrant.objects.filter(user_id=user_id, role=role).values_list("scope", flat=True))
