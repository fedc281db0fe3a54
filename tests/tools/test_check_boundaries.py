"""The graph of apps holds for names in strings too: each way up is found, with file and line."""

import pytest

from tests.small_content import write
from tools.check_boundaries import faults

LAYERS = """
[importlinter:contract:apps]
layers =
    pages
    play | exams
    core
"""


@pytest.fixture
def house(tmp_path):
    write(tmp_path / ".importlinter", LAYERS)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("core/templates/core/base.html", '<p>\n{% include "pages/menu.html" %}', 2),
        ("core/templates/core/base.html", '{% url "play:level_show" %}', 1),
        ("core/views.py", 'reverse(\n    "play:level_show")', 2),
        ("core/views.py", 'render(request, "pages/home.html")', 1),
        ("core/models.py", 'models.ForeignKey("play.Attempt")', 1),
        ("core/models.py", "apps.get_model('play', 'Attempt')", 1),
        ("play/views.py", 'redirect("exams:exam_show")', 1),
    ],
)
def test_a_name_that_reaches_up_or_sideways_is_found(house, file, text, line):
    write(house / "codora" / file, text)
    [fault] = faults(house)
    assert fault.startswith(f"codora/{file}:{line}: ")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("pages/templates/pages/home.html", '{% include "core/head.html" %}{% url "play:level_show" %}'),
        ("play/views.py", 'reverse("play:level_show"), render(request, "core/404.html")'),
        ("core/migrations/0001_initial.py", 'models.ForeignKey("play.Attempt")'),
        ("core/views.py", '{"level": "play", "say": "play: on"}'),
    ],
)
def test_names_of_the_app_itself_and_below_are_fine(house, file, text):
    write(house / "codora" / file, text)
    assert list(faults(house)) == []
