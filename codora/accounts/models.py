"""People who sign in, where they are signed in, and what roles they have."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from codora.accounts.roles import Role
from codora.core.languages import ENGLISH


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **values: Any) -> "User":
        """Without a password the person signs in with a passkey, or sets one by mail."""
        user = self.model(email=email, **values)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **values: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **values)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractUser):
    """An adult who signs in with a mail address, kept in lower case. Learners have no account.

    `language` is the one in which the person last used the site: mails are written in it.
    """

    username = None  # type: ignore[assignment]
    email = models.EmailField(
        _("E-mail address"), unique=True, error_messages={"unique": _("An account has this address already.")}
    )
    language = models.CharField(_("Language"), max_length=10, default=ENGLISH, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()
        super().save(*args, **kwargs)


class SignIn(models.Model):
    """A browser in which somebody is signed in. Which browser, and where, is not known: no address, no agent.

    The session names its sign-in; without the row the session is worth nothing.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_ins")
    created_at = models.DateTimeField(default=timezone.now)
    last_used_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.user}, {self.created_at:%Y-%m-%d}"


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
