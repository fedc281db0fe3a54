"""What people may do on the site: a role for the whole site, for a language, or for a country.

Rights hang on groups, as Wagtail and Django have them. Each role has a group for each of its scopes; which
rights the group has is one table in codora/config/rights.py.
"""

from enum import Enum

from django.contrib.auth.models import Group
from django.db import models
from django.dispatch import Signal
from django.utils.translation import pgettext_lazy

group_made = Signal()
"""A role has its group. Sent with `group`, `role` and `scope`."""


class Role(models.TextChoices):
    # Translators: a role, someone who runs the site for the campaign
    STAFF = "staff", pgettext_lazy("role", "Staff")
    # Translators: a role, someone who writes and publishes pages
    EDITOR = "editor", pgettext_lazy("role", "Editor")
    # Translators: a role, someone who translates pages into one language
    TRANSLATOR = "translator", pgettext_lazy("role", "Translator")
    # Translators: a role, someone who runs a campaign such as Code Week
    CAMPAIGN_MANAGER = "campaign", pgettext_lazy("role", "Campaign manager")
    # Translators: a role, someone who speaks for the campaign in one country
    AMBASSADOR = "ambassador", pgettext_lazy("role", "Ambassador")


class ScopeKind(Enum):
    """What a role is given for."""

    SITE = "site"
    LANGUAGE = "language"
    COUNTRY = "country"


SCOPE_KINDS = dict.fromkeys(Role, ScopeKind.SITE) | {
    Role.TRANSLATOR: ScopeKind.LANGUAGE,
    Role.AMBASSADOR: ScopeKind.COUNTRY,
}


def group_name(role: Role, scope: str = "") -> str:
    return f"{role}:{scope}" if scope else role.value


def group_of(role: Role, scope: str = "") -> Group:
    """The group of a role and scope; made, with its rights, when it is first asked for."""
    group, is_new = Group.objects.get_or_create(name=group_name(role, scope))
    if is_new:
        group_made.send(sender=Group, group=group, role=role, scope=scope)
    return group
