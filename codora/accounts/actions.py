"""Accounts, sign-ins and roles. Staff see under Reports, Site history, who was given a role, and by whom."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from codora.accounts.models import RoleGrant, SignIn, User
from codora.accounts.personal_data import account_erased
from codora.accounts.queries import current_sign_ins, is_only_administrator
from codora.accounts.roles import Role, group_of
from codora.messaging.actions import forget_mails_to, queue_mail
from codora.messaging.barriers import forget_reports_of
from codora.messaging.notices import forget_notices_of

NOTED_EVERY = timedelta(hours=1)
"""When a sign-in was last used is known to the hour: not each page is a write."""


@transaction.atomic
def create_administrator(*, email: str, password: str) -> User:
    """Someone who may do everything. Raises ValidationError if an account has the address already."""
    if User.objects.filter(email=email.lower()).exists():
        raise ValidationError(_("An account has this address already."))
    user = User.objects.create_superuser(email, password)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
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


@transaction.atomic
def record_sign_in(*, user: User, language: str) -> SignIn:
    if user.language != language:
        user.language = language
        user.save(update_fields=["language"])
    return SignIn.objects.create(user=user)


def note_use(*, sign_in: SignIn) -> None:
    now = timezone.now()
    if now - sign_in.last_used_at >= NOTED_EVERY:
        SignIn.objects.filter(pk=sign_in.pk).update(last_used_at=now)


def end_sign_ins(*, user: User, but: int = 0) -> None:
    """Signs the person out everywhere, or everywhere but there."""
    SignIn.objects.filter(user=user).exclude(pk=but).delete()


def forget_old_sign_ins() -> None:
    """Those whose session has run out."""
    SignIn.objects.exclude(pk__in=current_sign_ins()).delete()


@transaction.atomic
def erase_account(*, user: User, language: str) -> None:
    """The person is gone: account, roles, sign-ins, mails. What they published stays and names nobody.

    Raises ValidationError for the only administrator, without whom nobody could give roles.
    """
    if is_only_administrator(user):
        raise ValidationError(
            _("You are the only administrator of this site. Make somebody else one first, then erase.")
        )
    address = user.email
    user.delete()
    forget_mails_to(address=address)
    forget_reports_of(address=address)
    forget_notices_of(address=address)
    account_erased.send(sender=User, address=address)
    queue_mail(to=address, language=language, template="accounts/mail/erased.txt", context={})
