"""What somebody may report of a partner: its page, with words and logo."""

from django.contrib.auth.models import AbstractBaseUser
from wagtail.log_actions import log

from codora.messaging.reportables import Author, Reportable, Thing
from codora.partners.models import Partner
from codora.partners.queries.representation import representatives_of

KIND = "partner"


def _find(key: str) -> Thing | None:
    partner = Partner.objects.filter(pk=key).first() if key.isdigit() else None
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


def _hide(key: str, by: AbstractBaseUser) -> None:
    Partner.objects.get(pk=key).unpublish(user=by)


def _restore(key: str, by: AbstractBaseUser) -> None:
    """As the public saw it last: a draft that came in the meantime stays one."""
    partner = Partner.objects.get(pk=key)
    partner.live = True
    partner.save()
    log(instance=partner, action="wagtail.publish", user=by)


PARTNER = Reportable(find=_find, hide=_hide, restore=_restore)
