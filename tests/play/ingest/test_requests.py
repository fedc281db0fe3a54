"""What the ingest takes and what it refuses, and that a refusal names the field."""

import base64

import pytest

from codora.core.limits import RateLimit
from tests.play.ingest.client import FINISH, HINT, MONTH, RUN, SESSION, SILENCE, SITE, START, WIN, batch, talk

TOO_LONG = "x" * 65


def month_away(months):
    year, month = divmod(int(MONTH[:4]) * 12 + int(MONTH[4:]) - 1 + months, 12)
    return f"{year}{month + 1:02d}"


BAD_FIELDS = [
    ({**batch(), "name": "Ann"}, ""),
    ({"first": 1, "events": [START]}, ""),
    ([], ""),
    (batch(session=7), "session"),
    (batch(session="202611"), "session"),
    (batch(session=SESSION + "\n"), "session"),
    (batch(session=SESSION[:-1] + "B"), "session"),  # bits that base64 would throw away
    (batch(session=SESSION.replace(MONTH, month_away(-2))), "session"),
    (batch(session=SESSION.replace(MONTH, month_away(2))), "session"),
    (batch(session=SESSION.replace(MONTH, f"{MONTH[:4]}13")), "session"),
    (batch(first=0), "first"),
    (batch(first="1"), "first"),
    (batch(first=1.5), "first"),
    (batch(first=10**12), "first"),
    ({**batch(), "events": []}, "events"),
    ({**batch(), "events": [START] * 51}, "events"),
    ({**batch(), "events": {"0": START}}, "events"),
    (batch(START, {**START, "level": "atlantis"}), "events[1].level"),
    (batch({**START, "level": "porto"}), "events[0].level"),  # of another activity
    (batch({**START, "activity": "sleep"}), "events[0].activity"),
    (batch({**START, "activity": TOO_LONG}), "events[0].activity"),
    (batch({**START, "level": ["tallinn"]}), "events[0].level"),
    (batch({**START, "at": "2026-11-23T10:00"}), "events[0]"),
    (batch({"kind": "start", "activity": "walk"}), "events[0]"),
    (batch({**START, "kind": "sing"}), "events[0].kind"),
    (batch({"activity": "walk", "level": "tallinn"}), "events[0]"),
    (batch("start"), "events[0]"),
    (batch({**RUN, "result": "boredom"}), "events[0].result"),
    (batch({**RUN, "say": "My name is Ann"}), "events[0].say"),
    (batch({**RUN, "say": TOO_LONG}), "events[0].say"),
    (batch({**RUN, "blocks": -1}), "events[0].blocks"),
    (batch({**RUN, "blocks": True}), "events[0].blocks"),
    (batch({**RUN, "view": "python"}), "events[0].view"),
    (batch({**WIN, "marks": ["works", "loud"]}), "events[0].marks[1]"),
    (batch({**WIN, "marks": ["works"] * 4}), "events[0].marks"),
    (batch({**WIN, "seconds": 10**9}), "events[0].seconds"),
    (batch({**HINT, "hint": 4}), "events[0].hint"),
    (batch({**FINISH, "language": "xx"}), "events[0].language"),
    (batch({**FINISH, "activity": "sleep"}), "events[0].activity"),
    (batch({**FINISH, "first": 1}), "events[0].first"),
]


@pytest.mark.parametrize(
    ("content", "field"), BAD_FIELDS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_field_that_is_not_right_is_refused_by_name(sqlite_database, content, field):
    async def scenario(client):
        answer = await client.post(content)
        assert (answer.status, answer.fields) == (422, [field])
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.content["detail"]

    talk(sqlite_database.open_store, scenario)
    assert sqlite_database.rows() == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b'{"session": "\xff"}', b"[" * 16_000, b'{"events":' + b"[" * 16_000]
)
def test_what_is_not_json_or_nested_too_deep_is_refused(sqlite_database, body):
    async def scenario(client):
        answer = await client.post(body)
        assert answer.status in (400, 422)
        assert answer.headers["content-type"] == "application/problem+json"

    talk(sqlite_database.open_store, scenario)


def test_every_kind_of_event_is_taken(sqlite_database):
    async def scenario(client):
        answer = await client.post(batch(START, RUN, {**RUN, "say": ""}, HINT, WIN, FINISH))
        assert (answer.status, answer.content) == (200, {"stored_through": 6})
        assert answer.headers["cache-control"] == "no-store"

    talk(sqlite_database.open_store, scenario)


@pytest.mark.parametrize("months", [-1, 0, 1])
def test_a_session_of_the_month_before_or_after_is_taken(sqlite_database, months):
    async def scenario(client):
        answer = await client.post(batch(session=SESSION.replace(MONTH, month_away(months))))
        assert answer.status == 200

    talk(sqlite_database.open_store, scenario)


def test_the_session_is_stored_as_its_sixteen_bytes(sqlite_database):
    secret = bytes(range(240, 256))
    name = base64.urlsafe_b64encode(secret).decode().rstrip("=")

    async def scenario(client):
        assert (await client.post(batch(session=f"{MONTH}.{name}"))).status == 200

    talk(sqlite_database.open_store, scenario)
    [(month, session, *_)] = sqlite_database.rows()
    assert (month, session) == (int(MONTH), secret)


def test_a_body_that_says_it_is_too_large_is_not_read(sqlite_database):
    async def scenario(client):
        answer = await client.send([b"{}"], headers={"content-length": "16385"})
        assert (answer.status, client.chunks_read) == (413, 0)

    talk(sqlite_database.open_store, scenario)


def test_a_body_that_grows_too_large_is_read_no_further(sqlite_database):
    async def scenario(client):
        answer = await client.send([b" " * 5000] * 100)
        assert (answer.status, client.chunks_read) == (413, 4)

    talk(sqlite_database.open_store, scenario)


def test_a_body_that_stops_coming_is_given_up(sqlite_database):
    async def scenario(client):
        answer = await client.send([b'{"session":', SILENCE])
        assert (answer.status, answer.content["detail"]) == (408, "The body came too slowly.")
        assert (await client.post(batch())).status == 200

    talk(sqlite_database.open_store, scenario, patience=0.01)


@pytest.mark.parametrize("length", ["-1", "many", "1e3"])
def test_a_length_that_is_no_number_is_refused(sqlite_database, length):
    async def scenario(client):
        assert (await client.send([b"{}"], headers={"content-length": length})).status == 413

    talk(sqlite_database.open_store, scenario)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "OPTIONS"])
def test_only_post_is_allowed(sqlite_database, method):
    async def scenario(client):
        answer = await client.post(batch(), method=method)
        assert (answer.status, answer.headers["allow"]) == (405, "POST")

    talk(sqlite_database.open_store, scenario)


@pytest.mark.parametrize(
    "content_type", ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonp"]
)
def test_only_json_is_taken(sqlite_database, content_type):
    async def scenario(client):
        assert (await client.post(batch(), content_type=content_type)).status == 415
        assert (await client.post(batch(), content_type="Application/JSON; charset=utf-8")).status == 200

    talk(sqlite_database.open_store, scenario)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "same-origin", "origin": "http://localhost:8000"}, 200),
        ({"origin": SITE}, 200),
        ({"sec-fetch-site": "cross-site", "origin": SITE}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_pages_of_other_sites_may_not_send(sqlite_database, headers, status):
    async def scenario(client):
        assert (await client.send([b'{"session": 1}'], headers=headers)).status in (status, 422)
        assert (await client.post(batch(), headers=headers)).status == status

    talk(sqlite_database.open_store, scenario)


def test_a_network_that_sends_too_often_is_asked_to_wait(sqlite_database):
    limit = RateLimit(per_second=1, burst=2, clock=lambda: 0.0)

    async def scenario(client):
        for number in (1, 2):
            assert (await client.post(batch(first=number), address=f"203.0.113.{number}")).status == 200
        refused = await client.post(batch(first=3), address="203.0.113.3")
        assert (refused.status, refused.headers["retry-after"]) == (429, "10")
        assert (await client.post(batch(first=3), address="203.0.114.3")).status == 200

    talk(sqlite_database.open_store, scenario, rate_limit=limit)


def test_behind_a_proxy_the_address_that_it_saw_counts(sqlite_database):
    limit = RateLimit(per_second=0, burst=1, clock=lambda: 0.0)

    async def scenario(client):
        async def status(forwarded_for, first):
            headers = {"x-forwarded-for": forwarded_for}
            return (await client.post(batch(first=first), headers=headers)).status

        assert await status("198.51.100.1", 1) == 200
        assert await status("203.0.113.9", 2) == 200
        assert (
            await status("198.51.100.1, 203.0.113.9", 3) == 429
        )  # what the sender wrote itself is not believed

    talk(sqlite_database.open_store, scenario, rate_limit=limit, is_behind_proxy=True)
