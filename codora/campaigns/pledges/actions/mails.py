"""What representatives of a partner are told of its pledges, each in their language."""

from datetime import date
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from codora.campaigns.pledges.models import Pledge, PledgeTarget, ProgressReport, Unit
from codora.core.languages import ENGLISH, active_language_for, babel_locale, has_interface, switch_language
from codora.messaging.actions import queue_mail
from codora.partners.queries.representation import representatives_of


def write_to_representatives(
    pledge: Pledge,
    name: str,
    *,
    reason: str = "",
    report: ProgressReport | None = None,
    target: PledgeTarget | None = None,
) -> None:
    """The mail `campaigns/mail/<name>.txt` to each of them, with the caller's transaction."""
    for representative in representatives_of(pledge.partner):
        user = representative.user
        if user is None or not user.is_active:
            continue
        queue_mail(
            to=user.email,
            language=user.language,
            template=f"campaigns/mail/{name}.txt",
            context={
                "title": pledge.title,
                "reason": " ".join(reason.split()),
                "link": link_to_mine(user.language),
                **_words(report, target, user.language),
            },
        )


def link_to_mine(language: str) -> str:
    """Absolute address of the list of one's own pledges."""
    return f"{settings.BASE_URL}{switch_language(reverse('pledges:mine_list'), language)}"


def _words(report: ProgressReport | None, target: PledgeTarget | None, language: str) -> dict[str, Any]:
    shown = language if has_interface(language) else ENGLISH
    if report:
        return _target_words(report.target, shown) | {"number": _number(report.number, shown)}
    return _target_words(target, shown) | {"number": _number(target.number, shown)} if target else {}


def _target_words(target: PledgeTarget, language: str) -> dict[str, Any]:
    with translation.override(active_language_for(language)):
        return {"unit": str(Unit(target.unit).label), "by": _day(target.by, language)}


def _number(value: int, language: str) -> str:
    return format_decimal(value, locale=babel_locale(language))


def _day(value: date, language: str) -> str:
    return format_date(value, format="long", locale=babel_locale(language))
