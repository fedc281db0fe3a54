"""What a program gets, whatever it asks for."""

import json
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from codora.campaigns.models import Campaign, CampaignText
from codora.config.api import api, openapi
from codora.curriculum.models import Activity, ActivityText, Level
from codora.pages.models import HomePage, NewsIndexPage, NewsPage
from tests.api import ask, results
from tests.partners.partners import make_partner
from tests.pledges import make_public, target

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
GERMAN = {
    "Not valid": "Nicht gültig",
    "A whole number is needed.": "Eine ganze Zahl, bitte.",
    "It must be at least %(ge)s.": "Mindestens %(ge)s.",
    "It must be at most %(le)s.": "Höchstens %(le)s.",
    "It must be one of these: %(expected)s.": "Eins von: %(expected)s.",
    "It can be given once only.": "Nur einmal.",
    "There is no such name at this address.": "Unbekannt.",
}


def lists_of_the_api() -> set[str]:
    names = {path.removeprefix("/api/v1/") for path in openapi()["paths"] if "{" not in path}
    return names - {"", "figures"}


@pytest.fixture
def news(loaded) -> None:
    pages = {"en": ("First", "Second", "Third"), "de": ("Erstens", "Zweitens")}
    keys = {}
    for language, titles in pages.items():
        home = HomePage.objects.get(locale__language_code=language)
        index = home.add_child(
            instance=NewsIndexPage(title="News", slug="news", lead="x", locale=home.locale)
        )
        for day, title in enumerate(titles, start=1):
            page = NewsPage(title=title, slug=f"day-{day}", lead="x", date=date(2026, 11, day))
            page.locale = home.locale
            page.translation_key = keys.setdefault(day, page.translation_key)
            index.add_child(instance=page)


def test_the_start_names_every_list_and_what_else_there_is(client, loaded):
    _, start = ask(client, "?language=de")
    lists = lists_of_the_api()
    assert {start[name] for name in lists} == {f"{SITE}/api/v1/{name}" for name in lists}
    for name in ("calendar", "feed", "description", "figures", *lists):
        assert client.get(start[name].removeprefix(SITE)).status_code == 200, name
    assert start["calendar"] == f"{SITE}/de/campaigns/dates.ics"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", 1),
        ("age=6", 1),
        ("age=11", 0),
        ("minutes=59", 0),
        ("minutes=60", 1),
        ("device=tablet", 1),
        ("device=phone", 0),
        ("available_in=de", 1),
        ("available_in=mt", 0),
    ],
)
def test_activities_are_chosen_as_in_the_catalogue(client, loaded, question, found):
    assert len(results(client, f"activities?{question}")) == found


def test_an_activity_tells_what_it_is_in_which_language(client, loaded):
    [german] = results(client, "activities?language=de")
    assert (german["title"], german["language"], german["review"]) == ("Der Weg", "de", "draft")
    assert german["url"] == f"{SITE}/de/learn/walk/"
    assert german["start_url"] == f"{SITE}/de/play/walk/tallinn/"
    assert (german["age_from"], german["age_to"], german["minutes"]) == (6, 10, 60)
    assert german["devices"] == ["computer", "tablet"]
    [greek] = results(client, "activities?language=el")
    assert (greek["title"], greek["language"], greek["languages"]) == ("The Walk", "en", ["de", "en"])
    assert greek["url"] == f"{SITE}/el/learn/walk/"


def test_an_activity_has_its_levels_with_their_places(client, loaded):
    _, activity = ask(client, "activities/walk?language=de")
    assert [level["title"] for level in activity["levels"]] == ["Erste Schritte", "Letzte Schritte"]
    assert (activity["levels"][1]["town"], activity["levels"][1]["country"]) == ("Valletta", "MT")


@pytest.mark.parametrize(
    ("question", "phase", "days"),
    [
        ("", "live", 1),
        ("country=EE", "soon", 1),
        ("country=MT", "live", 1),
        ("audience=work", "after", 0),
    ],
)
def test_a_campaign_is_told_as_it_stands_for_these_people(
    client, campaigns, loaded, clock, question, phase, days
):
    clock(datetime(2026, 7, 12, 10, tzinfo=UTC))
    [campaign] = results(client, f"campaigns?{question}")
    assert (campaign["edition"]["phase"], campaign["edition"]["days"]) == (phase, days)
    assert results(client, f"campaigns?{question}&phase={phase}") == [campaign]
    assert results(client, f"campaigns?{question}&phase=before") == []


def test_the_days_of_a_campaign_are_days_and_moments_with_their_zone(client, campaigns, loaded, clock):
    clock(datetime(2026, 7, 1, tzinfo=UTC))
    _, summer = ask(client, "campaigns/summer?language=de")
    everybody, work, estonia = summer["edition"]["periods"]
    assert everybody | {"phase": ""} == {
        "country": None,
        "audience": None,
        "phase": "",
        "soon_from": "2026-06-01",
        "first_day": "2026-07-06",
        "last_day": "2026-07-12",
        "begins_at": "2026-07-06T00:00:00+02:00",
        "ends_at": "2026-07-13T00:00:00+02:00",
        "time_zone": "Europe/Brussels",
    }
    assert (estonia["country"], estonia["begins_at"]) == ("EE", "2026-07-13T00:00:00+03:00")
    assert (work["country"], work["audience"]) == (None, "work")
    assert (summer["name"], summer["language"]) == ("Sommer im Code", "de")
    assert client.get(summer["calendar_url"].removeprefix(SITE)).status_code == 200


def test_a_campaign_that_is_not_published_is_not_told_of(client, campaigns, loaded):
    assert [each["slug"] for each in results(client, "campaigns")] == ["summer"]
    assert client.get("/api/v1/campaigns/winter").status_code == 404


def test_news_come_newest_first_each_once_in_the_readers_language_or_english(client, news):
    told = [(each["title"], each["language"]) for each in results(client, "news?language=de")]
    assert told == [("Third", "en"), ("Zweitens", "de"), ("Erstens", "de")]
    told = results(client, "news?language=en&since=2026-11-02")
    assert [each["title"] for each in told] == ["Third", "Second"]
    assert told[0]["url"] == f"{SITE}/en/news/day-3/"


def test_a_partner_tells_what_it_gives(client, loaded):
    make_partner(texts={"en": "We lend tablets.", "de": "Wir verleihen Tablets."})
    [partner] = results(client, "partners?language=de")
    assert partner == {
        "slug": "harbour-works",
        "url": f"{SITE}/de/partners/harbour-works/",
        "name": "Harbour Works",
        "kind": "company",
        "country": "MT",
        "website": "",
        "contributions": ["mentors"],
        "works_in": ["mt", "en"],
        "language": "de",
        "languages": ["de", "en"],
        "does": "Wir verleihen Tablets.",
        "about": "",
        "logo_url": None,
        "logo_text": "",
    }
    assert ask(client, "partners/harbour-works?language=de")[1] == partner


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", ["bay", "harbour-works"]),
        ("kind=company", ["harbour-works"]),
        ("country=EE", ["bay"]),
        ("contribution=devices", ["bay"]),
        ("works_in=mt", ["harbour-works"]),
        ("q=bÁY", ["bay"]),
    ],
)
def test_partners_are_chosen_as_in_the_directory(client, loaded, question, found):
    make_partner()
    changes = {"kind": "non_profit", "country_id": "EE", "contributions": ["devices"], "languages": ["et"]}
    make_partner(slug="bay", name="Bay", texts={}, **changes)
    make_partner(slug="draft", name="Draft", live=False)
    assert [partner["slug"] for partner in results(client, f"partners?{question}")] == found
    assert client.get("/api/v1/partners/draft").status_code == 404


def test_a_list_is_walked_through_its_links(client, news):
    path, seen, pages = "news?limit=1&language=de", [], []
    while path:
        _, page = ask(client, path)
        assert page["count"] == 3
        seen += page["results"]
        pages.append(page)
        path = (page["next"] or "").removeprefix(f"{SITE}/api/v1/")
    assert seen == results(client, "news?language=de")
    assert pages[0]["previous"] is None
    for before, after in pairwise(pages):
        assert ask(client, after["previous"].removeprefix(f"{SITE}/api/v1/"))[1] == before


@pytest.mark.parametrize(
    ("question", "name", "detail"),
    [
        ("age=old", "age", "Eine ganze Zahl"),
        ("age=2", "age", "3"),
        ("limit=101", "limit", "100"),
        ("device=abacus", "device", "computer, tablet, phone, paper"),
        ("colour=red", "colour", "Unbekannt"),
        ("age=7&age=8", "age", "Nur einmal"),
        ("age=", "age", "Eine ganze Zahl"),
    ],
)
def test_what_cannot_be_used_is_refused_and_named_in_the_readers_language(
    client, translate_into, question, name, detail
):
    translate_into("de", **GERMAN)
    response, answer = ask(client, f"activities?{question}", accept_language="de-AT,en;q=0.5")
    assert response.status_code == answer["status"] == 422
    assert response["Content-Type"] == "application/problem+json"
    assert response["Content-Language"] == "de"
    assert answer["title"] == "Nicht gültig"
    [error] = answer["errors"]
    assert (error["location"], error["name"]) == ("query", name)
    assert detail in error["detail"]


def test_every_fault_is_told_at_once(client):
    _, answer = ask(client, "activities?age=x&limit=0&language=xx&b=1")
    assert {error["name"] for error in answer["errors"]} == {"age", "limit", "language", "b"}


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("get", "nothing", {}, 404),
        ("get", "activities/nothing", {}, 404),
        ("get", "activities/", {}, 404),
        ("get", "activities/%00", {}, 404),
        ("post", "activities", {}, 405),
        ("delete", "nothing", {}, 405),
        ("get", "activities", {"accept": "text/html"}, 406),
        ("get", "activities", {"accept": "application/json;q=0, */*"}, 406),
        ("post", "activities", {"content_length": "20000"}, 405),
        ("get", f"activities?{'&'.join('a=1' for _ in range(1_001))}", {}, 400),
    ],
)
def test_every_refusal_is_a_problem_document(client, method, path, headers, status):
    response = getattr(client, method)(f"/api/v1/{path}", headers=headers)
    answer = json.loads(response.content)
    assert response.status_code == answer["status"] == status
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert answer["title"]
    assert answer["detail"]
    if status == 405:
        assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_what_breaks_is_a_problem_document_too(client, monkeypatch):
    monkeypatch.setattr("codora.curriculum.api.page_of", lambda *_, **__: 1 / 0)
    client.raise_request_exception = False
    response, answer = ask(client, "activities")
    assert (response.status_code, answer["status"]) == (500, 500)
    assert response["Content-Type"] == "application/problem+json"
    assert "division" not in response.content.decode()


@pytest.mark.parametrize(
    "accept", ["", "*/*", "application/*", "text/html, application/json;q=0.1", "nonsense"]
)
def test_json_goes_to_whoever_takes_it(client, accept):
    assert ask(client, "activities", accept=accept)[0].status_code == (406 if accept == "nonsense" else 200)


def test_the_language_is_that_of_the_query_else_of_the_header_else_english(client):
    for path, header, language, varies in (
        ("activities?language=de", "el", "de", False),
        ("activities", "de-CH, el", "de", True),
        ("activities", "xx", "en", True),
        ("activities", "", "en", True),
    ):
        response, _ = ask(client, path, accept_language=header)
        assert response["Content-Language"] == language
        assert ("Accept-Language" in response.get("Vary", "")) is varies


def test_any_website_may_read_and_nobody_is_known_by_a_cookie(client):
    response, _ = ask(client, "activities", origin="https://elsewhere.example")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert not response.cookies
    before = client.options("/api/v1/activities", headers={"origin": "https://elsewhere.example"})
    assert before.status_code == 204
    assert before["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in before["Access-Control-Allow-Headers"]


def test_who_has_the_answer_gets_no_body(client, loaded):
    response, _ = ask(client, "activities?language=de")
    again = client.get("/api/v1/activities?language=de", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == response["ETag"]
    other = client.get("/api/v1/activities?language=en", headers={"if-none-match": response["ETag"]})
    assert other.status_code == 200


def test_head_has_the_headers_of_get(client, loaded):
    head, get = client.head("/api/v1/activities"), client.get("/api/v1/activities")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", get["ETag"])


def questions(client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        results(client, path)
    return len(asked)


def test_more_objects_need_no_more_questions(client, campaigns, loaded, news):
    make_public(make_partner(), target())
    lists = [name for name in sorted(lists_of_the_api()) if results(client, name)]
    few = {name: questions(client, name) for name in lists}
    for number in range(3):
        make_public(make_partner(slug=f"partner-{number}"), target(), target(7, unit="jobs"))
        copy(Activity.objects.get(slug="walk"), f"walk-{number}")
        copy(Campaign.objects.get(slug="summer"), f"summer-{number}")
    assert all(len(results(client, name)) > 2 for name in lists)
    assert {name: questions(client, name) for name in lists} == few
    assert max(few.values()) <= 10


def copy(original: Activity | Campaign, slug: str) -> None:
    """With its texts, and the levels of an activity."""
    key = original.pk
    original.pk, original.slug = None, slug
    original.save()
    kinds = (ActivityText, Level) if isinstance(original, Activity) else (CampaignText,)
    owner = "activity" if isinstance(original, Activity) else "campaign"
    for part in (part for kind in kinds for part in kind.objects.filter(**{f"{owner}_id": key})):
        part.pk = None
        setattr(part, owner, original)
        part.save()


def test_every_name_in_the_description_is_explained():
    for model, schema in openapi()["components"]["schemas"].items():
        for name, field in schema.get("properties", {}).items():
            assert field.get("description"), f"{model}.{name}"
    for path, operations in openapi()["paths"].items():
        for parameter in operations["get"]["parameters"]:
            assert parameter.get("description") or parameter["in"] == "path", f"{path} {parameter['name']}"
        assert operations["get"]["summary"]
        assert operations["get"]["description"]


def test_no_address_takes_anything_but_a_get():
    assert {
        method
        for router in api._get_bound_routers()
        for view in router.path_operations.values()
        for operation in view.operations
        for method in operation.methods
    } == {"GET"}
