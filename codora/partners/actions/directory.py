"""What stands in the directory: listed by staff, written by its representatives, looked at by staff again."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log

from codora.accounts.models import User
from codora.core.languages import switch_language
from codora.messaging.actions import queue_mail
from codora.partners.actions.representation import invite_representative
from codora.partners.models import Inquiry, Partner, PartnerText, State
from codora.partners.queries.inquiries import staff_for_inquiries
from codora.partners.queries.representation import representatives_of

LOGOS = "partners"
"""Folder of the uploads."""
DRAFTS_OF_LOGOS_FOR = timedelta(days=1)


@dataclass(frozen=True)
class Words:
    """What a partner says of itself in one language."""

    language: str
    does: str
    about: str = ""


@transaction.atomic
def list_inquiry(*, inquiry: Inquiry, name: str, slug: str, words: Words, by: User) -> Partner:
    """Whoever got in touch stands in the directory from now on, and may send in changes themselves."""
    partner = Partner(
        slug=slug,
        name=name,
        kind=inquiry.kind,
        country=inquiry.country,
        website=inquiry.website,
        contributions=inquiry.contributions,
        languages=inquiry.speaks,
        live=False,
    )
    partner.texts = [PartnerText(language=words.language, does=words.does, about=words.about)]
    partner.save()
    partner.save_revision(user=by).publish(user=by)
    inquiry.state, inquiry.partner, inquiry.next_on = State.LISTED, partner, None
    inquiry.changed_at = timezone.now()
    inquiry.save(update_fields=["state", "partner", "next_on", "changed_at"])
    log(instance=inquiry, action="partners.list_inquiry", user=by, data={"partner": slug})
    if inquiry.email:
        invite_representative(partner=partner, email=inquiry.email, language=inquiry.language, by=by)
    return partner


@transaction.atomic
def submit_change(*, partner: Partner, by: User) -> None:
    """Keeps `partner` as it is in memory as a draft, and tells staff, unless an earlier change waits already.

    A logo must be in the storage by now. What the public sees does not change.
    """
    stored = Partner.objects.select_for_update().get(pk=partner.pk)
    partner.submitted_at = None  # so publishing the draft ends the waiting
    partner.save_revision(user=by, log_action=True)
    Partner.objects.filter(pk=partner.pk).update(submitted_at=stored.submitted_at or timezone.now())
    if stored.submitted_at is None:
        _tell_staff(partner)


def _tell_staff(partner: Partner) -> None:
    path = reverse(partner.snippet_viewset.get_url_name("edit"), args=[partner.pk])
    context = {"organisation": partner.name, "link": f"{settings.BASE_URL}{path}"}
    for person in staff_for_inquiries():
        queue_mail(
            to=person.email, language=person.language, template="partners/mail/changed.txt", context=context
        )


@transaction.atomic
def send_back(*, partner: Partner, reason: str, by: User) -> None:
    """Staff do not publish a change, and say why; the representatives' draft stays."""
    Partner.objects.filter(pk=partner.pk).update(submitted_at=None)
    log(instance=partner, action="partners.send_back", user=by, data={"reason": reason})
    path = reverse("partners:mine_edit", args=[partner.slug])
    _tell_representatives(partner, "partners/mail/sent_back.txt", path, reason)


def tell_of_publication(*, partner: Partner) -> None:
    """The representatives learn that their page is public as it is now."""
    _tell_representatives(
        partner, "partners/mail/published.txt", reverse("partners:partner_show", args=[partner.slug])
    )


def _tell_representatives(partner: Partner, template: str, path: str, reason: str = "") -> None:
    for representative in representatives_of(partner):
        user: User = representative.user  # type: ignore[assignment]
        link = f"{settings.BASE_URL}{switch_language(path, user.language)}"
        context = {"organisation": partner.name, "link": link, "reason": reason}
        queue_mail(to=user.email, language=user.language, template=template, context=context)


def forget_logos() -> None:
    """Deletes files that no page shows and no draft holds any more."""
    partners = Partner.objects.select_related("latest_revision")
    held = {each.logo.name for each in partners}
    held |= {each.latest_revision.content.get("logo") for each in partners if each.latest_revision}
    oldest = timezone.now() - DRAFTS_OF_LOGOS_FOR
    for name in _files():
        if name not in held and default_storage.get_modified_time(name) < oldest:
            default_storage.delete(name)


def _files() -> list[str]:
    if not default_storage.exists(LOGOS):
        return []
    return [f"{LOGOS}/{name}" for name in default_storage.listdir(LOGOS)[1]]
