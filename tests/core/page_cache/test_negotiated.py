"""Answers to programs, whose language is agreed on in a header."""

import pytest

from codora.core.page_cache.requests import parse_query
from tests.core.page_cache.site import Site, Visited


def programs(vary: str = "Accept-Language") -> Visited:
    headers = [("Content-Type", "application/json"), *([("Vary", vary)] if vary else [])]
    return Visited(Site(headers=headers))


def test_an_answer_is_kept_for_each_language_and_caches_in_front_are_told():
    site = programs()
    for accepted, language in (("de-AT, en", "de"), ("de", "de"), ("fr", "en"), ("", "en")):
        answer = site.get("/api/things", accept_language=accepted)
        assert answer.headers["Vary"] == "Accept-Encoding, Accept-Language"
        assert site.site.asked[-1]["HTTP_ACCEPT_LANGUAGE"] == language
    assert site.made == 2


def test_an_answer_whose_address_says_the_language_varies_with_nothing():
    site = programs(vary="")
    for accepted in ("de", "fr"):
        assert site.get("/api/things", "language=de", accept_language=accepted).headers["Vary"] == (
            "Accept-Encoding"
        )
    assert site.made == 1


def test_an_answer_that_varies_with_more_than_its_name_says_is_not_kept():
    site = programs(vary="Accept-Language")
    for _ in range(2):
        site.get("/api/things", "language=de")
    assert site.made == 2


def test_names_come_in_one_order_and_each_value_is_an_answer_of_its_own():
    site = programs()
    for query in ("a=1&b=2", "b=2&a=1", "a=1&b=3"):
        site.get("/api/things", query)
    assert [environ["QUERY_STRING"] for environ in site.site.asked] == ["a=1&b=2", "a=1&b=3"]


@pytest.mark.parametrize("query", ["a=1&a=2", "a=", "q=words", f"a={'x' * 30}", "&".join(["a=1"] * 60)])
def test_an_odd_question_reaches_the_site_as_it_is(query):
    site = programs()
    for _ in range(2):
        assert f"?{query} " in site.get("/api/things", query).text
    assert site.made == 2


def test_who_takes_no_json_is_answered_by_the_site():
    site = programs()
    for _ in range(2):
        site.get("/api/things", accept="text/html")
    assert site.made == 2


def test_a_browser_of_another_website_may_read_that_nothing_has_changed():
    site = programs()
    site.site.headers.append(("Access-Control-Allow-Origin", "*"))
    etag = site.get("/api/things").headers["ETag"]
    again = site.get("/api/things", if_none_match=etag)
    assert (again.status, again.headers["Access-Control-Allow-Origin"]) == (304, "*")


def test_a_refusal_is_not_kept():
    site = programs()
    site.site.status = "422 Unprocessable Content"
    for _ in range(2):
        assert site.get("/api/things", "unknown=1").status == 422
    assert site.made == 2


def test_a_page_with_too_many_names_is_made_and_not_kept():
    site = Visited()
    query = "&".join(f"n{number}=1" for number in range(60))
    assert site.get(query=query).status == 200
    assert site.get(query=query).status == 200
    assert site.made == 2
    assert parse_query(query) is None
