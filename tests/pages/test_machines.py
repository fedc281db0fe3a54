"""What search engines and feed readers get."""

from datetime import date
from xml.etree import ElementTree

import pytest

from codora.pages.models import ArticlePage, HomePage, NewsIndexPage, NewsPage

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ATOM = "{http://www.w3.org/2005/Atom}"


def read(client, path: str) -> ElementTree.Element:
    return ElementTree.fromstring(client.get(path).content)


def locations(tree: ElementTree.Element) -> list[str]:
    return [element.text for element in tree.iter(f"{MAP}loc")]


def test_the_index_names_a_sitemap_for_each_language_with_pages(client, loaded):
    assert locations(read(client, "/sitemap.xml")) == [f"{SITE}/sitemap-de.xml", f"{SITE}/sitemap-en.xml"]
    assert client.get("/sitemap-fr.xml").status_code == 404


def test_each_page_names_its_translations_and_itself(client, loaded):
    urls = list(read(client, "/sitemap-de.xml").iter(f"{MAP}url"))
    home = next(url for url in urls if url.find(f"{MAP}loc").text == f"{SITE}/de/")
    links = {link.get("hreflang"): link.get("href") for link in home.iter(LINK)}
    assert links == {"en": f"{SITE}/en/", "de": f"{SITE}/de/"}


def test_every_address_of_a_sitemap_is_there(client, loaded):
    found = [url for language in ("en", "de") for url in locations(read(client, f"/sitemap-{language}.xml"))]
    assert f"{SITE}/en/learn/walk/" in found
    assert {client.get(url.removeprefix(SITE)).status_code for url in found} == {200}


def test_a_page_that_the_public_does_not_see_is_in_no_sitemap(client, loaded):
    home = HomePage.objects.get(locale__language_code="en")
    hidden = ArticlePage(title="Hidden", slug="hidden", lead="x", live=False)
    home.add_child(instance=hidden)
    assert f"{SITE}/en/hidden/" not in locations(read(client, "/sitemap-en.xml"))


def test_robots_are_led_to_the_sitemap(client):
    assert f"Sitemap: {SITE}/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_the_feed_has_the_news_of_its_language_newest_first(client, loaded):
    for language, titles in (("en", ["First", "Second <b>"]), ("de", ["Neues"])):
        home = HomePage.objects.get(locale__language_code=language)
        index = home.add_child(
            instance=NewsIndexPage(title="News", slug="news", lead="x", locale=home.locale)
        )
        for day, title in enumerate(titles, start=1):
            index.add_child(
                instance=NewsPage(
                    title=title, lead="What happened.", date=date(2026, 11, day), locale=home.locale
                )
            )
    feed = read(client, "/en/feeds/news.xml")
    entries = list(feed.iter(f"{ATOM}entry"))
    assert [entry.find(f"{ATOM}title").text for entry in entries] == ["Second <b>", "First"]
    assert entries[0].find(f"{ATOM}link").get("href") == f"{SITE}/en/news/second-b/"
    assert entries[0].find(f"{ATOM}summary").text == "What happened."
