"""The menus of header and footer."""

import re

import pytest


@pytest.mark.django_db
def test_every_link_of_the_menus_leads_to_a_page_that_exists(client, loaded):
    page = client.get("/en/languages/").content.decode()
    header, _, rest = page.partition("</header>")
    footer = rest.partition("<footer")[2]
    paths = {path.partition("#")[0] for path in re.findall(r'href="(/en/[^"]*)"', header + footer)}
    missing = {path for path in paths if client.get(path.replace("lantern-trail", "walk")).status_code != 200}
    assert paths >= {"/en/learn/", "/en/about/"}
    assert missing == set()


@pytest.mark.django_db
def test_the_menu_marks_where_the_reader_is(client, loaded):
    marked = r'<a href="([^"]+)" aria-current="page">'
    assert re.findall(marked, client.get("/en/about/").content.decode()) == ["/en/about/"]
    assert "/en/learn/" in re.findall(marked, client.get("/en/learn/").content.decode())
