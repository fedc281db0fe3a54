"""Hours that a partner hosts are counted for it."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from codora.campaigns.hosting import confirm_host, register_host
from codora.campaigns.models import Edition, HostedHour
from tests.pledges import make_partner, make_representative

pytestmark = pytest.mark.django_db


@pytest.fixture
def hour(campaigns, clock) -> HostedHour:
    call_command("load_content", verbosity=0, stdout=None)
    clock(datetime(2026, 6, 20, 12, tzinfo=UTC))
    register_host(
        edition=Edition.objects.get(campaign__slug="summer"),
        kind="business",
        place="Works",
        country="MT",
        participants=9,
        starts_at=datetime(2026, 7, 8, 9, tzinfo=UTC),
        contact="Ada@example.org",
        language="en",
    )
    return HostedHour.objects.get()


def test_an_hour_whose_contact_speaks_for_a_partner_is_the_partners_once_confirmed(hour):
    partner = make_partner()
    make_representative(partner, "ada@example.org")
    assert hour.partner is None
    confirm_host(hour=hour)
    hour.refresh_from_db()
    assert hour.partner == partner


def test_an_hour_of_somebody_else_is_no_partners(hour):
    make_representative(make_partner(), "eva@example.org")
    confirm_host(hour=hour)
    hour.refresh_from_db()
    assert hour.confirmed_at
    assert hour.partner is None


def test_who_speaks_for_two_partners_hosts_for_neither(hour):
    user = make_representative(make_partner(), "ada@example.org")
    make_partner("other").representatives.create(user=user)
    confirm_host(hour=hour)
    hour.refresh_from_db()
    assert hour.partner is None
