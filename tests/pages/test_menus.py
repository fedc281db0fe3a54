"""The menus of header and footer."""

import re

import pytest

from codora.pages.actions import load_pages
from tests.small_content import write


@pytest.mark.django_db
def test_every_link_of_the_menus_leads_to_a_page_that_exists(client, loaded):
    page = client.get("/en/languages/").content.decode()
    header, _, rest = page.partition("</header>")
    footer = rest.partition("<footer")[2]
    paths = {path.partition("#")[0] for path in re.findall(r'href="(/en/[^"]*)"', header + footer)}
    missing = {
        path
        for path in paths
        if client.get(path.replace("lantern-trail", "walk"), follow=True).status_code != 200
    }
    assert paths >= {"/en/learn/", "/en/about/"}
    assert missing == set()


@pytest.mark.django_db
def test_the_menu_marks_where_the_reader_is(client, loaded):
    marked = r'<a href="([^"]+)" aria-current="page">'
    assert re.findall(marked, client.get("/en/about/").content.decode()) == ["/en/about/"]
    assert "/en/learn/" in re.findall(marked, client.get("/en/learn/").content.decode())


def add_section(pages, name: str, entries: int = 2) -> None:
    head = "---\ntitle: {0}\nlead: Lead of {0}.\ndescription: It.\n---\n"
    write(pages / name / "page.yaml", "{type: section, position: 9}")
    write(pages / name / "en.md", head.format(name))
    for number in range(entries):
        folder = pages / name / f"guide-{number}"
        write(folder / "page.yaml", f"{{type: article, position: {number}}}")
        write(folder / "en.md", head.format(f"guide {number} of {name}") + "\n## A {#a}\n\nText.\n")
    load_pages(pages)


def links(html: str, start: str, end: str) -> list[str]:
    return re.findall(r'href="(/[^"#]*)"', html.partition(start)[2].partition(end)[0])


@pytest.mark.django_db
def test_the_header_has_the_top_pages_and_the_footer_those_below_them(client, loaded):
    add_section(loaded / "pages", "teach")
    html = client.get("/en/").content.decode()
    assert links(html, 'id="site-nav"', "site-nav__account") == ["/en/learn/", "/en/about/", "/en/teach/"]
    assert links(html, "site-footer", "</nav>") == ["/en/teach/", "/en/teach/guide-0/", "/en/teach/guide-1/"]


@pytest.mark.django_db
def test_a_page_that_is_not_for_menus_is_in_none(client, loaded):
    write(loaded / "pages/about/page.yaml", "{type: article, position: 2, in_menus: false}")
    load_pages(loaded / "pages")
    assert links(client.get("/en/").content.decode(), 'id="site-nav"', "site-nav__account") == ["/en/learn/"]


@pytest.mark.django_db
def test_a_menu_is_in_the_readers_language_and_marks_what_is_english(client, loaded, translate_into):
    translate_into("de")
    german = "---\nreview: draft\ntitle: Aktivitäten\nmenu: Lernen\nlead: Eine Stunde.\n---\n"
    write(loaded / "pages/learn/de.md", german)
    load_pages(loaded / "pages")
    menu = client.get("/de/about/").content.decode().partition('id="site-nav"')[2].partition("</nav>")[0]
    assert '<a href="/de/learn/">Lernen</a>' in menu
    assert re.search(r'<a href="/de/about/" aria-current="page" lang="en"[^>]*>About us</a>', menu)


@pytest.mark.django_db
def test_a_page_knows_its_section_its_neighbours_and_the_way_back(client, loaded):
    add_section(loaded / "pages", "teach")
    html = client.get("/en/teach/guide-0/").content.decode()
    assert links(html, 'class="breadcrumb"', "</nav>") == ["/en/", "/en/teach/"]
    assert links(html, 'class="section-nav"', "</nav>") == [
        "/en/teach/",
        "/en/teach/guide-0/",
        "/en/teach/guide-1/",
    ]
    assert links(html, "text-page__next", "</p>") == ["/en/teach/guide-1/"]
    assert "text-page__next" not in client.get("/en/teach/guide-1/").content.decode()


@pytest.mark.django_db
def test_a_section_has_a_card_for_each_page_below_it(client, loaded):
    add_section(loaded / "pages", "teach")
    html = client.get("/de/teach/").content.decode()
    assert links(html, "section-page__cards", "</ul>") == ["/de/teach/guide-0/", "/de/teach/guide-1/"]
    assert "Lead of guide 1 of teach." in html


@pytest.mark.django_db
@pytest.mark.parametrize("sections", [1, 3])
@pytest.mark.parametrize("path", ["/en/s0/", "/en/s0/guide-0/", "/de/s0/guide-0/"])
def test_a_page_asks_the_database_as_often_however_many_there_are(
    client, loaded, sections, path, django_assert_max_num_queries
):
    for number in range(sections):
        add_section(loaded / "pages", f"s{number}", entries=2 * sections)
    client.get(path)
    with django_assert_max_num_queries(12):
        client.get(path)
