"""What the public sees of campaigns at a moment."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from codora.campaigns.models import Campaign, CampaignText, Edition
from codora.campaigns.phases import Phase
from codora.campaigns.queries import Board, public_board, stock_of
from tests.snapshots import load_content

pytestmark = pytest.mark.django_db

BRUSSELS = ZoneInfo("Europe/Brussels")
TALLINN = ZoneInfo("Europe/Tallinn")


@pytest.fixture(autouse=True)
def loaded_campaigns(campaigns):
    load_content()


def at(*parts: int, zone: ZoneInfo = BRUSSELS) -> datetime:
    return datetime(*parts, tzinfo=zone)


def test_what_is_not_published_is_not_there():
    assert [card.text.name for card in public_board(at(2026, 7, 6)).cards] == ["Summer of code"]


@pytest.mark.parametrize(
    ("moment", "phase", "days", "is_in_sight"),
    [
        (at(2026, 5, 31, 23, 59), Phase.BEFORE, 36, False),
        (at(2026, 6, 1), Phase.SOON, 35, True),
        (at(2026, 7, 5, 23, 59), Phase.SOON, 1, True),
        (at(2026, 7, 6), Phase.LIVE, 7, True),
        (at(2026, 7, 12, 23, 59), Phase.LIVE, 1, True),
        (at(2026, 7, 13), Phase.AFTER, 0, True),
        (at(2026, 7, 21), Phase.AFTER, 0, False),
    ],
)
def test_the_clock_alone_decides(moment, phase, days, is_in_sight):
    found = public_board(moment)
    shown = found.cards[0].shown
    assert (shown.phase, shown.days) == (phase, days)
    assert bool(found.in_sight) is is_in_sight


def test_on_the_day_itself_no_day_is_left_until_it_opens():
    edition = Edition.objects.get(campaign__slug="summer")
    edition.opens_at = time(9)
    edition.save()
    before, after = (public_board(at(2026, 7, 6, *clock)) for clock in ((8, 59), (9, 0)))
    assert (before.cards[0].shown.phase, before.cards[0].shown.days) == (Phase.SOON, 0)
    assert before.right_until == at(2026, 7, 6, 9)
    assert (after.cards[0].shown.phase, after.cards[0].shown.days) == (Phase.LIVE, 7)


def test_the_minutes_of_a_countdown_fill_its_ring_once_before_and_once_while_it_runs():
    minutes = [
        public_board(at(2026, *day)).cards[0].shown.minutes
        for day in [(5, 1), (6, 1), (7, 5), (7, 6), (7, 12)]
    ]
    assert minutes == [0, 0, 58, 0, 51]


def test_each_row_has_the_phase_of_its_own_place():
    rows = public_board(at(2026, 7, 12, 23, 30)).cards[0].shown.rows
    assert [(row.who, row.phase) for row in rows] == [
        ("", Phase.LIVE),
        ("Companies and adults", Phase.AFTER),
        ("Estonia", Phase.LIVE),  # there the 13th has begun
    ]


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        (at(2026, 7, 12, 12), at(2026, 7, 13, zone=TALLINN)),
        (at(2026, 7, 5, 23, 30), at(2026, 7, 6)),
        (at(2026, 10, 1, 9), at(2026, 10, 2)),  # no phase changes, but a day does
        (at(2026, 10, 25, 1), at(2026, 10, 26)),  # a day of 25 hours
    ],
)
def test_a_page_is_right_until_the_next_turn_or_midnight(moment, until):
    assert public_board(moment).right_until == until


def test_without_campaigns_a_page_is_right_until_midnight():
    assert Board(stock_of([]), at(2026, 7, 5, 12)).right_until == at(2026, 7, 6)


def test_the_next_edition_follows_when_the_thanks_are_over():
    days = dict.fromkeys(["first_day", "last_day", "thanks_until"], "2027-07-05")
    summer = Campaign.objects.get(slug="summer")
    Edition.objects.create(campaign=summer, year=2027, soon_from="2027-06-01", **days)
    assert public_board(at(2026, 7, 20)).cards[0].shown.edition.year == 2026
    assert public_board(at(2026, 7, 21)).cards[0].shown.edition.year == 2027
    assert public_board(at(2028, 1, 1)).cards[0].shown.edition.year == 2027


def test_of_several_what_goes_on_stands_first_and_all_are_in_sight():
    winter = Campaign.objects.get(slug="winter")
    winter.is_published = True
    winter.save()
    names = [[card.campaign.slug for card in public_board(at(2026, 7, day)).in_sight] for day in (1, 3, 10)]
    assert names == [["summer", "winter"], ["winter", "summer"], ["summer", "winter"]]


def test_words_are_the_readers_or_english():
    names = []
    for language in ("de", "mt"):
        with translation.override(language):
            card = public_board(at(2026, 7, 6)).cards[0]
            names.append((card.text.name, card.url))
    assert names == [("Sommer im Code", "/de/campaigns/summer/"), ("Summer of code", "/mt/campaigns/summer/")]


def test_more_campaigns_need_no_more_queries(django_assert_num_queries):
    for number in range(3):
        campaign = Campaign.objects.create(slug=f"c{number}", is_published=True)
        CampaignText.objects.create(campaign=campaign, language="en", name="Another")
        days = dict.fromkeys(["soon_from", "first_day", "last_day", "thanks_until"], "2027-07-05")
        Edition.objects.create(campaign=campaign, year=2027, **days)
    with django_assert_num_queries(6):
        assert len(public_board(at(2026, 7, 6)).cards) == 4
    with django_assert_num_queries(1):
        assert len(public_board(at(2026, 7, 6)).cards) == 4
