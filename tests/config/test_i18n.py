"""`manage.py i18n` on a house of its own."""

import io
import shutil
from pathlib import Path

import polib
import pytest
from django.core.management import CommandError, call_command

from codora.config.coverage import as_markdown, coverage
from codora.config.management.commands import i18n as command
from codora.core.texts import read_texts
from tests.small_content import change, write


@pytest.fixture
def house(content, settings, monkeypatch) -> Path:
    """Small content beside one template and one script, and no catalogue yet."""
    root = content.parent
    settings.ROOT, settings.BUILD, settings.LOCALE_PATHS = root, root / "build", [root / "locale"]
    monkeypatch.setattr(command, "COVERAGE_FILE", root / "coverage.md")
    write(
        root / "codora/page.html",
        "{% load i18n %}{% translate 'Start' %} {% blocktranslate %}Row {{ n }}{% endblocktranslate %}",
    )
    write(root / "engine/src/words.ts", 't("Run")')
    return root


def run(*words) -> str:
    out = io.StringIO()
    call_command("i18n", *words, stdout=out, stderr=out)
    return out.getvalue()


def translate(house, language, domain, **translations):
    file = house / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
    catalogue = polib.pofile(str(file))
    for entry in catalogue:
        entry.msgstr = translations.get(entry.msgid.replace(" ", "_"), entry.msgstr)
    catalogue.save()


def test_a_language_begins_with_every_message_untranslated(house):
    run("--start", "de")
    catalogue = polib.pofile(str(house / "locale/de/LC_MESSAGES/django.po"))
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == ["Start", "Row %(n)s"]
    assert catalogue.metadata["X-Review"] == "draft"


def test_only_languages_of_the_site_can_begin(house):
    with pytest.raises(CommandError, match="Not a language to translate into: xx"):
        run("--start", "xx")
    with pytest.raises(CommandError, match="en"):
        run("--start", "en")


def test_running_it_again_changes_nothing(house):
    run("--start", "mt")
    before = {file: file.read_bytes() for file in (house / "locale").rglob("*.po")}
    run()
    assert {file: file.read_bytes() for file in (house / "locale").rglob("*.po")} == before


def test_coverage_counts_translated_stale_and_draft_by_area(house):
    run("--start", "de")
    translate(house, "de", "django", Start="Los")
    write(
        house / "content/pages/about/de.md",
        """
        ---
        review: native
        title: Über uns
        from: {title: "00000000"}
        ---

        ## Was es ist {#what}

        Eine Seite.
        """,
    )
    german = {area: str(figures) for area, figures in coverage()["de"].items()}
    assert german == {
        "interface": "1 of 2, draft",
        "player": "–",
        "walk": "9 of 9, 9 stale, draft",
        "pages": "12 of 19, 12 stale, draft",
    }
    assert "| français (fr) | – | – | – | – |" in as_markdown(coverage())
    run()
    assert "1 of 2, draft" in (house / "coverage.md").read_text()


def test_a_stamped_file_is_up_to_date_until_english_changes(house):
    german = house / "content/activities/walk/text.de.yaml"
    english = house / "content/activities/walk/text.en.yaml"
    assert run("--stamp", str(german)).startswith("9 texts")
    assert read_texts(german).stale(read_texts(english)) == []
    change(english, "A walk", "A long walk")
    assert read_texts(german).stale(read_texts(english)) == ["make"]
    run("--stamp", str(german))
    assert german.read_text().count("from:") == 1
    assert read_texts(german).stale(read_texts(english)) == []


def test_a_markdown_page_is_stamped_in_its_front_matter(house):
    german = house / "content/pages/about/de.md"
    change(
        shutil.copy(house / "content/pages/about/en.md", german), "---\ntitle", "---\nreview: draft\ntitle"
    )
    run("--stamp", str(german))
    assert str(coverage()["de"]["pages"]) == "16 of 19, 9 stale, draft"
    assert "What it is" in german.read_text()


def test_single_texts_can_be_stamped(house):
    german = house / "content/activities/walk/text.de.yaml"
    run("--stamp", str(german))
    for old, new in (("A walk", "A long walk"), ("The Walk", "The Trail")):
        change(house / "content/activities/walk/text.en.yaml", old, new)
    assert run("--stamp", str(german), "--keys", "make").startswith("1 texts")
    english = read_texts(house / "content/activities/walk/text.en.yaml")
    assert read_texts(german).stale(english) == ["title"]


def test_english_cannot_be_stamped(house):
    with pytest.raises(CommandError, match="English is the source"):
        run("--stamp", str(house / "content/pages/about/en.md"))


def test_the_check_passes_on_sound_translations(house):
    run("--start", "de")
    translate(house, "de", "django", **{"Row_%(n)s": "Reihe %(n)s"})
    run()
    assert "up to date" in run("--check")


def check_fails(house) -> str:
    out = io.StringIO()
    with pytest.raises(CommandError):
        call_command("i18n", "--check", stdout=out, stderr=out)
    return out.getvalue()


def test_the_check_names_what_a_catalogue_lost(house):
    run("--start", "de")
    translate(house, "de", "django", **{"Row_%(n)s": "Reihe"})
    assert "locale/de/LC_MESSAGES/django.po:" in check_fails(house)
    assert "lost the placeholder %(n)s" in check_fails(house)


def test_the_check_names_messages_that_no_catalogue_has_yet(house):
    run("--start", "de")
    write(house / "codora/new.html", "{% load i18n %}{% translate 'New' %}")
    assert "lacks 1 messages, such as 'New': run make i18n" in check_fails(house)


def test_the_check_names_what_content_lost(house):
    run()
    change(house / "content/activities/walk/text.en.yaml", "lead: Walk", "lead: Walk {n} steps")
    assert "text.de.yaml: lead: lost the placeholder {n}" in check_fails(house)


def test_the_check_fails_while_the_written_coverage_is_another(house):
    run("--start", "de")
    translate(house, "de", "django", Start="Los")
    assert "coverage.md is not current: run make i18n" in check_fails(house)
