import io
import os
import re

import pytest
from django.test import Client
from PIL import Image

from codora.core import share_image as module
from codora.core.share_image import prune_share_images, share_image_url


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path


def path_of(title: str, language: str) -> str:
    return share_image_url(title, language).removeprefix("http://127.0.0.1:8000")


def test_each_title_and_language_has_a_picture_of_its_own(client: Client):
    pictures = {
        client.get(path_of(title, language)).content
        for title, language in [("About", "en"), ("Über uns", "de"), ("Σχετικά", "el")]
    }
    assert len(pictures) == 3
    for picture in pictures:
        assert Image.open(io.BytesIO(picture)).size == (1200, 630)


def test_a_picture_is_made_once(client, monkeypatch):
    first = client.get(path_of("About", "en")).content
    monkeypatch.setattr(module, "typeset_png", lambda *_: pytest.fail("made again"))
    assert client.get(path_of("About", "en")).content == first


@pytest.mark.django_db
def test_nobody_else_can_have_pictures_made(client, data_folder):
    address = re.sub(r"/share/.", "/share/X", path_of("About", "en"))
    assert client.get(address).status_code == 404
    assert not list(data_folder.rglob("*.png"))


@pytest.mark.parametrize("title", ["Σ" * 60, "Donaudampfschifffahrtsgesellschaft " * 4, '#panic("x") $a$'])
def test_a_title_of_any_length_and_form_fits(client, title):
    assert client.get(path_of(title, "el")).content.startswith(b"\x89PNG")


def test_old_pictures_are_deleted_and_made_again_when_asked_for(client, data_folder):
    first = client.get(path_of("About", "en")).content
    [file] = data_folder.rglob("*.png")
    os.utime(file, (0, 0))
    prune_share_images()
    assert not file.exists()
    assert client.get(path_of("About", "en")).content == first
