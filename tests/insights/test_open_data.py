"""The same number everywhere: home, campaign, figures, CSV, JSON and API, whatever was counted."""

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codora.campaigns.models import Edition, HostedHour
from codora.insights.actions import project_progress
from codora.insights.models import FinishDay
from codora.insights.open_data import HOW, all_figures
from tests.insights.conftest import START, WINS, finish
from tests.partners.partners import make_partner
from tests.pledges import make_public
from tests.snapshots import load_content

pytestmark = pytest.mark.django_db(databases=["default", "progress"])

NOW = datetime(2026, 7, 8, 12, tzinfo=UTC)
"""While the campaign of the small content runs, from 6 to 12 July."""
FIRST = date(2026, 7, 1)

finish_days = st.dictionaries(
    st.tuples(st.integers(0, 14), st.sampled_from(["en", "de", "mt"])),
    st.integers(0, 40).flatmap(lambda number: st.tuples(st.just(number), st.integers(0, number))),
    max_size=12,
)
hosts = st.lists(st.tuples(st.sampled_from(["EE", "MT"]), st.integers(1, 99), st.booleans()), max_size=6)


@pytest.fixture
def summer(campaigns, clock, db) -> Edition:
    load_content()
    clock(NOW)
    return Edition.objects.get(campaign__slug="summer")


def rows_of_csv(client: Client) -> dict[tuple[str, str, str], int]:
    text = client.get("/en/figures/data.csv").content.decode()
    return {
        (row["figure"], row["by"], row["key"]): int(row["value"]) for row in csv.DictReader(io.StringIO(text))
    }


def rows_of_json(client: Client) -> dict[tuple[str, str, str], int]:
    rows = client.get("/en/figures/data.json").json()
    return {(row["figure"], row["by"], row["key"]): row["value"] for row in rows}


@given(days=finish_days, invited=hosts)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_output_says_the_same(summer, days, invited):
    FinishDay.objects.all().delete()
    HostedHour.objects.all().delete()
    cache.clear()
    for (number, language), (finished, held) in days.items():
        FinishDay.objects.create(
            day=FIRST + timedelta(days=number),
            activity="walk",
            language=language,
            finished=finished,
            held=held,
        )
    for country, participants, is_confirmed in invited:
        HostedHour.objects.create(
            edition=summer,
            kind="school",
            country_id=country,
            starts_at=NOW,
            participants=participants,
            language="en",
            confirmed_at=NOW if is_confirmed else None,
        )
    hours = sum(finished - held for finished, held in days.values())
    confirmed = [(country, participants) for country, participants, is_confirmed in invited if is_confirmed]
    during = sum(finished - held for (number, _), (finished, held) in days.items() if 5 <= number <= 13)

    client = Client()
    figures, api = client.get("/en/figures/"), client.get("/api/v1/figures").json()
    table, objects = rows_of_csv(client), rows_of_json(client)
    assert table == objects
    assert client.get("/en/").context["hours"] == hours
    assert figures.context["hours"] == api["participation"]["hours"] == table["hours", "", ""] == hours
    assert sum(value for (name, by, _), value in table.items() if (name, by) == ("hours", "day")) == hours
    by_language = {language["language"]: language["hours"] for language in api["participation"]["languages"]}
    assert by_language == {
        key: value for (name, by, key), value in table.items() if (name, by) == ("hours", "language")
    }
    [campaign] = [each for each in api["campaigns"] if each["campaign"] == "summer"]
    page = client.get("/en/campaigns/summer/").context
    [section] = [each for each in figures.context["campaigns"] if each["card"].campaign.slug == "summer"]
    assert (
        table["hosts", "campaign", "summer/2026"]
        == campaign["hosts"]
        == page["hosted"].hosts
        == section["hosted"].hosts
        == len(confirmed)
    )
    assert (
        table["participants", "campaign", "summer/2026"]
        == campaign["participants"]
        == page["hosted"].participants
        == sum(participants for _, participants in confirmed)
    )
    by_country = {each["country"]: each["hosts"] for each in campaign["countries"]}
    assert by_country == {each.code: each.hosts for each in figures.context["countries"]}
    for goal in campaign["goals"]:
        reached = table["campaign_reached", "campaign_measure", f"summer/2026/{goal['measure']}"]
        assert reached == goal["reached"]
        if goal["measure"] == "hours":
            assert reached == during


def test_what_a_browser_reports_reaches_every_output(summer, report, client):
    report(START, *WINS, finish(language="mt"))
    project_progress()
    cache.clear()
    table = rows_of_csv(client)
    assert (
        table["hours", "", ""] == table["hours", "language", "mt"] == client.get("/en/").context["hours"] == 1
    )
    assert table["level_solved", "level", "walk/valletta"] == 1


def test_partners_and_pledges_are_counted_by_country(summer, client):
    partner = make_partner(country_id="EE")
    make_partner(slug="hidden", name="Hidden", live=False)
    make_public(partner, countries=["MT"])
    table = rows_of_csv(client)
    assert table["partners", "", ""] == table["partners", "country", "EE"] == 1
    assert table["pledges", "", ""] == table["pledges", "country", "MT"] == 1
    rows = {
        each.code: (each.partners, each.pledges) for each in client.get("/en/figures/").context["countries"]
    }
    assert rows == {"EE": (1, 0), "MT": (0, 1)}


def test_every_figure_has_a_description_and_the_description_names_both_files(summer, client):
    make_public(make_partner())
    assert {figure.figure for figure in all_figures()} <= set(HOW)
    described = json.loads(client.get("/en/figures/datapackage.json").content)
    paths = [resource["path"] for resource in described["resources"]]
    assert all(client.get(path).status_code == 200 for path in paths)
    columns = [field["name"] for field in described["resources"][0]["schema"]["fields"]]
    head = client.get("/en/figures/data.csv").content.decode().splitlines()[0]
    assert head == ",".join(columns)
    assert described["licenses"][0]["name"] == "CC-BY-4.0"


def test_any_site_may_read_the_files_and_a_spreadsheet_runs_nothing_of_them(summer, client):
    response = client.get("/en/figures/data.csv")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    cells = [cell for row in csv.reader(io.StringIO(response.content.decode())) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_the_page_tells_search_engines_of_the_files(summer, client):
    page = client.get("/en/figures/").content.decode()
    assert '"@type": "Dataset"' in page or '"@type":"Dataset"' in page
    assert 'href="/en/figures/data.csv"' in page
