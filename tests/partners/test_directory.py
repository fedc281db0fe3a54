"""The directory of partners: who stands in it, how it is filtered, the page of each."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from codora.core.page_cache.generations import read_generations
from codora.partners.models import Facet, Partner
from codora.partners.queries.directory import listed_partners
from codora.places.models import Country
from codora.search.queries import search
from tests.partners.partners import make_partner

pytestmark = pytest.mark.django_db

LIST = "/en/partners/"


def names(response) -> list[str]:
    return [card.partner.name for card in response.context["cards"]]


@pytest.fixture
def three():
    make_partner(slug="zebra", name="Zebra", kind="company", contributions=["devices"], languages=["de"])
    make_partner(slug="aepfel", name="Äpfel", kind="non_profit", country_id="EE", languages=["et"])
    make_partner(slug="beta", name="Beta School", kind="company", languages=["mt"])


def test_they_stand_by_name_whatever_the_accents(client, three):
    assert names(client.get(LIST)) == ["Äpfel", "Beta School", "Zebra"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=company", ["Beta School", "Zebra"]),
        ("country=EE", ["Äpfel"]),
        ("contribution=devices", ["Zebra"]),
        ("language=mt", ["Beta School"]),
        ("kind=company&language=mt", ["Beta School"]),
        ("q=apfel", ["Äpfel"]),
        ("q=SCHOOL+beta", ["Beta School"]),
        ("kind=nonsense&page=x", ["Äpfel", "Beta School", "Zebra"]),
        ("country=EE&kind=company", []),
    ],
)
def test_filters_stand_in_the_address(client, three, query, found):
    assert names(client.get(f"{LIST}?{query}")) == found


def test_only_what_staff_published_stands_there(client):
    hidden = make_partner(live=False)
    assert names(client.get(LIST)) == []
    assert client.get(f"{LIST}{hidden.slug}/").status_code == 404


def test_a_long_list_has_pages(client):
    for number in range(30):
        make_partner(slug=f"p{number}", name=f"P{number:02}")
    first, second = client.get(LIST), client.get(f"{LIST}?kind=company&page=2")
    assert names(first) + names(second) == [f"P{number:02}" for number in range(30)]
    assert b'href="?kind=company&amp;page=1"' in second.content


def test_the_number_of_queries_does_not_grow_with_the_list(client, django_assert_num_queries):
    make_partner(slug="p", name="P")
    client.get(LIST)
    with django_assert_num_queries(6) as one:
        client.get(LIST)
    for number in range(9):
        make_partner(slug=f"p{number}", name=f"P{number}")
    with django_assert_num_queries(len(one)):
        client.get(LIST)


def test_a_page_speaks_the_readers_language_where_the_partner_does(client):
    make_partner(texts={"de": "Wir leihen Tablets.", "en": "We lend tablets."})
    assert "Wir leihen Tablets." in client.get("/de/partners/harbour-works/").content.decode()
    french = client.get("/fr/partners/harbour-works/").content.decode()
    assert "We lend tablets." in french


def test_words_in_no_language_of_the_reader_say_in_which_they_are(client):
    make_partner(texts={"mt": "Nisilfu t-tablets."})
    page = client.get("/en/partners/harbour-works/").content.decode()
    assert re.search(r'<p class="lede" lang="mt"[^>]*>Nisilfu', page)


def test_a_page_tells_machines_of_the_organisation(client):
    make_partner(website="https://harbour.example/")
    page = client.get("/en/partners/harbour-works/").content.decode()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    assert (data["@type"], data["name"], data["url"]) == (
        "Corporation",
        "Harbour Works",
        "https://harbour.example/",
    )
    assert data["address"]["addressCountry"] == "MT"


def test_markup_in_words_of_others_stays_text(client):
    make_partner(name="<b>Bold</b>", texts={"en": "<script>alert(1)</script>"})
    page = client.get("/en/partners/harbour-works/").content.decode()
    assert "<script>alert" not in page
    assert "<b>Bold" not in page


def test_the_site_finds_a_partner_and_forgets_it(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        partner = make_partner()
    assert [result.title for result in search("tablets", language="de", page=1).results] == [partner.name]
    with django_capture_on_commit_callbacks(execute=True):
        partner.unpublish()
    assert search("tablets", language="de", page=1).count == 0


def test_each_change_makes_kept_pages_stale():
    partner = make_partner()
    before = read_generations()["partners"]
    partner.unpublish()
    assert read_generations()["partners"] > before


def test_robots_are_told_of_it(client):
    make_partner()
    assert "/en/partners/harbour-works/" in client.get("/sitemap-en.xml").content.decode()


values = st.lists(st.sampled_from(["mentors", "devices", "events"]), unique=True)


class Facets(TestCase):
    def setUp(self):
        Country.objects.get_or_create(code="MT", defaults={"languages": ["mt"], "zone": "Europe/Malta"})

    @given(first=values, then=values, wanted=st.sampled_from(["mentors", "devices", "events"]))
    def test_the_filter_finds_exactly_those_that_contribute_it(self, first, then, wanted):
        partner = make_partner(contributions=first)
        partner.contributions = then
        partner.save()
        assert set(Facet.objects.filter(kind="contribution").values_list("value", flat=True)) == set(then)
        assert listed_partners(contribution=wanted).exists() is (wanted in then)
        Partner.objects.all().delete()
