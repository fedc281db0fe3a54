"""Finding pages and activities, as a reader does."""

import html
import re

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Locale

from codora.core.folding import fold, folded, stems
from codora.pages.models import ArticlePage, HomePage
from codora.search import queries
from codora.search.actions import rebuild_index
from codora.search.queries import search


@pytest.fixture
def page_in(loaded):
    """`page_in("de", "Titel", "Text")` publishes a page."""

    def make(language: str, title: str, lead: str = "Lead.", **values) -> ArticlePage:
        home = HomePage.objects.get(locale__language_code=language)
        page = ArticlePage(title=title, lead=lead, body=[], locale=home.locale, **values)
        home.add_child(instance=page)
        page.save_revision().publish()
        commit()
        return page

    return make


COMMITTED = []


@pytest.fixture(autouse=True)
def what_follows_a_commit(monkeypatch):
    COMMITTED.clear()
    monkeypatch.setattr("codora.search.following.transaction.on_commit", COMMITTED.append)


def commit() -> None:
    while COMMITTED:
        COMMITTED.pop(0)()


def titles(query: str, language: str = "en") -> list[str]:
    commit()
    return [plain(result.title) for result in search(query, language=language).results]


def plain(marked: str) -> str:
    return html.unescape(re.sub(r"</?mark>", "", marked))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "title", "query"),
    [
        ("de", "Überraschung für Lehrkräfte", "uberraschung"),
        ("de", "Straße", "strasse"),
        ("de", "Die Laterne", "LATERNEN"),
        ("en", "Ο δρόμος των φαναριών", "δρομος"),
        ("en", "ΟΔΟΣ", "οδός"),
        ("en", "Ħaż-Żebbuġ", "haz zebbug"),
        ("en", "Łódź", "lodz"),
        ("en", "Пътят на фенерите", "пътят фенери"),
    ],
)
def test_case_accents_and_endings_do_not_matter(page_in, language, title, query):
    page_in(language, title)
    assert titles(query, language) == [title]


@pytest.mark.django_db
def test_every_word_must_be_there_and_titles_count_most(page_in):
    page_in("en", "Something else", "It speaks of a lighthouse and of robots, and of much else besides.")
    page_in("en", "Lighthouse robots", "Nothing more.")
    page_in("en", "Lighthouse", "Only this.")
    assert titles("robots lighthouse") == ["Lighthouse robots", "Something else"]


@pytest.mark.django_db
def test_a_reader_finds_what_is_translated_once_and_the_rest_in_english(page_in):
    page_in("en", "Hedgehog only in English")
    english = page_in("en", "Hedgehog in both")
    german = english.copy_for_translation(Locale.objects.get(language_code="de"))
    german.title = "Hedgehog auf Deutsch"
    german.save_revision().publish()
    assert sorted(titles("hedgehog", "de")) == ["Hedgehog auf Deutsch", "Hedgehog only in English"]
    assert sorted(titles("hedgehog", "fr")) == ["Hedgehog in both", "Hedgehog only in English"]
    assert sorted(titles("hedgehog", "en")) == ["Hedgehog in both", "Hedgehog only in English"]


@pytest.mark.django_db
def test_activities_are_found_and_said_to_be_activities(client, loaded):
    [result] = search("walk", language="en").results
    assert (result.kind, result.url) == ("Activity", "/en/learn/walk/")
    assert result.title == "The <mark>Walk</mark>"


@pytest.mark.django_db
def test_what_editors_choose_from_a_list_is_no_word_of_the_page(page_in):
    assert titles("hour")  # the home page is there
    assert titles("learners") == []


@pytest.mark.django_db
def test_a_page_that_is_unpublished_or_deleted_is_not_found(page_in):
    first, second = page_in("en", "Unicorn one"), page_in("en", "Unicorn two")
    first.unpublish()
    second.delete()
    assert titles("unicorn") == []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM search_document WHERE search_document MATCH 'unicorn'")
            assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_a_draft_is_not_found_and_an_edit_is_once_it_is_published(page_in):
    page = page_in("en", "Giraffe")
    page.title = "Elephant"
    revision = page.save_revision()
    assert titles("giraffe") == ["Giraffe"]
    revision.publish()
    assert (titles("giraffe"), titles("elephant")) == ([], ["Elephant"])


@pytest.mark.django_db
def test_a_page_for_chosen_people_is_not_found(page_in):
    page = page_in("en", "Secret garden")
    page.view_restrictions.create(restriction_type="login")
    rebuild_index()
    assert titles("secret") == []


@pytest.mark.django_db
def test_the_excerpt_shows_the_words_and_escapes_the_rest(page_in):
    page_in("en", "Long", "Before it all. " * 30 + "Here <b>zebra</b> stands. " + "After it all. " * 30)
    [result] = search("zebra", language="en").results
    assert "&lt;b&gt;<mark>zebra</mark>&lt;/b&gt;" in result.excerpt
    assert result.excerpt.startswith("… ")
    assert len(plain(result.excerpt)) < queries.EXCERPT + 20


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ['"', "* OR", "zz' --", "NEAR(", ":!&|<->", "\\", "  ", "q" * 100, "title:x", "- -"]
)
def test_whatever_is_asked_is_words_and_no_query_language(loaded, query):
    assert search(query, language="en").count == 0


@pytest.mark.django_db
def test_the_page_shows_results_and_keeps_what_was_asked(client, page_in):
    for number in range(25):
        page_in("en", f"Owl number {number}")
    first = client.get("/en/search/", {"q": "owl"}).content.decode()
    assert "25 results for “owl”" in first
    assert first.count("search-results__kind") == queries.PER_PAGE
    assert 'value="owl"' in first
    assert 'href="?q=owl&amp;page=2"' in first
    second = client.get("/en/search/", {"q": "owl", "page": "2"}).content.decode()
    assert second.count("search-results__kind") == 5


@pytest.mark.django_db
def test_nothing_found_says_what_to_do(client, loaded):
    page = client.get("/en/search/", {"q": "<script>"}).content.decode()
    assert "Nothing found for “&lt;script&gt;”." in page
    assert "Try fewer or other words." in page


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(min_size=1, max_size=20))
def test_a_word_is_found_by_itself(text):
    words = folded(text).split()
    assert all(any(word.startswith(stem) for word in words) for stem in stems(text))


def test_the_greek_s_at_the_end_of_a_word_is_an_s():
    assert fold("δρόμος") == fold("ΔΡΟΜΟΣ")
