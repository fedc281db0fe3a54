import json
import re
import shutil

import pytest
from django.core.management import call_command

from tests.small_content import change

pytestmark = pytest.mark.django_db


def data_block(response):
    """The page's JSON-LD."""
    return json.loads(
        re.search(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode())[1]
    )


def test_the_catalogue_shows_the_featured_activity_above_the_others(client, loaded):
    response = client.get("/en/learn/")
    assert response.context["featured"].texts["title"] == "The Walk"
    assert response.context["cards"] == []
    assert response.context["count"] == 1


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("age=7-10&device=tablet&minutes=60&language=de", 1),
        ("age=adult", 0),
        ("device=phone", 0),
        ("language=fr", 0),
        ("age=many&device=toaster&minutes=-1&language=xx", 1),
    ],
)
def test_filters_stand_in_the_address_and_nonsense_filters_nothing(client, loaded, query, count):
    response = client.get(f"/en/learn/?{query}")
    assert response.context["count"] == count
    assert ("The Walk" in response.content.decode()) is bool(count)


def test_the_chosen_filters_are_shown_as_chosen(client, loaded):
    page = client.get("/en/learn/?device=tablet").content.decode()
    chosen = re.search(r'<input[^>]*value="tablet"[^>]*>', page)[0]
    assert "checked" in chosen


def copies(loaded, count):
    for number in range(count):
        folder = loaded / f"activities/walk-{number}"
        shutil.copytree(loaded / "activities/walk", folder)
        change(folder / "activity.yaml", "featured: true", "featured: false")
    call_command("load_content", verbosity=0)


@pytest.mark.parametrize("count", [0, 2])
def test_the_catalogue_asks_the_database_as_often_for_three_activities_as_for_one(
    client, loaded, count, django_assert_num_queries
):
    copies(loaded, count)
    with django_assert_num_queries(4):
        assert client.get("/en/learn/").context["count"] == count + 1


def test_the_activity_page_leads_to_the_first_level_and_to_every_stop(client, loaded):
    page = client.get("/en/learn/walk/").content.decode()
    assert page.count('href="/en/play/walk/tallinn/"') >= 2
    assert 'href="/en/play/walk/valletta/"' in page
    assert 'id="class"' in page


def test_the_activity_describes_itself_as_a_learning_resource(client, loaded, settings):
    settings.BASE_URL = "https://codora.example"
    data = data_block(client.get("/en/learn/walk/"))
    assert data["@type"] == "LearningResource"
    assert data["url"] == "https://codora.example/en/learn/walk/"
    assert data["inLanguage"] == ["de", "en"]
    assert (data["timeRequired"], data["typicalAgeRange"]) == ("PT60M", "6-10")


def test_what_an_author_writes_cannot_end_the_data_block(client, loaded):
    change(loaded / "activities/walk/text.en.yaml", "The Walk", "</script><script>alert(1)</script>")
    call_command("load_content", verbosity=0)
    response = client.get("/en/learn/walk/")
    assert "<script>alert" not in response.content.decode()
    assert data_block(response)["name"] == "</script><script>alert(1)</script>"


def test_only_languages_that_have_the_text_are_named_to_search_engines(client, loaded, settings):
    settings.BASE_URL = "https://codora.example"
    page = client.get("/fr/learn/walk/").content.decode()
    assert set(re.findall(r'<link rel="alternate" hreflang="([\w-]+)"', page)) == {"de", "en", "x-default"}
    assert '<link rel="canonical" href="https://codora.example/en/learn/walk/">' in page


def test_a_text_in_another_language_than_the_page_says_so(client, loaded, translate_into):
    translate_into("mt", **{"Start the hour": "Ibda s-siegħa"})
    page = client.get("/mt/learn/walk/").content.decode()
    assert '<html lang="mt"' in page
    assert re.search(r'<h1[^>]* lang="en"[^>]*>The Walk</h1>', page)


def test_an_unknown_activity_does_not_exist(client, loaded):
    assert client.get("/en/learn/unknown/").status_code == 404
