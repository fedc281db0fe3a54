import pytest
from django.utils.translation import override

from codora.curriculum.actions import load_activities
from codora.curriculum.models import Activity, Level
from codora.curriculum.queries import (
    activities_matching,
    card_of,
    featured_activity,
    stops_of,
    text_for,
    texts_of,
)
from tests.small_content import change

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("filters", "fits"),
    [
        ({}, True),
        ({"ages": (4, 6)}, True),
        ({"ages": (10, 12)}, True),
        ({"ages": (11, 14)}, False),
        ({"minutes": 60}, True),
        ({"minutes": 45}, False),
        ({"device": "tablet"}, True),
        ({"device": "phone"}, False),
        ({"device": "paper"}, False),
        ({"language": "de"}, True),
        ({"language": "fr"}, False),
        ({"ages": (6, 10), "language": "de", "device": "phone"}, False),
    ],
)
def test_filters_say_what_fits(loaded, filters, fits):
    assert activities_matching(**filters).exists() is fits


def test_an_incomplete_translation_is_not_a_language_of_the_activity(loaded):
    change(loaded / "activities/walk/text.de.yaml", "make: Ein Weg\n", "")
    load_activities(loaded / "activities")
    assert not activities_matching(language="de").exists()
    with override("de"):
        card = card_of(activities_matching().get())
    assert list(card.languages) == ["en"]
    assert (card.texts.language, card.texts["title"]) == ("en", "The Walk")


def test_a_level_mixes_in_english_only_where_a_text_is_missing_and_says_which(loaded):
    change(loaded / "activities/walk/text.de.yaml", ", goal: Geh zur Laterne.", "")
    load_activities(loaded / "activities")
    level = Level.objects.get(slug="tallinn")
    words, untranslated = text_for(level, texts_of(Activity.objects.get(), "de"))
    assert words == {"title": "Erste Schritte", "goal": "Walk to the lantern."}
    assert untranslated == ["goal"]


def test_a_card_speaks_the_readers_language(loaded):
    with override("de"):
        card = featured_activity()
        assert (card.texts["title"], card.url) == ("Der Weg", "/de/learn/walk/")
        assert card.start_url == "/de/play/walk/tallinn/"
        assert [(stop.title, stop.town, stop.country) for stop in stops_of(card)] == [
            ("Erste Schritte", "Tallinn", "Estland"),
            ("Letzte Schritte", "Valletta", "Malta"),
        ]


def test_the_trail_runs_southwards_on_the_map(loaded):
    tallinn, valletta = stops_of(featured_activity())
    assert tallinn.y < valletta.y
    assert tallinn.concepts == ["sequence"]
