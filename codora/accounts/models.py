"""People who sign in, and what roles they have."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models

from codora.accounts.roles import Role


class User(AbstractUser):
    """Someone who signs in to work on the site. Ours from the first migration, so that it can grow."""


class RoleGrant(models.Model):
    """A role that a person has. `scope`: a language for translators, a country for ambassadors."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="role_grants")
    role = models.CharField(max_length=10, choices=Role)
    scope = models.CharField(max_length=10, blank=True)
    granted_on = models.DateField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "role", "scope"], name="role_granted_once")
        ]

    def __str__(self) -> str:
        scope = f" ({self.scope})" if self.scope else ""
        return f"{self.user}: {Role(self.role).label}{scope}"
