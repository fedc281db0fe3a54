import io
import logging
import re
import tempfile

import pytest
from django.core.cache import caches
from django.db import connections
from pypdf import PdfReader

from codora.core.limits import RateLimit
from codora.play import views

URL = "/en/play/walk/certificate/"
NAME = "Quillonia Zephyrina"


@pytest.fixture(autouse=True)
def _no_limit(monkeypatch):
    monkeypatch.setattr(views, "certificate_limit", RateLimit(per_second=0, burst=100))


def post(client, name=NAME, url=URL, **headers):
    return client.post(url, {"name": name}, headers={"Sec-Fetch-Site": "same-origin", **headers})


def test_a_typed_name_comes_back_as_a_file(client, loaded):
    response = post(client)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="codora-walk.pdf"'
    assert response["Cache-Control"] == "no-store"
    assert NAME in PdfReader(io.BytesIO(response.content)).pages[0].extract_text()


def test_the_file_is_in_the_language_of_the_page(client, loaded, translate_into):
    translate_into("de", **{"Certificate of one hour of code": "Urkunde"})
    file = PdfReader(io.BytesIO(post(client, url="/de/play/walk/certificate/").content))
    assert "Urkunde" in file.pages[0].extract_text()
    assert "Der Weg" in file.pages[0].extract_text()


def test_what_is_wrong_is_said_beside_what_was_typed(client, loaded):
    response = post(client, name="Zoë <b>")
    page = response.content.decode()
    assert response.status_code == 422
    assert re.search(r'<input[^>]* value="Zoë &lt;b&gt;"', page)
    assert "Leave out the sign “&lt;”." in page
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db(databases=["default", "progress"])
def test_the_name_is_kept_nowhere(client, loaded, caplog, capfd, monkeypatch, tmp_path):
    files = tmp_path / "files"
    files.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(files))
    monkeypatch.setenv("TMPDIR", str(files))
    with caplog.at_level(logging.DEBUG):
        assert post(client).status_code == 200
        assert post(client, name=f"{NAME} <").status_code == 422
        assert post(client, name=f"{NAME} 👾").status_code == 422
    assert NAME not in caplog.text
    assert NAME not in "".join(capfd.readouterr())
    assert NAME.encode() not in b"".join(caches["default"]._cache.values())
    assert not any(NAME in str(vars(record)) for record in caplog.records)
    for alias in connections:
        assert NAME not in everything_in(connections[alias])
    assert not [file for file in files.rglob("*") if NAME.encode() in file.read_bytes()]


def everything_in(connection):
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        assert tables
        return "".join(str(cursor.execute(f'SELECT * FROM "{table}"').fetchall()) for table in tables)


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "", "Origin": "https://elsewhere.example"}],
)
def test_a_page_elsewhere_cannot_make_one(client, loaded, headers):
    assert post(client, **headers).status_code == 403


def test_without_cookie_and_token_it_works(loaded):
    from django.test import Client

    assert post(Client(enforce_csrf_checks=True)).status_code == 200


def test_an_address_typed_by_hand_leads_to_the_form(client, loaded):
    response = client.get(URL)
    assert (response.status_code, response["Location"]) == (302, "/en/play/walk/finish/")


def test_an_unknown_activity_has_none(client, loaded):
    assert post(client, url="/en/play/swim/certificate/").status_code == 404


def test_one_network_cannot_ask_for_ever(client, loaded, monkeypatch):
    monkeypatch.setattr(views, "certificate_limit", RateLimit(per_second=0, burst=1))
    assert post(client).status_code == 200
    refused = post(client)
    assert refused.status_code == 429
    assert NAME in refused.content.decode()
