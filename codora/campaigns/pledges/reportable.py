"""What somebody may report of a pledge.

A hidden one is back with its partner, who may change it, without the reason that staff give when they send
one back: so nothing comes back to the public that was changed in the meantime.
"""

from django.contrib.auth.models import AbstractBaseUser
from wagtail.log_actions import log

from codora.campaigns.freshness import AREA
from codora.campaigns.pledges.models import Pledge, State
from codora.core.page_cache.generations import bump
from codora.messaging.reportables import Author, Reportable, Thing
from codora.partners.queries.representation import representatives_of

KIND = "pledge"


def _find(key: str) -> Thing | None:
    pledge = (
        Pledge.objects.select_related("partner").filter(pk=key, changes=None).first()
        if key.isdigit()
        else None
    )
    if pledge is None:
        return None
    people = [person.user for person in representatives_of(pledge.partner) if person.user]
    return Thing(
        title=pledge.title,
        path=f"/pledges/{pledge.pk}/",
        authors=[Author(user.email, user.language) for user in people],
        is_public=pledge.state == State.ACCEPTED and pledge.partner.live,
    )


def _is_hidden(pledge: Pledge) -> bool:
    return pledge.state == State.RETURNED and not pledge.reason


def _hide(key: str, by: AbstractBaseUser) -> None:
    _set_state(key, State.RETURNED, "wagtail.unpublish", by)


def _restore(key: str, by: AbstractBaseUser) -> None:
    if _is_hidden(Pledge.objects.get(pk=key)):
        _set_state(key, State.ACCEPTED, "wagtail.publish", by)


def _set_state(key: str, state: State, action: str, by: AbstractBaseUser) -> None:
    pledge = Pledge.objects.get(pk=key)
    pledge.state, pledge.reason = state, ""
    pledge.save()
    bump(AREA)  # a pledge that is no longer accepted does not by itself make pages old
    log(instance=pledge, action=action, user=by)


PLEDGE = Reportable(find=_find, hide=_hide, restore=_restore)
