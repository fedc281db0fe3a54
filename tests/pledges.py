"""Partners who speak for themselves, and pledges of theirs, for tests of every app."""

from datetime import date

from django.test import Client

from codora.accounts.models import User
from codora.campaigns.pledges.actions.reporting import report_progress
from codora.campaigns.pledges.actions.review import accept_pledge, accept_report
from codora.campaigns.pledges.actions.writing import (
    PledgeContent,
    TargetContent,
    begin_pledge,
    submit_pledge,
)
from codora.campaigns.pledges.models import Pledge, ProgressReport, Unit
from codora.partners.models import Partner
from tests.partners import partners
from tests.people import sign_in


def make_partner(
    slug: str = "harbour", country: str = "MT", kind: str = "company", live: bool = True
) -> Partner:
    return partners.make_partner(slug=slug, name=slug.title(), kind=kind, country_id=country, live=live)


def make_representative(partner: Partner, email: str = "", language: str = "en") -> User:
    user = User.objects.create_user(email or f"{partner.slug}@example.org", language=language)
    partners.speak_for(partner, user)
    return user


def signed_in(user: User) -> Client:
    client = Client()
    sign_in(client, user)
    return client


def target(
    number: int = 100, unit: str = Unit.TEACHERS, by: date = date(2026, 12, 31), **values
) -> TargetContent:
    return TargetContent(number=number, unit=unit, by=by, **values)


def content(*targets: TargetContent, title: str = "Teachers for islands", **values) -> PledgeContent:
    values = {"text": "We train them.", "language": "en"} | values
    return PledgeContent(title=title, targets=targets or (target(),), **values)


def make_public(partner: Partner, *targets: TargetContent, by: User | None = None, **values) -> Pledge:
    """An accepted pledge."""
    staff, _ = User.objects.get_or_create(email="staff.of.tests@example.org")
    pledge = begin_pledge(partner=partner, content=content(*targets, **values), by=by)
    submit_pledge(pledge=pledge, by=by or staff)
    return accept_pledge(pledge=pledge, by=staff)


def reported(pledge: Pledge, number: int, day: date, place: int = 0, accept: bool = True) -> ProgressReport:
    """A report on the target at this place, accepted unless it is to wait."""
    staff, _ = User.objects.get_or_create(email="staff.of.tests@example.org")
    report = report_progress(
        target=pledge.targets.all()[place], number=number, day=day, text="Lists of those who came.", by=staff
    )
    if accept:
        accept_report(report=report, by=staff)
    return report
