"""Static files: served by the site itself, kept for ever only where the name tells the version."""

import contextlib
import re

import pytest


@pytest.mark.parametrize(
    ("url", "is_kept"),
    [
        ("/static/assets/site-A_8pM4uv.css", True),
        ("/static/assets/andika-latin-400-normal-BTFTIZb-.woff2", True),
        ("/static/assets/site.css", False),
        ("/static/art/world-sprite.svg", False),
        ("/static/icons/icons.svg", False),
        ("/static/wagtailadmin/css/core.css", False),
    ],
)
def test_only_hashed_names_are_kept_for_ever(settings, url, is_kept):
    assert bool(re.match(settings.WHITENOISE_IMMUTABLE_FILE_TEST, url)) is is_kept


@pytest.mark.django_db  # the end of a request looks after the connection
def test_art_is_served_by_the_site_itself(client):
    with contextlib.closing(client.get("/static/icons/icons.svg")) as response:
        drawing = b"".join(response.streaming_content)
    assert drawing.startswith(b"<svg")
    assert response["Content-Type"] == "image/svg+xml"
    assert "immutable" not in response["Cache-Control"]
