"""Where pledges stand, and what they come to."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codora.campaigns.models import Campaign, Edition, HostedHour
from codora.campaigns.pledges.models import ProgressReport, Source, Standing, State, Unit
from codora.campaigns.pledges.standing import standing_of_pledge, standing_of_target
from codora.insights.models import FinishDay
from codora.insights.pledges import PledgeFilters, pledge_figures, pledges_matching
from tests.pledges import make_partner, make_public, reported, target

pytestmark = pytest.mark.django_db

BY = date(2026, 12, 31)


@pytest.fixture
def partner(loaded):
    return make_partner()


@pytest.fixture
def edition(loaded) -> Edition:
    campaign = Campaign.objects.create(slug="code", is_published=True)
    return Edition.objects.create(
        campaign=campaign,
        year=2026,
        soon_from=date(2026, 11, 1),
        first_day=date(2026, 11, 30),
        last_day=date(2026, 12, 13),
        thanks_until=date(2026, 12, 20),
    )


@pytest.mark.parametrize(
    ("reached", "today", "expected"),
    [
        (99, BY, Standing.ON_THE_WAY),
        (99, date(2027, 1, 1), Standing.OVERDUE),
        (100, date(2027, 1, 1), Standing.MET),
        (100, BY, Standing.MET),
        (0, date(2026, 1, 1), Standing.ON_THE_WAY),
    ],
)
def test_a_target_is_overdue_from_the_day_after_its_day(reached, today, expected):
    assert standing_of_target(number=100, reached=reached, by=BY, today=today) is expected


def test_a_pledge_is_met_if_all_targets_are_and_overdue_if_one_is():
    met, on, over = Standing.MET, Standing.ON_THE_WAY, Standing.OVERDUE
    assert standing_of_pledge([met, met]) is met
    assert standing_of_pledge([met, on]) is on
    assert standing_of_pledge([met, over]) is over
    assert standing_of_pledge([]) is on


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC), Standing.ON_THE_WAY),
        (datetime(2026, 12, 31, 23, 0, 0, tzinfo=UTC), Standing.OVERDUE),
    ],
)
def test_the_day_ends_at_midnight_where_the_site_is(partner, clock, settings, moment, expected):
    settings.TIME_ZONE = "Europe/Brussels"
    clock(datetime(2026, 10, 1, tzinfo=UTC))
    make_public(partner)
    clock(moment)
    assert pledges_matching()[0].standing is expected


def test_only_accepted_reports_count_and_the_one_with_the_latest_day_is_right(partner):
    pledge = make_public(partner)
    reported(pledge, 30, date(2026, 10, 2))
    reported(pledge, 20, date(2026, 10, 1))
    reported(pledge, 90, date(2026, 10, 3), accept=False)
    assert pledges_matching()[0].targets[0].reached == 30
    reported(pledge, 25, date(2026, 10, 2))
    assert pledges_matching()[0].targets[0].reached == 25


def test_hosted_hours_of_the_partner_count_once_they_have_begun(partner, edition, clock):
    clock(datetime(2026, 12, 2, 12, tzinfo=UTC))
    make_public(partner, target(5, Unit.HOURS, source=Source.HOSTED, edition=edition))
    hour = {
        "edition": edition,
        "kind": "business",
        "country_id": "MT",
        "participants": 20,
        "language": "en",
        "confirmed_at": datetime(2026, 11, 1, tzinfo=UTC),
    }
    begun, to_come = datetime(2026, 12, 2, 12, tzinfo=UTC), datetime(2026, 12, 2, 12, 1, tzinfo=UTC)
    HostedHour.objects.create(**hour, partner=partner, starts_at=begun)
    HostedHour.objects.create(**hour, partner=partner, starts_at=to_come)
    HostedHour.objects.create(**hour, partner=make_partner("other"), starts_at=begun)
    HostedHour.objects.create(**hour | {"confirmed_at": None}, partner=partner, starts_at=begun)
    assert pledges_matching()[0].targets[0].reached == 1


def test_finished_hours_of_everybody_count_once_in_the_sum(partner, edition):
    FinishDay.objects.create(day=date(2026, 12, 1), activity="walk", language="en", finished=40, held=10)
    FinishDay.objects.create(day=date(2026, 12, 20), activity="walk", language="en", finished=7)
    for each in (partner, make_partner("other")):
        make_public(each, target(100, Unit.HOURS, source=Source.FINISHED, edition=edition))
    assert [found.targets[0].reached for found in pledges_matching()] == [30, 30]
    [hours] = pledge_figures().units
    assert (hours.unit, hours.pledged, hours.reached) == (Unit.HOURS, 200, 30)


def test_each_filter_finds_what_it_says(partner, clock):
    clock(datetime(2027, 1, 5, tzinfo=UTC))
    late = make_public(partner, target(by=BY), countries=["MT"])
    school = make_partner("school", "EE", "school_network")
    met = make_public(school, target(5, Unit.DEVICES, by=BY), countries=["EE", "MT"])
    reported(met, 5, date(2026, 12, 1))
    everywhere = make_public(school, target(by=date(2027, 6, 1)))

    def found(**values):
        return {each.pledge.pk for each in pledges_matching(PledgeFilters(**values))}

    assert found() == {late.pk, met.pk, everywhere.pk}
    assert found(country="MT") == {late.pk, met.pk}
    assert found(country="EE") == {met.pk}
    assert found(kind="company") == {late.pk}
    assert found(unit="devices") == {met.pk}
    assert found(state="met") == {met.pk}
    assert found(state="overdue") == {late.pk}
    assert found(state="on_the_way", kind="school_network") == {everywhere.pk}
    assert found(partner="school") == {met.pk, everywhere.pk}
    assert found(country="EE", unit="teachers") == set()


def test_a_pledge_of_a_partner_who_is_not_listed_any_more_is_not_public(partner):
    make_public(partner)
    partner.live = False
    partner.save()
    assert pledges_matching() == []
    assert pledge_figures().pledges == 0


@pytest.mark.parametrize("number", [1, 3])
def test_figures_need_as_many_queries_for_many_pledges_as_for_one(
    partner, edition, django_assert_num_queries, number
):
    for _ in range(number):
        targets = (
            target(),
            target(unit=Unit.HOURS, source=Source.HOSTED, edition=edition),
            target(unit=Unit.HOURS, source=Source.FINISHED, edition=edition),
        )
        reported(make_public(partner, *targets, countries=["MT"]), 1, date(2026, 10, 1))
    with django_assert_num_queries(6):
        pledge_figures()


pledged = st.tuples(st.integers(1, 1000), st.sampled_from(Unit))
reports = st.lists(st.tuples(st.integers(0, 1500), st.integers(1, 28), st.sampled_from(State)), max_size=4)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(st.tuples(pledged, reports, st.sets(st.sampled_from(["MT", "EE"]))), max_size=5))
def test_figures_are_the_sum_of_what_each_pledge_says(partner, client, made):
    """Counted by hand from what was inserted, by `pledge_figures`, on the page, by the API: the same."""
    ProgressReport.objects.all().delete()
    partner.pledges.all().delete()
    expected: dict[str, list[int]] = {}
    by_country = {"MT": 0, "EE": 0}
    for (number, unit), told, countries in made:
        pledge = make_public(partner, target(number, unit), countries=sorted(countries))
        accepted = []
        for place, (value, day, state) in enumerate(told):
            report = ProgressReport.objects.create(
                target=pledge.targets.get(), number=value, day=date(2026, 9, day), text="…", state=state
            )
            if state == State.ACCEPTED:
                accepted.append((day, place, report.number))
        sums = expected.setdefault(unit, [0, 0])
        sums[0] += number
        sums[1] += max(accepted)[2] if accepted else 0
        for code in countries:
            by_country[code] += 1
    figures = pledge_figures()
    assert {each.unit: [each.pledged, each.reached] for each in figures.units} == expected
    assert {each.code: each.pledges for each in figures.countries} == {
        k: v for k, v in by_country.items() if v
    }
    shown = client.get("/en/pledges/").context["figures"]
    assert shown == figures
    told = client.get("/api/v1/figures").json()["pledges"]
    assert {each["unit"]: [each["pledged"], each["reached"]] for each in told["units"]} == expected
    assert {each["country"]: each["pledges"] for each in told["countries"]} == {
        k: v for k, v in by_country.items() if v
    }
    listed = client.get("/api/v1/pledges").json()
    assert listed["count"] == figures.pledges == told["pledges"]
    per_country = [pledge_figures(PledgeFilters(country=each.code)).pledges for each in figures.countries]
    assert per_country == [each.pledges for each in figures.countries]


def test_the_api_shows_reports_whether_or_not_it_filters_by_state(
    partner, client, django_assert_max_num_queries
):
    for _ in range(3):
        pledge = make_public(partner)
        reported(pledge, 20, date(2026, 10, 1))
        reported(pledge, 30, date(2026, 10, 2))
    for path in ("/api/v1/pledges", "/api/v1/pledges?state=on_the_way"):
        with django_assert_max_num_queries(12):
            found = client.get(path).json()["results"]
        numbers = [[report["number"] for report in each["targets"][0]["reports"]] for each in found]
        assert numbers == [[30, 20]] * 3
