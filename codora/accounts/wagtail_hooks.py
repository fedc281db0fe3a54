"""Accounts in Wagtail's admin: who has which role."""

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.views.generic import CreateView, DeleteView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogActionRegistry, LogFormatter

from codora.accounts.actions import grant_role, revoke_role
from codora.accounts.forms import RoleGrantForm
from codora.accounts.models import RoleGrant
from codora.accounts.roles import Role


class GrantView(CreateView):
    def save_instance(self) -> RoleGrant:
        form = self.form
        return grant_role(
            user=form.person,
            role=Role(form.cleaned_data["role"]),
            scope=form.cleaned_data["scope"],
            by=self.request.user,
        )


class RevokeView(DeleteView):
    def delete_action(self) -> None:
        revoke_role(grant=self.object, by=self.request.user)


class RoleGrantViewSet(ModelViewSet):
    model = RoleGrant
    icon = "group"
    menu_label = gettext_lazy("Roles")
    menu_order = 601
    add_to_settings_menu = True
    add_view_class = GrantView
    delete_view_class = RevokeView
    list_display: ClassVar = ["user", "get_role_display", "scope", "granted_on"]
    list_filter: ClassVar = ["role", "scope"]
    search_fields: ClassVar = ["user__email"]
    copy_view_enabled = False
    inspect_view_enabled = True

    def get_form_class(self, for_update: bool = False) -> type[RoleGrantForm]:
        return RoleGrantForm


@hooks.register("register_admin_viewset")
def register_roles() -> RoleGrantViewSet:
    return RoleGrantViewSet("roles", url_prefix="roles")


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action("accounts.grant_role")
    class GrantFormatter(LogFormatter):
        label = gettext_lazy("Give a role")

        def format_message(self, log_entry: Any) -> str:
            return _("Gave the role %(role)s") % {"role": _role_of(log_entry)}

    @actions.register_action("accounts.revoke_role")
    class RevokeFormatter(LogFormatter):
        label = gettext_lazy("Take a role back")

        def format_message(self, log_entry: Any) -> str:
            return _("Took the role %(role)s back") % {"role": _role_of(log_entry)}


def _role_of(log_entry: Any) -> str:
    role, scope = Role(log_entry.data["role"]).label, log_entry.data["scope"]
    return f"{role} ({scope})" if scope else str(role)
