"""Hosts of an hour: they sign up, confirm, are reminded, may withdraw, and are forgotten."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from codora.campaigns.models import Edition, HostedHour
from codora.campaigns.pledges.queries import partner_hosting_as
from codora.campaigns.tokens import hour_link
from codora.campaigns.wording import local_time, text_in
from codora.messaging.actions import queue_mail

MOST_UNCONFIRMED = 3
"""So many sign-ups an address may have open: nobody can have mails sent to a stranger again and again."""
REMIND_BEFORE = timedelta(days=2)
FRESH = timedelta(days=1)
"""Who confirmed so shortly before the reminder would come needs none."""
UNCONFIRMED_FOR = timedelta(days=7)
KEPT_FOR = timedelta(days=60)


@transaction.atomic
def register_host(
    *,
    edition: Edition,
    kind: str,
    place: str,
    country: str,
    participants: int,
    starts_at: datetime,
    contact: str,
    language: str,
) -> None:
    """Notes an hour and writes to the host, who must confirm it. The same hour twice is one hour.

    Whether an address is known, or has too many open sign-ups, cannot be told from outside.
    """
    same = HostedHour.objects.filter(
        edition=edition, contact__iexact=contact, place=place, starts_at=starts_at
    )
    hour = same.first()
    if hour is None:
        open_ones = HostedHour.objects.filter(contact__iexact=contact, confirmed_at=None)
        if open_ones.count() >= MOST_UNCONFIRMED:
            return
        hour = HostedHour(edition=edition, contact=contact, place=place, starts_at=starts_at)
    elif hour.confirmed_at:
        return
    hour.kind, hour.country_id, hour.participants, hour.language = kind, country, participants, language
    hour.save()
    _write(hour, "campaigns/mail/confirm.txt")


@transaction.atomic
def confirm_host(*, hour: HostedHour) -> None:
    """From now on the hour counts, also for the partner whose representative hosts it; once."""
    HostedHour.objects.filter(pk=hour.pk, confirmed_at=None).update(
        confirmed_at=timezone.now(), partner=partner_hosting_as(hour.contact)
    )


@transaction.atomic
def withdraw_host(*, hour: HostedHour) -> None:
    """Nothing of the hour is kept."""
    hour.delete()


def remind_hosts() -> None:
    """Writes to those whose hour comes soon, each once."""
    for hour in hours_to_remind():
        with transaction.atomic():
            mine = HostedHour.objects.filter(pk=hour.pk, reminded_at=None)
            if mine.update(reminded_at=timezone.now()):
                _write(hour, "campaigns/mail/remind.txt")


def hours_to_remind() -> list[HostedHour]:
    now = timezone.now()
    soon = HostedHour.objects.filter(
        reminded_at=None, starts_at__gt=now, starts_at__lte=now + REMIND_BEFORE, confirmed_at__lt=now - FRESH
    ).exclude(contact="")
    return list(soon.select_related("edition__campaign", "country"))


@transaction.atomic
def forget_hosts() -> None:
    """What nobody confirmed goes after a week, contact and place of the others 60 days after the edition."""
    now = timezone.now()
    HostedHour.objects.filter(confirmed_at=None, created_at__lt=now - UNCONFIRMED_FOR).delete()
    known = HostedHour.objects.exclude(contact="", place="")
    for edition in Edition.objects.filter(hosted_hours__in=known).distinct():
        _, last_day = edition.span
        if last_day + KEPT_FOR < timezone.localdate(now):
            known.filter(edition=edition).update(contact="", place="")


def _write(hour: HostedHour, template: str) -> None:
    queue_mail(
        to=hour.contact,
        language=hour.language,
        template=template,
        context={
            "campaign": text_in(hour.edition.campaign, hour.language).name,
            "place": hour.place,
            "when": local_time(hour, hour.language),
            "link": hour_link(hour),
        },
    )
