"""Pages as visitors see them."""

import re

import pytest
from django.core.management import call_command

from codora.pages.models import ArticlePage, HomePage
from tests.curriculum.test_views import copies

pytestmark = pytest.mark.django_db


def html(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_page_is_in_the_readers_language_where_it_exists(client, loaded, translate_into):
    translate_into("de", **{"Skip to content": "Zum Inhalt"})
    page = html(client, "/de/")
    assert "Lerne Programmieren in" in page
    assert '<html lang="de"' in page


def test_a_missing_translation_is_english_says_so_and_is_marked(client, loaded, translate_into):
    translate_into("de", **{"This page is not translated yet. You see it in English.": "Noch auf Englisch."})
    page = html(client, "/de/about/")
    assert "Noch auf Englisch." in page
    assert re.search(r'<header[^>]*lang="en"[^>]*>\s*<h1>About us</h1>', page)


def test_a_language_without_an_interface_says_so_in_english(client, loaded, translate_into):
    page = html(client, "/fr/about/")
    assert '<html lang="en"' in page
    assert 'This site is not in <span lang="fr">français</span> yet.' in page


def test_a_page_in_a_language_without_an_interface_is_shown_all_the_same(client, loaded, translate_into):
    page = html(client, "/de/")
    assert '<html lang="en"' in page
    assert re.search(r'<h1[^>]*lang="de"[^>]*>Lerne', page)


def test_a_draft_is_shown_as_a_draft(client, loaded, translate_into):
    translate_into("de")
    assert "draft-note" in html(client, "/de/")
    assert "draft-note" not in html(client, "/en/")


def test_search_engines_hear_of_the_languages_that_a_page_has(client, loaded, settings):
    settings.BASE_URL = "https://codora.example"
    hreflang = r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"'
    assert dict(re.findall(hreflang, html(client, "/fr/"))) == {
        "de": "https://codora.example/de/",
        "en": "https://codora.example/en/",
        "x-default": "https://codora.example/en/",
    }
    assert '<link rel="canonical" href="https://codora.example/en/">' in html(client, "/fr/")
    assert '<link rel="canonical" href="https://codora.example/de/">' in html(client, "/de/")


@pytest.mark.parametrize("reader", ["fr", "ga"])
@pytest.mark.parametrize("path", ["languages/", "learn/", "learn/walk/", "play/walk/tallinn/", "figures/"])
@pytest.mark.django_db(databases=["default", "progress"])
def test_a_language_without_an_interface_is_no_address_for_search_engines(
    client, loaded, translate_into, settings, path, reader
):
    settings.BASE_URL = "https://codora.example"
    translate_into("de")
    page = html(client, f"/{reader}/{path}")
    assert f'<link rel="canonical" href="https://codora.example/en/{path}">' in page
    assert set(re.findall(r'hreflang="([\w-]+)" href="https', page)) == {"de", "en", "x-default"}
    assert page.count('<html lang="en" dir="ltr"') == 1


def test_links_in_text_keep_the_reader_in_their_language(client, loaded):
    assert '<a href="/fr/learn/">here</a>' in html(client, "/fr/about/")


def test_doors_lead_to_pages_in_the_readers_language(client, loaded):
    assert 'href="/fr/learn/"' in html(client, "/fr/")


def test_an_alias_is_marked_with_the_language_of_the_page_it_mirrors(client, loaded, translate_into):
    translate_into("de")
    home = HomePage.objects.get(locale__language_code="de")
    ArticlePage.objects.get().copy_for_translation(home.locale, alias=True)
    assert ArticlePage.objects.filter(locale=home.locale, live=True).exists()
    assert re.search(r'<header[^>]*lang="en"[^>]*>\s*<h1>About us</h1>', html(client, "/de/about/"))


def test_an_unpublished_page_is_not_shown(client, loaded):
    ArticlePage.objects.get().unpublish()
    assert client.get("/en/about/").status_code == 404


@pytest.mark.parametrize("count", [0, 2])
def test_home_asks_the_database_as_often_for_three_activities_as_for_one(
    client, loaded, count, django_assert_max_num_queries
):
    copies(loaded, count)
    client.get("/en/")  # fills Wagtail's cache of sites and the one of figures
    with django_assert_max_num_queries(12):
        client.get("/en/")


def test_loading_says_what_changed_and_then_that_nothing_did(content, capsys):
    call_command("load_content")
    assert "Pages: home in en, home in de, learn in en, about in en" in capsys.readouterr().out
    call_command("load_content")
    assert capsys.readouterr().out.count("nothing new") == 4
