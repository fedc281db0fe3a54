"""Accounts of people in Wagtail's admin: for administrators alone, and without groups.

A role is given under Roles, where it is logged; a group given by hand would be a role that nobody sees.
"""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "codora.accounts.people.PeopleViewSet"

    def ready(self) -> None:
        super().ready()
        from django.contrib.auth.models import Group
        from wagtail.permissions import register_permission_policy

        from codora.accounts.models import User
        from codora.accounts.permissions import AdministratorsPolicy

        for model in (User, Group):
            register_permission_policy(model, AdministratorsPolicy(model))
