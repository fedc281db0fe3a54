"""What waits for somebody who works on the site: the list on the first page of the editors' part.

Wagtail's own lists stand beside it: pages that wait for this person's approval, and their own.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple, cast

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, Revision
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from codora.accounts.models import User
from codora.accounts.queries import granted_scopes
from codora.accounts.roles import Role
from codora.campaigns.pledges.queries import submitted_pledges, submitted_reports
from codora.core.languages import ENGLISH, native_name
from codora.core.review import Review
from codora.core.templatetags.figure_tags import moment
from codora.insights.queries import participation
from codora.messaging.queries import failed_mails, open_barrier_reports, open_notices
from codora.pages.models import LoadedPage
from codora.partners.queries.directory import submitted_partners
from codora.partners.queries.inquiries import new_inquiries, overdue_inquiries

MOST = 10
"""Of each kind; the list is a way to work, not a report."""
LOOKED_AT = 200
"""Translations, of which those are listed that have something left to do."""


class Waiting(NamedTuple):
    """Something to do, and where it is done."""

    text: str
    url: str


def waiting_for(user: User) -> list[Waiting]:
    return [
        *_forms(user),
        *_translations(user),
        *islice(_not_begun(user), MOST),
        *_scheduled(user),
        *_of_staff(user),
    ]


def _forms(user: User) -> Iterator[Waiting]:
    """Pages that ship as forms for whoever runs the site, such as the imprint."""
    mine = PagePermissionPolicy().instances_user_has_permission_for(user, "publish")
    forms = mine.filter(live=False, pk__in=LoadedPage.objects.values("page")).select_related("locale")
    for page in forms[:MOST]:
        words = {"page": page.title, "language": native_name(page.locale.language_code)}
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        yield Waiting(_("“%(page)s” is a form for you to fill in and publish: %(language)s") % words, edit)


def _translations(user: User) -> Iterator[Waiting]:
    mine = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    begun = list(translations_on_the_site())
    pages = mine.filter(translation_key__in=[each.source.object_id for each in begun]).specific()
    known = {(page.translation_key, page.locale_id): page for page in pages}
    publishes = PagePermissionPolicy().instances_user_has_permission_for(user, "publish")
    own = set(publishes.filter(pk__in=[page.pk for page in known.values()]).values_list("pk", flat=True))
    found = (
        _step(each, page, may_publish=page.pk in own)
        for each in begun
        if (page := known.get((each.source.object_id, each.target_locale_id)))
    )
    yield from islice(filter(None, found), MOST)


def _step(translation: Any, page: Any, *, may_publish: bool) -> Waiting | None:
    """What comes next for a translation, or None if this person has nothing to do."""
    words = {
        "page": translation.source.object_repr,
        "language": native_name(translation.target_locale.language_code),
    }
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if translation.is_stale:
        return Waiting(_("“%(page)s” has changed since it was translated: %(language)s") % words, edit)
    if translation.is_incomplete:
        return Waiting(_("“%(page)s” is not translated to the end: %(language)s") % words, edit)
    if may_publish and not page.live and not page.approved_schedule:
        return Waiting(_("“%(page)s” is translated and can be published: %(language)s") % words, edit)
    if page.live and getattr(page, "review", "") == Review.DRAFT:
        vouch = reverse("pages_vouch", args=[page.pk])
        return Waiting(_("“%(page)s” waits for a native speaker to read it: %(language)s") % words, vouch)
    return None


def translations_on_the_site() -> QuerySet[Any]:
    """Translations made here (not those that ship), the one changed last first.

    `is_incomplete`: a text has no translation. `is_stale`: the English page was changed after its texts were
    taken out for translation.
    """
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef(OuterRef("target_locale")),
    )
    missing = StringSegment.objects.filter(source=OuterRef("source")).exclude(Exists(translated))
    changed = Page.objects.filter(
        translation_key=OuterRef("source__object_id"),
        locale=OuterRef("source__locale"),
        live_revision__created_at__gt=OuterRef("source__last_updated_at"),
    )
    begun: QuerySet[Any] = Translation.objects.filter(enabled=True).annotate(
        is_incomplete=Exists(missing), is_stale=Exists(changed)
    )
    return begun.select_related("source", "target_locale").order_by("-source__last_updated_at")[:LOOKED_AT]


def _not_begun(user: User) -> Iterator[Waiting]:
    """English pages written here that have translators, but no translation to work on."""
    languages = sorted(scope for role, scope in granted_scopes() if role is Role.TRANSLATOR)
    if not languages or not user.has_perm("wagtail_localize.submit_translation"):
        return
    written = Page.objects.live().filter(locale__language_code=ENGLISH, depth__gt=2)
    pages = list(
        written.exclude(pk__in=LoadedPage.objects.exclude(page=None).values("page")).order_by(
            "-first_published_at"
        )[:LOOKED_AT]
    )
    own = Page.objects.filter(alias_of=None, translation_key__in=[page.translation_key for page in pages])
    begun = set(own.values_list("translation_key", "locale__language_code"))
    for page in pages:
        if missing := [code for code in languages if (page.translation_key, code) not in begun]:
            words = {"page": page.title, "languages": ", ".join(map(native_name, missing))}
            submit = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
            yield Waiting(_("“%(page)s” has no translation yet: %(languages)s") % words, submit)


def _scheduled(user: User) -> Iterator[Waiting]:
    mine = PagePermissionPolicy().instances_user_has_permission_for(user, "publish")
    due = Revision.page_revisions.filter(approved_go_live_at__isnull=False).order_by("approved_go_live_at")
    times = {int(page): when for page, when in due.values_list("object_id", "approved_go_live_at")[:MOST]}
    pages = mine.in_bulk(list(times))
    for pk, when in times.items():
        if page := pages.get(pk):
            words = {"page": page.get_admin_display_title(), "when": moment(when)}
            edit = reverse("wagtailadmin_pages:edit", args=[pk])
            yield Waiting(_("“%(page)s” goes live on %(when)s") % words, edit)


def _of_staff(user: User) -> Iterator[Waiting]:
    if user.has_perm("insights.change_finishday") and (held := participation().held):
        words = ngettext("%(number)d hour waits for a check", "%(number)d hours wait for a check", held) % {
            "number": held
        }
        yield Waiting(words, reverse("held_hours:index"))
    if user.has_perm("messaging.view_outgoingmail") and (failed := failed_mails().count()):
        words = ngettext("%(number)d mail was not sent", "%(number)d mails were not sent", failed) % {
            "number": failed
        }
        yield Waiting(words, f"{reverse('outbox:index')}?state=failed")
    if user.has_perm("messaging.view_barrierreport") and (waiting := open_barrier_reports().count()):
        words = ngettext(
            "%(number)d report of a barrier waits for an answer",
            "%(number)d reports of barriers wait for an answer",
            waiting,
        )
        yield Waiting(words % {"number": waiting}, f"{reverse('barriers:index')}?state=open")
    if user.has_perm("messaging.change_notice") and (notices := open_notices().count()):
        words = ngettext(
            "%(number)d report of content waits for a decision",
            "%(number)d reports of content wait for a decision",
            notices,
        )
        yield Waiting(words % {"number": notices}, reverse("notices:index"))
    if user.has_perm("partners.change_inquiry"):
        yield from _inquiries()
    if user.has_perm("partners.publish_partner"):
        yield from _changes_of_partners()
    if user.has_perm("campaigns.change_pledge"):
        yield from _pledges()


def _inquiries() -> Iterator[Waiting]:
    inquiries = reverse("inquiries:index")
    if new := new_inquiries().count():
        words = ngettext(
            "%(number)d organisation wants to be a partner",
            "%(number)d organisations want to be partners",
            new,
        )
        yield Waiting(words % {"number": new}, f"{inquiries}?state=new")
    if overdue := overdue_inquiries().count():
        words = ngettext(
            "The next step with %(number)d partner is overdue",
            "The next step with %(number)d partners is overdue",
            overdue,
        )
        yield Waiting(words % {"number": overdue}, inquiries)


def _changes_of_partners() -> Iterator[Waiting]:
    for partner in submitted_partners()[:MOST]:
        words = {"organisation": partner.name, "when": moment(cast(datetime, partner.submitted_at))}
        edit = reverse(partner.snippet_viewset.get_url_name("edit"), args=[partner.pk])
        yield Waiting(_("%(organisation)s has changed its page: %(when)s") % words, edit)


def _pledges() -> Iterator[Waiting]:
    for pledge in submitted_pledges().select_related("partner")[:MOST]:
        words = {"organisation": pledge.partner.name, "pledge": pledge.title}
        said = _("%(organisation)s has changed a pledge: “%(pledge)s”")
        if pledge.changes_id is None:
            said = _("%(organisation)s pledges: “%(pledge)s”")
        yield Waiting(said % words, reverse("staff_pledges:review", args=[pledge.pk]))
    for report in submitted_reports().select_related("target__pledge__partner")[:MOST]:
        pledge = report.target.pledge
        words = {"organisation": pledge.partner.name, "pledge": pledge.title}
        said = _("%(organisation)s reports progress: “%(pledge)s”")
        yield Waiting(said % words, reverse("staff_reports:edit", args=[report.pk]))
