import json
import re
from html import unescape

import pytest

from codora.play.player_data import FOR_AUTHORS

LEVEL = "/de/play/walk/tallinn/"
FINISH = "/en/play/walk/finish/"


def data_block(response, name):
    found = re.search(
        rf'<script id="{name}" type="application/json">(.*?)</script>', response.content.decode()
    )
    return json.loads(found[1])


@pytest.fixture
def german(translate_into):
    translate_into("de", Learn="Lernen")


def test_the_player_gets_all_it_needs_in_the_readers_language(client, loaded, german):
    data = data_block(client.get(LEVEL), "codora-player-data")
    assert (data["language"], data["direction"]) == ("de", "ltr")
    assert data["activity"] == {"slug": "walk", "title": "Der Weg"}
    assert data["slug"] == "tallinn"
    assert data["text"]["title"] == "Erste Schritte"
    assert data["untranslated"] == []
    assert data["town"] == {"name": "Tallinn", "country": "Estland", "house": "baltic", "landmark": "tallinn"}
    assert data["level"]["world"]["map"] == ["S.L", "..."]
    assert [(level["slug"], level["title"], level["url"], level["kind"]) for level in data["path"]] == [
        ("tallinn", "Erste Schritte", "/de/play/walk/tallinn/", "build"),
        ("valletta", "Letzte Schritte", "/de/play/walk/valletta/", "build"),
    ]
    assert set(data["messages"]) == {"plural", "messages"}
    assert data["urls"]["leave"] == "/de/learn/walk/"
    assert data["urls"]["languages"] == "/de/languages/"
    assert data["urls"]["finish"] == "/de/play/walk/finish/"
    assert data["urls"]["blocklyMedia"].endswith("/")


def test_texts_that_lack_a_translation_are_english_and_named(client, content, german, db):
    (content / "activities/walk/text.de.yaml").write_text(
        "review: draft\ntitle: Der Weg\ntallinn: {title: Los}\n"
    )
    from django.core.management import call_command

    call_command("load_content", verbosity=0, stdout=None)
    data = data_block(client.get(LEVEL), "codora-player-data")
    assert (data["text"]["title"], data["text"]["goal"]) == ("Los", "Walk to the lantern.")
    assert data["untranslated"] == ["goal"]


def test_a_level_is_in_one_language_even_where_the_interface_is_not_translated(client, loaded):
    response = client.get("/fr/play/walk/tallinn/")
    data = data_block(response, "codora-player-data")
    assert (data["language"], data["text"]["title"], data["untranslated"]) == ("en", "First steps", [])
    assert '<html lang="en"' in response.content.decode()


def test_what_proves_a_level_does_not_travel_to_the_learner(client, loaded):
    data = data_block(client.get("/en/play/walk/tallinn/"), "codora-player-data")
    assert data["level"]["solutions"]
    assert FOR_AUTHORS.isdisjoint(data["level"])


@pytest.mark.parametrize(
    "path", ["/en/play/walk/atlantis/", "/en/play/swim/tallinn/", "/en/play/swim/finish/"]
)
def test_an_unknown_level_or_activity_is_not_found(client, loaded, path):
    assert client.get(path).status_code == 404


def test_the_player_page_alone_lets_blockly_write_styles(client, loaded):
    assert "style-src 'self' 'unsafe-inline'" in client.get(LEVEL)["Content-Security-Policy"]
    assert "unsafe-inline" not in client.get(FINISH)["Content-Security-Policy"]


def test_without_script_the_player_page_says_so_and_leads_back(client, loaded):
    page = client.get("/en/play/walk/tallinn/").content.decode()
    without_script = re.search(r"<noscript>(.*?)</noscript>", page, re.DOTALL)[1]
    assert "/en/learn/walk/" in without_script
    assert "First steps" in unescape(without_script)


def test_the_finish_page_shows_the_words_of_the_certificate_and_what_was_learned(client, loaded):
    response = client.get(FINISH)
    page = response.content.decode()
    assert "Certificate of one hour of code" in page
    assert "You finished The Walk" in page
    assert "You walked all the way." in page
    assert [concept["name"] for concept in response.context["learned"]] == ["sequence"]
    assert response.context["create_url"] is None  # this activity has no level of one's own
    data = response.context["finish_data"]
    assert [level["slug"] for level in data["path"]] == ["tallinn", "valletta"]


def test_a_player_in_another_language_than_the_readers_says_so(client, loaded):
    notice = "This site is not in"
    assert notice in client.get("/fr/play/walk/tallinn/").content.decode()
    assert notice not in client.get("/en/play/walk/tallinn/").content.decode()
