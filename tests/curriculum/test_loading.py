"""Activities as files: what loads, what is refused, and how it is told."""

import json
from typing import get_args

import pytest

from codora.core.files import ContentError
from codora.curriculum.actions import load_activities
from codora.curriculum.files import LEVEL_SCHEMA, Concept
from codora.curriculum.models import Activity, ActivityText, Level
from codora.places.actions import load_places
from tests.small_content import change

pytestmark = pytest.mark.django_db


@pytest.fixture
def activities(content):
    load_places(content / "places")
    return content / "activities"


def test_levels_come_in_the_order_that_the_activity_states(activities):
    load_activities(activities)
    levels = Activity.objects.get(slug="walk").levels.values_list("position", "slug")
    assert list(levels) == [(1, "tallinn"), (2, "valletta")]


def test_loading_twice_changes_nothing(activities):
    assert load_activities(activities) == [
        "walk",
        "walk/tallinn",
        "walk/valletta",
        "walk in de",
        "walk in en",
    ]
    assert load_activities(activities) == []


def test_what_changed_in_a_file_changes_alone(activities):
    load_activities(activities)
    change(activities / "walk/levels/tallinn.yaml", "steps: 30", "steps: 40")
    change(activities / "walk/text.de.yaml", "Der Weg", "Der Pfad")
    assert load_activities(activities) == ["walk/tallinn", "walk in de"]


def test_what_the_files_no_longer_have_is_gone(activities):
    load_activities(activities)
    (activities / "walk/levels/valletta.yaml").unlink()
    change(activities / "walk/activity.yaml", "[tallinn, valletta]", "[tallinn]")
    (activities / "walk/text.de.yaml").unlink()
    load_activities(activities)
    assert list(Level.objects.values_list("slug", flat=True)) == ["tallinn"]
    assert not ActivityText.objects.filter(language="de").exists()

    (activities / "walk/activity.yaml").unlink()
    assert load_activities(activities) == ["walk (removed)"]
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("activity.yaml", "minutes: 60", "minutes: soon", "Expected `int`, got `str` - at `minutes`"),
        ("activity.yaml", "minutes: 60", "minute: 60", "unknown field `minute`"),
        ("activity.yaml", "[computer, tablet]", "[abacus]", "abacus"),
        ("activity.yaml", "ages: [6, 10]", "ages: [10, 6]", "ages: 10 comes after 6"),
        ("activity.yaml", "[sequence]", "[recursion]", "Invalid enum value 'recursion' - at `concepts[0]`"),
        ("activity.yaml", "valletta]", "paris]", "levels/paris.yaml: the file is missing"),
        ("activity.yaml", ", valletta]", "]", "levels: valletta has a file but no place in the order"),
        ("levels/tallinn.yaml", "kind: build", "kind: guess", "kind: 'guess' is not one of"),
        ("levels/tallinn.yaml", "steps: 30", "steps: 3", "limits.steps: 3 is less than the minimum"),
        ("levels/tallinn.yaml", "town: tallinn", "town: riga", "riga is not in content/places/towns.yaml"),
        ("levels/tallinn.yaml", "schema: 1", "schema: [", "this is not YAML"),
        ("text.en.yaml", "make: A walk", "", "make: a text is needed here"),
        ("text.en.yaml", "finished: You walked all the way.", "", "finished: a text is needed here"),
        ("text.en.yaml", "title: Last steps, ", "", "valletta.title: a text is needed here"),
        ("text.en.yaml", "sequence:", "repeat:", "learned.sequence: a text is needed here"),
        ("text.de.yaml", "review: draft", "review: perfect", "'perfect' is neither draft nor native"),
        ("text.de.yaml", "title: Der Weg", "titel: Der Weg", "titel: English has no such key"),
        ("text.de.yaml", "Ein Weg", "[Ein, Weg]", "make: text was expected"),
    ],
)
def test_a_mistake_is_told_with_file_and_place_and_nothing_is_stored(activities, file, old, new, reason):
    change(activities / "walk" / file, old, new)
    with pytest.raises(ContentError) as error:
        load_activities(activities)
    assert reason in str(error.value)
    assert file.rpartition("/")[2] in str(error.value) or "paris" in reason
    assert not Activity.objects.exists()


def test_an_activity_without_english_is_refused(activities):
    (activities / "walk/text.en.yaml").unlink()
    with pytest.raises(ContentError, match=r"text\.en\.yaml: the file is missing"):
        load_activities(activities)


def test_words_that_yaml_1_1_took_for_something_else_stay_words(activities):
    change(activities / "walk/text.en.yaml", "make: A walk", "make: no\nanswers: {yes: 12:30, no: off}")
    load_activities(activities)
    texts = ActivityText.objects.get(language="en").texts
    assert (texts["make"], texts["answers.yes"], texts["answers.no"]) == ("no", "12:30", "off")


def test_concepts_are_those_of_the_level_schema():
    schema = json.loads(LEVEL_SCHEMA.read_text())
    assert list(get_args(Concept)) == schema["definitions"]["concept"]["enum"]
