"""What each role may do in the editors' part of the site: one table.

Administrators (Django's superusers) may do everything. Those who speak for a partner have no role: they edit
its page on the site itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from codora.accounts.queries import granted_scopes
from codora.accounts.roles import SCOPE_KINDS, Role, ScopeKind, group_name, group_of
from codora.pages.models import CountryPage, HomePage


@dataclass(frozen=True)
class Rights:
    """`site` are Django's permissions, as app.codename.

    `pages` are Wagtail's page permissions: on every page, or for a role with a scope on the pages of that
    language or country. `files` are permissions on pictures and documents.
    """

    site: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


_ENTER = ("wagtailadmin.access_admin",)
_EDIT = (*_ENTER, "wagtail_localize.submit_translation")
_ROLES = ("accounts.add_rolegrant", "accounts.view_rolegrant", "accounts.delete_rolegrant")
_OUTBOX = ("messaging.view_outgoingmail", "messaging.change_outgoingmail")
_REPORTS = tuple(f"messaging.{kind}_barrierreport" for kind in ("view", "change", "delete"))
_NOTICES = ("messaging.view_notice", "messaging.change_notice")
_FIGURES = ("insights.change_finishday",)
_CAMPAIGNS = (
    *(
        f"campaigns.{kind}_{model}"
        for model in ("campaign", "edition")
        for kind in ("add", "change", "delete", "view")
    ),
    "campaigns.view_hostedhour",
    "campaigns.delete_hostedhour",
)
_LOOK_AT_PLEDGES = ("campaigns.view_pledgetarget",)  # codora.campaigns.pledges.permissions
_PLEDGES = tuple(
    f"campaigns.{kind}_{model}"
    for model in ("pledge", "progressreport", "coalition")
    for kind in ("add", "change", "delete", "view")
)
_INQUIRIES = ("partners.change_inquiry", "partners.delete_inquiry", "partners.view_inquiry")
_PARTNERS = tuple(f"partners.{kind}_partner" for kind in ("add", "change", "delete", "publish", "view"))
_MENTORS = tuple(
    f"partners.{kind}_{model}" for kind in ("view", "delete") for model in ("mentoroffer", "mentorrequest")
)
_WRITE = ("add", "change")
_PUBLISH = (*_WRITE, "publish", "lock", "unlock")

RIGHTS = {
    Role.STAFF: Rights(
        (
            *(*_EDIT, *_ROLES, *_FIGURES, *_OUTBOX, *_REPORTS, *_NOTICES),
            *(*_CAMPAIGNS, *_PLEDGES, *_INQUIRIES, *_PARTNERS, *_MENTORS),
        ),
        pages=_PUBLISH,
        files=("add", "change", "choose"),
    ),
    Role.EDITOR: Rights(_EDIT, pages=_PUBLISH, files=("add", "change", "choose")),
    Role.CAMPAIGN_MANAGER: Rights(
        (*_ENTER, *_FIGURES, *_CAMPAIGNS, *_PLEDGES), pages=_WRITE, files=("add", "choose")
    ),
    Role.TRANSLATOR: Rights(_ENTER, pages=("change",)),
    Role.AMBASSADOR: Rights((*_ENTER, *_LOOK_AT_PLEDGES), pages=("change",), files=("add", "choose")),
}


def settle_rights() -> None:
    """Brings the groups of all roles to the table: after a new version, and when pages came."""
    for role, scope in {
        (role, "") for role in Role if SCOPE_KINDS[role] is ScopeKind.SITE
    } | granted_scopes():
        give_rights(group_of(role, scope), role, scope)


@transaction.atomic
def give_rights(group: Group, role: Role, scope: str) -> None:
    """The group has the rights of the table, and no others."""
    rights = RIGHTS[role]
    group.permissions.set([_permission(name) for name in rights.site])
    GroupPagePermission.objects.filter(group=group).delete()
    for page in _pages(role, scope):
        for kind in rights.pages:
            GroupPagePermission.objects.create(group=group, page=page, permission_type=kind)
    GroupCollectionPermission.objects.filter(group=group).delete()
    for model in (Image, Document):  # Wagtail's own carry the permissions of whatever stands in their place
        for kind in rights.files:
            name = f"{model._meta.app_label}.{kind}_{model._meta.model_name}"
            GroupCollectionPermission.objects.create(
                group=group, collection=Collection.get_first_root_node(), permission=_permission(name)
            )


@transaction.atomic
def settle_rights_on(page: HomePage | CountryPage) -> None:
    """A page came, or is of another country now: translators or ambassadors who are there already get it."""
    if isinstance(page, HomePage):
        role, scope = Role.TRANSLATOR, page.locale.language_code
    else:
        role, scope = Role.AMBASSADOR, page.country_id
    GroupPagePermission.objects.filter(page=page, group__name__startswith=f"{role}:").delete()
    if group := Group.objects.filter(name=group_name(role, scope)).first():
        give_rights(group, role, scope)


def _permission(name: str) -> Permission:
    app, _, codename = name.partition(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _pages(role: Role, scope: str) -> Iterable[Page]:
    match SCOPE_KINDS[role]:
        case ScopeKind.SITE:
            return [Page.get_first_root_node()]
        case ScopeKind.LANGUAGE:
            return list(HomePage.objects.filter(locale__language_code=scope))
        case ScopeKind.COUNTRY:
            return list(CountryPage.objects.filter(country=scope))
