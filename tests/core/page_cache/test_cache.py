"""What visitors get from the page cache, and what never goes in."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.page_cache.site import PAGE, Site, Visited


def test_a_page_is_made_once_for_all_visitors():
    site = Visited()
    assert {site.get().text for _ in range(3)} == {f"/en/? {PAGE}"}
    assert site.made == 1


@pytest.mark.parametrize(("accepted", "encoding"), [("br, gzip", "br"), ("gzip", "gzip"), ("", None)])
def test_each_browser_gets_the_encoding_it_takes(accepted, encoding):
    site = Visited()
    for _ in range(2):
        answer = site.get(accept_encoding=accepted)
        assert answer.headers.get("Content-Encoding") == encoding
        assert answer.text == f"/en/? {PAGE}"
        assert int(answer.headers["Content-Length"]) == len(answer.raw)
        assert answer.headers["Vary"] == "Accept-Encoding"


def test_a_browser_that_has_the_page_gets_no_body():
    site = Visited()
    etag = site.get().headers["ETag"]
    again = site.get(if_none_match=f'"other", {etag}')
    assert (again.status, again.raw) == (304, b"")
    assert again.headers["ETag"] == etag
    assert "Content-Type" not in again.headers
    site.site.text = "new"
    site.change()
    assert site.get(if_none_match=etag).status == 200


def test_head_has_the_headers_of_get_and_no_body():
    site = Visited()
    head, get = site.get(method="HEAD"), site.get()
    assert head.raw == b""
    assert head.headers == get.headers
    assert site.made == 1


def test_caches_in_front_are_told_how_long():
    site = Visited()
    assert site.get().headers["Cache-Control"] == "public, max-age=0, s-maxage=300, stale-while-revalidate=60"
    site.site.seconds = 60
    assert "s-maxage=60," in site.get("/de/").headers["Cache-Control"]


def test_a_change_of_the_site_shows_at_the_next_request():
    site = Visited()
    site.get()
    site.site.text = "new"
    assert "new" not in site.get().text
    site.change()
    assert "new" in site.get().text


def test_a_page_that_the_clock_changes_is_made_anew_then():
    site = Visited(Site(seconds=60))
    site.get()
    site.now = 59
    site.get()
    assert site.made == 1
    site.now = 60
    site.get()
    assert site.made == 2


def test_a_change_while_a_page_is_made_is_not_lost():
    site = Visited()
    site.site.before = site.change
    site.get()
    site.site.before = lambda: None
    site.get()
    assert site.made == 2


@pytest.mark.parametrize(
    "request_",
    [
        {"cookie": "a=b; sessionid=abc"},
        {"cookie": "messages=x"},
        {"method": "POST"},
        {"host": "evil.example"},
    ],
)
def test_some_requests_are_the_sites_own_business(request_):
    site = Visited()
    site.get()
    site.site.text = "for one visitor"
    assert "for one visitor" in site.get(**request_).text
    assert "for one visitor" not in site.get().text


@pytest.mark.parametrize("path", ["/", "/cms/", "/static/x.css", "/healthz", "/share/en/x.png", "/fr/"])
def test_other_parts_of_the_site_are_not_kept(path):
    site = Visited()
    site.get(path)
    site.get(path)
    assert site.made == 2


@pytest.mark.parametrize(
    "change",
    [
        {"status": "404 Not Found"},
        {"status": "302 Found"},
        {"status": "500 Internal Server Error"},
        {"headers": [("Content-Type", "text/html"), ("Set-Cookie", "csrftoken=secret")]},
        {"headers": [("Content-Type", "text/html"), ("Cache-Control", "no-store")]},
        {"headers": [("Content-Type", "text/html"), ("Cache-Control", "private, max-age=3")]},
        {"headers": [("Content-Type", "text/html"), ("Vary", "Accept-Language")]},
        {"headers": [("Content-Type", "application/pdf")]},
        {"seconds": 0},
    ],
)
def test_what_is_not_for_everybody_is_never_kept(change):
    site = Visited(Site(**change))
    first = site.get()
    assert first.text == site.get().text
    assert site.made == 2
    assert site.cache.size == 0
    assert first.headers.get("Set-Cookie") == dict(site.site.headers).get("Set-Cookie")


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("age=7-10&device=phone", "age=7-10&device=phone"),
        ("device=phone&utm_source=mail&age=7-10", "age=7-10&device=phone"),
        ("x=1", ""),
    ],
)
def test_a_query_has_one_order_and_no_unknown_names(query, seen):
    site = Visited()
    site.get(query=seen)
    assert site.get(query=query).text.startswith(f"/en/?{seen} ")
    assert site.made == 1


@pytest.mark.parametrize("query", ["q=owl", "next=/de/", f"age={'x' * 30}"])
def test_queries_with_endless_values_are_not_kept(query):
    site = Visited()
    for _ in range(2):
        assert site.get(query=query).text.startswith(f"/en/?{query} ")
    assert site.made == 2


def test_while_one_makes_a_page_others_get_the_old_one():
    site = Visited()
    site.get()
    site.change()
    begun, go_on = threading.Event(), threading.Event()

    def slow():
        begun.set()
        assert go_on.wait(10)

    site.site.before = slow
    site.site.text = "new"
    maker = threading.Thread(target=site.get)
    maker.start()
    assert begun.wait(10)
    assert "new" not in site.get().text
    go_on.set()
    maker.join()
    assert "new" in site.get().text
    assert site.made == 2


def test_many_who_ask_for_a_page_that_is_not_there_have_it_made_once():
    site = Visited()
    begun, go_on = threading.Event(), threading.Event()

    def slow():
        begun.set()
        assert go_on.wait(10)

    site.site.before = slow
    answers = []
    visitors = [threading.Thread(target=lambda: answers.append(site.get().text)) for _ in range(8)]
    for visitor in visitors:
        visitor.start()
    assert begun.wait(10)
    go_on.set()
    for visitor in visitors:
        visitor.join()
    assert answers == [f"/en/? {PAGE}"] * 8
    assert site.made == 1


def test_a_page_that_breaks_lets_the_next_one_try():
    site = Visited()
    site.site.before = lambda: 1 / 0
    with pytest.raises(ZeroDivisionError):
        site.get()
    site.site.before = lambda: None
    assert site.get().text == f"/en/? {PAGE}"


steps = st.lists(
    st.one_of(
        st.tuples(st.just("get"), st.sampled_from(["/en/", "/en/a/", "/de/", "/de/b/"])),
        st.tuples(st.just("change"), st.just("")),
        st.tuples(st.just("wait"), st.sampled_from(["1", "50"])),
        st.tuples(st.just("big"), st.just("")),
    ),
    max_size=40,
)


@given(steps)
@settings(max_examples=60, deadline=None)
def test_nobody_ever_sees_a_page_older_than_allowed_and_the_bytes_are_bounded(steps):
    """Against the simplest model: what a page showed when it was last allowed to be made."""
    site = Visited(Site(text="0", seconds=60), most_bytes=9_000)
    version, shown = 0, {}
    for what, value in steps:
        if what == "change":
            version += 1
            site.site.text = str(version)
            site.change()
        elif what == "wait":
            site.now += float(value)
        elif what == "big":
            site.site.text = f"{version} {'x' * 20_000}"
            site.change()
        else:
            text = site.get(value).text.partition("? ")[2]
            assert text.split()[0] == str(version)
            shown[value] = site.now
        assert site.cache.size <= 9_000
