"""Files that editors have uploaded, as visitors get them."""

import contextlib
import os

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

pytestmark = pytest.mark.django_db(databases=["default", "progress"])


@pytest.fixture
def plan(settings, tmp_path):
    """A document in a collection of its own."""
    settings.MEDIA_ROOT = tmp_path
    collection = Collection.get_first_root_node().add_child(name="Drafts")
    file = ContentFile(b"step by step", name="plan.txt")
    return Document.objects.create(title="Plan", file=file, collection=collection)


def test_a_document_is_served(client, plan):
    with contextlib.closing(client.get("/media/documents/plan.txt")) as response:
        assert b"".join(response.streaming_content) == b"step by step"


@pytest.mark.parametrize(
    "path", ["documents/plan.txt", "documents/./plan.txt", "images/../documents//plan.txt"]
)
def test_no_path_leads_around_a_private_collection(client, plan, path):
    CollectionViewRestriction.objects.create(collection=plan.collection, restriction_type="login")
    assert client.get(f"/media/{path}").status_code == 404
    assert client.get(plan.url).status_code == 302


@pytest.mark.parametrize("path", ["../secret-key", "documents/../../secret-key", "/etc/hostname"])
def test_no_path_leads_out_of_the_uploads(client, settings, tmp_path, path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "secret-key").write_text("secret")
    assert client.get(f"/media/{path}").status_code == 404


FILM = bytes(range(256)) * 1024
CHANGED = "Thu, 26 Nov 2026 12:00:00 GMT"


@pytest.fixture
def ask(client, settings, tmp_path):
    """Asks for /media/film.mp4 with these headers: status, headers and body."""
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "film.mp4").write_bytes(FILM)
    os.utime(tmp_path / "film.mp4", (1795694400, 1795694400))

    def get(path: str = "/media/film.mp4", method: str = "get", **headers: str):
        response = getattr(client, method)(path, headers=headers)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        return response.status_code, response.headers, body

    return get


@pytest.mark.parametrize(
    ("asked", "first", "end"),
    [
        ("bytes=0-1", 0, 2),  # how Safari asks whether it may
        ("bytes=0-0", 0, 1),
        ("bytes=1000-1999", 1000, 2000),
        ("bytes=100000-", 100_000, len(FILM)),
        ("bytes=-500", len(FILM) - 500, len(FILM)),
        ("bytes=-99999999", 0, len(FILM)),
        ("bytes=262143-99999999", len(FILM) - 1, len(FILM)),
    ],
)
def test_a_player_gets_the_part_of_a_film_that_it_asks_for(ask, asked, first, end):
    status, headers, body = ask(Range=asked)
    assert (status, body) == (206, FILM[first:end])
    assert headers["Content-Range"] == f"bytes {first}-{end - 1}/{len(FILM)}"
    assert headers["Content-Length"] == str(end - first)


@pytest.mark.parametrize("asked", ["bytes=262144-", "bytes=999999999999999999-", "bytes=-0"])
def test_a_part_that_is_not_there_is_told_with_the_size(ask, asked):
    status, headers, body = ask(Range=asked)
    assert (status, body) == (416, b"")
    assert headers["Content-Range"] == f"bytes */{len(FILM)}"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Range": "bytes=0-1,5-6"},
        {"Range": "bytes=9-1"},
        {"Range": "bytes=-"},
        {"Range": "bytes=" + "9" * 5000 + "-"},
        {"Range": "pages=1-2"},
        {"Range": "bytes=0-1", "If-Range": "Wed, 25 Nov 2026 12:00:00 GMT"},
        {"Range": "bytes=0-1", "If-Range": '"another"'},
    ],
)
def test_all_else_gets_the_whole_film_and_learns_that_parts_may_be_asked_for(ask, headers):
    status, answered, body = ask(**headers)
    assert (status, body) == (200, FILM)
    assert answered["Accept-Ranges"] == "bytes"
    assert "Content-Range" not in answered


def test_a_player_goes_on_with_the_film_as_it_was(ask):
    assert ask()[1]["Last-Modified"] == CHANGED
    status, _, body = ask(**{"Range": "bytes=5-9", "If-Range": CHANGED})
    assert (status, body) == (206, FILM[5:10])


def test_a_film_is_sent_as_it_lies_there_and_text_compressed(ask, tmp_path):
    (tmp_path / "film.vtt").write_text("WEBVTT\n" * 100)
    assert "Content-Encoding" not in ask(**{"Accept-Encoding": "gzip"})[1]
    assert ask("/media/film.vtt", **{"Accept-Encoding": "gzip"})[1]["Content-Encoding"] == "gzip"
    status, headers, body = ask("/media/film.vtt", **{"Accept-Encoding": "gzip", "Range": "bytes=0-5"})
    assert (status, body) == (206, b"WEBVTT")
    assert "Content-Encoding" not in headers


def test_whoever_asks_for_the_headers_alone_gets_those_of_the_whole(ask):
    status, headers, _ = ask(method="head", Range="bytes=0-1")
    assert (status, headers["Content-Length"]) == (200, str(len(FILM)))
