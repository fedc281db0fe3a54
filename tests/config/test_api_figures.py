"""What a program gets of pledges and figures."""

from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache

from codora.campaigns.models import Edition, HostedHour
from codora.campaigns.pledges.actions.writing import begin_pledge
from codora.campaigns.pledges.models import Pledge
from codora.insights.models import FinishDay, LevelDay
from tests.api import ask, results
from tests.partners.partners import make_partner
from tests.pledges import content, make_public, reported, target

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


@pytest.fixture
def promised(loaded, clock) -> Pledge:
    """Half of it is reached, and a second pledge of another partner is met."""
    clock(datetime(2026, 11, 1, 12, tzinfo=UTC))
    pledge = make_public(
        make_partner(), target(40), title="Teachers", text="We train.", countries=("MT",), language="de"
    )
    reported(pledge, 20, date(2026, 10, 31))
    other = make_partner(slug="bay", name="Bay", kind="non_profit", country_id="EE")
    met = make_public(other, target(5, unit="devices"), title="Tablets")
    reported(met, 5, date(2026, 10, 1))
    return pledge


def test_a_pledge_tells_what_was_promised_and_how_far_it_is(client, promised):
    _, pledge = ask(client, f"pledges/{promised.pk}?language=en")
    assert pledge | {"accepted_at": ""} == {
        "id": promised.pk,
        "url": f"{SITE}/en/pledges/{promised.pk}/",
        "partner": "harbour-works",
        "title": "Teachers",
        "text": "We train.",
        "language": "de",
        "countries": ["MT"],
        "campaign": None,
        "accepted_at": "",
        "state": "on_the_way",
        "targets": [
            {
                "unit": "teachers",
                "number": 40,
                "reached": 20,
                "by": "2026-12-31",
                "state": "on_the_way",
                "counted_here": False,
                "reports": [
                    {"day": "2026-10-31", "number": 20, "text": "Lists of those who came.", "link": ""}
                ],
            }
        ],
    }
    assert pledge in results(client, "pledges")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", ["Tablets", "Teachers"]),
        ("country=MT", ["Teachers"]),
        ("kind=non_profit", ["Tablets"]),
        ("unit=teachers", ["Teachers"]),
        ("state=met", ["Tablets"]),
        ("state=on_the_way&limit=1", ["Teachers"]),
        ("state=overdue", []),
        ("partner=bay", ["Tablets"]),
        ("campaign=summer", []),
    ],
)
def test_pledges_are_chosen_as_on_their_page(client, promised, question, found):
    assert [pledge["title"] for pledge in results(client, f"pledges?{question}")] == found


def test_a_pledge_that_is_not_accepted_is_not_told_of(client, promised):
    waiting = begin_pledge(partner=promised.partner, content=content(), by=None)
    assert client.get(f"/api/v1/pledges/{waiting.pk}").status_code == 404
    assert len(results(client, "pledges")) == 2


def test_figures_are_those_of_the_pages(client, campaigns, loaded, promised):
    FinishDay.objects.create(day=date(2026, 7, 7), activity="walk", language="mt", finished=9, held=2)
    LevelDay.objects.create(day=date(2026, 7, 7), activity="walk", level="tallinn", started=12, won=10)
    edition = Edition.objects.get(campaign__slug="summer")
    HostedHour.objects.create(
        edition=edition,
        kind="school",
        country_id="MT",
        participants=24,
        starts_at=datetime(2026, 7, 7, 9, tzinfo=UTC),
        language="mt",
        confirmed_at=datetime(2026, 7, 1, 9, tzinfo=UTC),
    )
    cache.clear()
    _, figures = ask(client, "figures?language=de")
    assert figures["url"] == f"{SITE}/de/figures/"
    assert figures["participation"] | {"days": []} == {
        "hours": 7,
        "held": 2,
        "days": [],
        "languages": [{"language": "mt", "hours": 7}],
        "levels": [{"activity": "walk", "level": "tallinn", "opened": 12, "solved": 10}],
    }
    assert len(figures["participation"]["days"]) == 30
    assert figures["campaigns"] == [
        {
            "campaign": "summer",
            "year": 2026,
            "hosts": 1,
            "participants": 24,
            "countries": [{"country": "MT", "hosts": 1}],
            "goals": [
                {"measure": "hours", "goal": 100, "reached": 7},
                {"measure": "hosts", "goal": 4, "reached": 1},
            ],
        }
    ]
    assert figures["pledges"] == {
        "pledges": 2,
        "partners": 2,
        "met": 1,
        "on_the_way": 1,
        "overdue": 0,
        "for_all_of_europe": 1,
        "units": [
            {"unit": "teachers", "pledged": 40, "reached": 20},
            {"unit": "devices", "pledged": 5, "reached": 5},
        ],
        "countries": [{"country": "MT", "pledges": 1, "met": 0}],
    }
