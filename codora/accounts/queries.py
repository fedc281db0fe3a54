"""Reading people, their roles and sign-ins."""

from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Comment, CommentReply, ModelLogEntry, PageLogEntry

from codora.accounts.models import RoleGrant, SignIn, User
from codora.accounts.personal_data import export_asked
from codora.accounts.roles import Role
from codora.messaging.queries import barrier_reports_of, mails_to, notices_of


def granted_scopes() -> set[tuple[Role, str]]:
    """Every role and scope that somebody has."""
    return {(Role(role), scope) for role, scope in RoleGrant.objects.values_list("role", "scope").distinct()}


def sign_ins_of(user: User) -> QuerySet[SignIn]:
    """Where the person is signed in, the one used last first."""
    return current_sign_ins().filter(user=user).order_by("-last_used_at")


def current_sign_ins() -> QuerySet[SignIn]:
    """Those whose session can still be alive."""
    oldest = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return SignIn.objects.filter(last_used_at__gte=oldest)


def second_factors_of(user: User) -> QuerySet[Any]:
    """Passkeys and an app with codes. Recovery codes alone are none."""
    kinds = (Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP)
    factors: QuerySet[Any] = Authenticator.objects.filter(user=user, type__in=kinds)
    return factors


def is_only_administrator(user: User) -> bool:
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    return user.is_superuser and not others.exists()


def export_of(user: User) -> dict[str, Any]:
    """All that the site keeps of a person, as JSON can hold it; secrets are named, not shown."""
    export: dict[str, Any] = {
        "account": {
            "email": user.email,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "language": user.language,
            "created": user.date_joined,
            "last_sign_in": user.last_login,
            "has_password": user.has_usable_password(),
        },
        "addresses": list(EmailAddress.objects.filter(user=user).values("email", "verified", "primary")),
        "roles": list(user.role_grants.values("role", "scope", "granted_on")),
        "sign_ins": list(sign_ins_of(user).values("created_at", "last_used_at")),
        "second_factors": [
            {"kind": each.type, "name": str(each), "created": each.created_at, "last_used": each.last_used_at}
            for each in Authenticator.objects.filter(user=user)
        ],
        "connected_logins": list(
            SocialAccount.objects.filter(user=user).values("provider", "uid", "date_joined")
        ),
        "mails": list(mails_to(user.email).values("subject", "text", "created_at", "sent_at")),
        "reports_of_content": list(notices_of(user.email).values("title", "explanation", "created_at")),
        "reports": list(barrier_reports_of(user.email).values("problem", "page", "created_at")),
        "work_on_the_site": [
            entry
            for log in (PageLogEntry, ModelLogEntry)
            for entry in log.objects.filter(user=user).values("action", "label", "timestamp")
        ],
        "comments": [
            comment
            for kind in (Comment, CommentReply)
            for comment in kind.objects.filter(user=user).values("text", "created_at")
        ],
    }
    parts: Any = [part for _, part in export_asked.send(sender=User, user=user)]
    for part in parts:
        export |= part
    return export
