"""The clock of a campaign."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codora.campaigns.phases import (
    Calendar,
    Period,
    Phase,
    boundaries,
    is_in_sight,
    next_boundary,
    phase_at,
    start_of_day,
)

ZONES = {
    "EE": "Europe/Tallinn",
    "MT": "Europe/Malta",
    "PT": "Europe/Lisbon",
    "DE": "Europe/Berlin",
    "XA": "Atlantic/Azores",  # its clocks turn at midnight
}
AUDIENCES = ["", "schools", "work"]
CALENDAR = Calendar(
    Period(date(2026, 11, 16), date(2026, 11, 30), date(2026, 12, 13)),
    [
        Period(date(2026, 11, 9), date(2026, 11, 23), date(2026, 12, 4), country="MT"),
        Period(date(2026, 12, 1), date(2026, 12, 7), date(2026, 12, 8), audience="work"),
        Period(date(2026, 12, 2), date(2026, 12, 9), date(2026, 12, 9), country="MT", audience="work"),
    ],
    "Europe/Brussels",
    ZONES,
    thanks_until=date(2026, 12, 20),
)
INSTANT = timedelta(microseconds=1)


def local(zone: str, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("country", "zone"), [("", "Europe/Brussels"), ("EE", "Europe/Tallinn"), ("PT", "Europe/Lisbon")]
)
@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        ((2026, 11, 16), Phase.BEFORE, Phase.SOON),
        ((2026, 11, 30), Phase.SOON, Phase.LIVE),
        ((2026, 12, 14), Phase.LIVE, Phase.AFTER),
    ],
)
def test_each_phase_begins_at_midnight_where_people_are(country, zone, day, before, after):
    midnight = local(zone, *day)
    assert phase_at(CALENDAR, midnight - INSTANT, country) is before
    assert phase_at(CALENDAR, midnight, country) is after


@pytest.mark.parametrize(
    ("country", "audience", "first_day"),
    [
        ("", "", date(2026, 11, 30)),
        ("DE", "", date(2026, 11, 30)),
        ("MT", "", date(2026, 11, 23)),
        ("MT", "schools", date(2026, 11, 23)),
        ("DE", "work", date(2026, 12, 7)),
        ("MT", "work", date(2026, 12, 9)),
    ],
)
def test_days_of_ones_own_are_stronger(country, audience, first_day):
    assert CALENDAR.period_for(country, audience).first_day == first_day


@pytest.mark.parametrize(
    ("zone", "turned"),
    [
        ("Europe/Berlin", date(2027, 3, 28)),
        ("Europe/Berlin", date(2027, 10, 31)),
        ("Atlantic/Azores", date(2027, 3, 28)),
        ("Atlantic/Azores", date(2027, 10, 31)),
    ],
)
@pytest.mark.parametrize("shift", [0, 1])
def test_a_phase_begins_with_its_day_when_clocks_are_changed(zone, turned, shift):
    first_day = turned + timedelta(days=shift)
    calendar = Calendar(Period(turned - timedelta(days=9), first_day, first_day), zone=zone)
    begins = start_of_day(first_day, ZoneInfo(zone))
    assert phase_at(calendar, begins - INSTANT) is Phase.SOON
    assert phase_at(calendar, begins) is Phase.LIVE
    ends = start_of_day(first_day + timedelta(days=1), ZoneInfo(zone))
    assert phase_at(calendar, ends - INSTANT) is Phase.LIVE
    assert phase_at(calendar, ends) is Phase.AFTER
    assert ends - begins == timedelta(hours=24 if shift else (23 if turned.month == 3 else 25))


@pytest.mark.parametrize(
    ("country", "moment"),
    [
        ("", local("Europe/Brussels", 2026, 7, 6, 9)),
        ("EE", local("Europe/Tallinn", 2026, 7, 6, 9)),
        ("PT", local("Europe/Lisbon", 2026, 7, 6, 9)),
    ],
)
def test_it_may_open_at_a_time_of_day_there(country, moment):
    first, last = date(2026, 7, 6), date(2026, 7, 6)
    calendar = Calendar(Period(first, first, last, opens=time(9)), zone="Europe/Brussels", zones=ZONES)
    assert phase_at(calendar, moment - INSTANT, country) is Phase.SOON
    assert phase_at(calendar, moment, country) is Phase.LIVE
    assert moment in boundaries([calendar])


def test_a_time_that_clocks_leave_out_is_when_they_go_on():
    sunday = date(2027, 3, 28)
    calendar = Calendar(Period(sunday, sunday, sunday, opens=time(2, 30)), zone="Europe/Berlin")
    assert phase_at(calendar, local("Europe/Berlin", 2027, 3, 28, 3, 29)) is Phase.SOON
    assert phase_at(calendar, local("Europe/Berlin", 2027, 3, 28, 3, 30)) is Phase.LIVE


def test_an_hour_that_clocks_show_twice_is_one_day():
    sunday = date(2027, 10, 31)
    calendar = Calendar(Period(date(2027, 1, 1), sunday, sunday), zone="Europe/Berlin")
    for fold in (0, 1):
        moment = local("Europe/Berlin", 2027, 10, 31, 2, 30).replace(fold=fold)
        assert phase_at(calendar, moment) is Phase.LIVE


@pytest.mark.parametrize(
    ("day", "seen_after"), [((2026, 11, 16), True), ((2026, 12, 14), True), ((2026, 12, 21), False)]
)
def test_the_home_page_speaks_of_it_from_preparing_until_the_thanks_end(day, seen_after):
    midnight = local("Europe/Brussels", *day)
    assert is_in_sight(CALENDAR, midnight) is seen_after
    assert is_in_sight(CALENDAR, midnight - INSTANT) is (day != (2026, 11, 16))


def test_the_next_boundary_is_the_first_anywhere():
    moment = local("Europe/Brussels", 2026, 11, 26, 12)
    assert next_boundary(boundaries([CALENDAR]), moment) == local("Europe/Tallinn", 2026, 11, 30)


def test_nothing_changes_any_more_after_the_last_boundary():
    last = local("Europe/Brussels", 2026, 12, 21)
    assert next_boundary(boundaries([CALENDAR]), last - INSTANT) == last
    assert next_boundary(boundaries([CALENDAR]), last) is None
    assert next_boundary(boundaries([]), last) is None


days = st.dates(date(2026, 1, 1), date(2027, 12, 30))
moments = st.datetimes(datetime(2025, 12, 1), datetime(2028, 2, 1), timezones=st.just(UTC))


@st.composite
def periods(draw, countries=("",), audiences=("",)):
    soon, first, last = sorted([draw(days), draw(days), draw(days)])
    opens = draw(st.sampled_from([time(), time(2, 30), time(9), time(23, 59)]))
    return Period(
        soon, first, last, draw(st.sampled_from(countries)), draw(st.sampled_from(audiences)), opens
    )


@st.composite
def calendars(draw):
    special = draw(st.lists(periods(["", *ZONES], AUDIENCES), max_size=3))
    zone = draw(st.sampled_from(["Europe/Brussels", *ZONES.values()]))
    return Calendar(draw(periods()), special, zone, ZONES, draw(days))


def everybodys_phases(calendar, moment):
    return [
        phase_at(calendar, moment, country, audience) for country in ["", *ZONES] for audience in AUDIENCES
    ]


def everything(found, moment):
    return [(everybodys_phases(calendar, moment), is_in_sight(calendar, moment)) for calendar in found]


@given(st.lists(calendars(), min_size=1, max_size=2), moments, st.floats(0, 1))
def test_until_the_next_boundary_nothing_changes_for_anybody(found, moment, share):
    boundary = next_boundary(boundaries(found), moment)
    end = boundary or moment + timedelta(days=900)
    between = min(moment + (end - moment) * share, end - INSTANT)
    assert everything(found, between) == everything(found, end - INSTANT) == everything(found, moment)


@given(calendars(), moments)
def test_phases_only_go_on(calendar, moment):
    order = list(Phase)
    later = moment + timedelta(days=3)
    for before, after in zip(
        everybodys_phases(calendar, moment), everybodys_phases(calendar, later), strict=True
    ):
        assert order.index(before) <= order.index(after)


@given(days, st.sampled_from(sorted(ZONES.values())))
def test_a_day_starts_at_its_first_moment(day, zone):
    start = start_of_day(day, ZoneInfo(zone))
    assert start.astimezone(ZoneInfo(zone)).date() == day
    assert (start - INSTANT).astimezone(ZoneInfo(zone)).date() == day - timedelta(days=1)
