"""Which language a reader asked for, and which one is shown."""

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override
from hypothesis import given
from hypothesis import strategies as st

from codora.core.languages import (
    LANGUAGES,
    active_language_for,
    in_reader_language,
    reader_language,
    shown_language,
    switch_language,
)
from codora.core.switcher import language_links

EUROPEAN_UNION = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv"


def test_all_official_languages_of_the_european_union_are_there():
    assert {code for code, _ in LANGUAGES} == set(EUROPEAN_UNION.split())
    assert dict(settings.LANGUAGES)["mt"] == "Malti"


def test_an_untranslated_language_reads_english_and_keeps_its_addresses(translate_into):
    with override(active_language_for("fr")):
        assert (reader_language(), shown_language()) == ("fr", "en")
        assert gettext("Activities") == "Activities"
        assert reverse("curriculum:activity_list") == "/fr/learn/"


def test_words_that_django_itself_has_in_a_language_do_not_leak_into_an_english_page(translate_into):
    with override(active_language_for("fr")):
        assert gettext("This field is required.") == "This field is required."


def test_a_translated_language_is_shown(translate_into):
    translate_into("mt", Activities="Attivitajiet")
    with override(active_language_for("mt")):
        assert (reader_language(), shown_language()) == ("mt", "mt")
        assert gettext("Activities") == "Attivitajiet"


@pytest.mark.parametrize(
    ("accepted", "address"),
    [
        ("mt-MT,mt;q=0.9,en;q=0.8", "/mt/"),
        ("uk,ru;q=0.9,bg;q=0.5", "/bg/"),
        ("zh", "/en/"),
        ("", "/en/"),
    ],
)
def test_the_bare_address_leads_to_the_browsers_language(client, accepted, address):
    response = client.get("/", headers={"Accept-Language": accepted})
    assert (response.status_code, response["Location"]) == (302, address)
    assert response["Cache-Control"] == "no-store"
    assert response["Vary"] == "Accept-Language"


@pytest.mark.django_db
def test_the_language_of_an_address_wins_over_the_browsers(client, translate_into):
    translate_into("de", Activities="Aktivitäten")
    response = client.get("/de/nothing-here/", headers={"Accept-Language": "fr"})
    assert response["Content-Language"] == "de"


@pytest.mark.parametrize(
    ("path", "switched"),
    [
        ("/de/learn/?age=7-10", "/fr/learn/?age=7-10"),
        ("/de/", "/fr/"),
        ("/healthz", "/fr/"),
        ("//elsewhere.example/de/", "/fr/"),
        ("https://elsewhere.example/", "/fr/"),
        ("javascript:alert(1)", "/fr/"),
    ],
)
def test_switching_keeps_the_page_and_never_leaves_the_site(path, switched):
    assert switch_language(path, "fr") == switched


@given(st.text())
def test_whatever_is_asked_for_the_switcher_stays_on_the_site(path):
    for link in language_links(path):
        assert link.url.startswith(f"/{link.code}/")


def test_links_in_content_lead_to_the_readers_language():
    with override(active_language_for("fr")):
        assert in_reader_language("/learn/#class") == "/fr/learn/#class"
        assert in_reader_language("/de/learn/") == "/de/learn/"
        assert in_reader_language("https://example.org/") == "https://example.org/"
        assert in_reader_language("//example.org/") == "//example.org/"
