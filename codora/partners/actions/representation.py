"""Who may speak for a partner: invited by mail, known once they have accepted with their account."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from codora.accounts.models import User
from codora.messaging.actions import forget_mails_to, queue_mail
from codora.partners.invitations import INVITED_FOR, invitation_link
from codora.partners.models import Partner, Representative


@transaction.atomic
def invite_representative(*, partner: Partner, email: str, language: str, by: User) -> Representative:
    """Writes to the person; a second time it is a new link for the same invitation."""
    invitation, _ = Representative.objects.get_or_create(partner=partner, email=email.lower(), user=None)
    invitation.invited_at = timezone.now()
    invitation.save(update_fields=["invited_at"])
    context = {"organisation": partner.name, "link": invitation_link(invitation, language)}
    queue_mail(to=email, language=language, template="partners/mail/invitation.txt", context=context)
    log(instance=partner, action="partners.invite", user=by)
    return invitation


@transaction.atomic
def accept_invitation(*, invitation: Representative, user: User) -> Partner:
    """The invitation is used up; its address is forgotten, the account's is the one that counts."""
    partner = invitation.partner
    if Representative.objects.filter(partner=partner, user=user).exists():
        invitation.delete()
        return partner
    invitation.user, invitation.email, invitation.accepted_at = user, "", timezone.now()
    invitation.save(update_fields=["user", "email", "accepted_at"])
    log(instance=partner, action="partners.accept", user=user)
    return partner


@transaction.atomic
def remove_representative(*, representative: Representative, by: User) -> None:
    representative.delete()
    log(instance=representative.partner, action="partners.remove_representative", user=by)


@transaction.atomic
def forget_invitations() -> None:
    """Those that nobody accepted in time."""
    over = Representative.objects.filter(user=None, invited_at__lt=timezone.now() - INVITED_FOR)
    for address in over.values_list("email", flat=True):
        forget_mails_to(address=address)
    over.delete()
