"""What somebody may report of a partner: its page, with words and logo."""

from django.contrib.auth.models import AbstractBaseUser
from wagtail.log_actions import log

from codora.messaging.reportables import Author, Reportable, Thing
from codora.partners.models import Partner
from codora.partners.queries.representation import representatives_of

KIND = "partner"


def _find(slug: str) -> Thing | None:
    partner = Partner.objects.filter(slug=slug).first()
    if partner is None:
        return None
    people = [person.user for person in representatives_of(partner) if person.user]
    return Thing(
        title=partner.name,
        path=f"/partners/{partner.slug}/",
        authors=[Author(user.email, user.language) for user in people],
        is_public=partner.live,
        country=partner.country_id,
    )


def _hide(slug: str, by: AbstractBaseUser) -> None:
    Partner.objects.get(slug=slug).unpublish(user=by)


def _restore(slug: str, by: AbstractBaseUser) -> None:
    """As the public saw it last: a draft that came in the meantime stays one."""
    partner = Partner.objects.get(slug=slug)
    partner.live = True
    partner.save()
    log(instance=partner, action="wagtail.publish", user=by)


PARTNER = Reportable(find=_find, hide=_hide, restore=_restore)
