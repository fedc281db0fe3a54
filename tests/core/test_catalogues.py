"""From sources to what the site reads, without gettext programs."""

import gettext
import json

import polib
import pytest
from babel import Locale
from babel.plural import PluralRule
from hypothesis import given
from hypothesis import strategies as st

from codora.core.catalogues.checks import faults_of, faults_of_catalogue
from codora.core.catalogues.compiling import CATEGORIES, compile_catalogues, plural_indexes
from codora.core.catalogues.extraction import template_of
from codora.core.catalogues.files import catalogue_file, new_catalogue, read_catalogue, save_catalogue
from codora.core.catalogues.merging import merge
from codora.core.catalogues.pseudo import pseudo
from codora.core.files import ContentError
from codora.core.languages import LANGUAGES
from tests.small_content import write


@pytest.fixture
def sources(tmp_path, settings):
    """A house with one template, one Python file and one script."""
    settings.ROOT, settings.BUILD, settings.LOCALE_PATHS = tmp_path, tmp_path / "build", [tmp_path / "locale"]
    write(
        tmp_path / "codora/page.html",
        """
        {% load i18n %}{# Translators: run a program #}
        {% translate "Run" %} it's "quoted"
        {% component "button" label=_("Start") %}
        {% blocktranslate trimmed count number=n %}
            {{ number }} level{% plural %}{{ number }} levels
        {% endblocktranslate %}
        """,
    )
    write(
        tmp_path / "codora/views.py",
        """
        from django.utils.translation import gettext as _, pgettext

        title = _("Start")
        # Translators: part of the site
        entry = pgettext("menu", "Learn")
        """,
    )
    write(
        tmp_path / "engine/src/words.ts",
        """
        const words = { a: t("Your program is empty."), b: translator.tn("{n} block", "{n} blocks", count) };
        const pattern = /it's "nothing"/g; // no message: t("")
        const context = tp("verb", `Light`);
        """,
    )
    return tmp_path


def entry_of(catalogue, text):
    return next(entry for entry in catalogue if entry.msgid == text)


def test_messages_of_python_and_templates_are_found_with_context_plural_and_comment(sources):
    template = template_of("django")
    found = {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in template}
    assert found == {
        (None, "Run", ""),
        (None, "Start", ""),
        (None, "%(number)s level", "%(number)s levels"),
        ("menu", "Learn", ""),
    }
    assert entry_of(template, "Run").comment == "run a program"
    assert entry_of(template, "Start").occurrences == [("codora/views.py", ""), ("codora/page.html", "")]
    assert entry_of(template, "%(number)s level").flags == ["python-format"]


def test_messages_of_scripts_are_found(sources):
    found = {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in template_of("browser")}
    assert found == {
        (None, "Your program is empty.", ""),
        (None, "{n} block", "{n} blocks"),
        ("verb", "Light", ""),
    }


def catalogue_of(**translations):
    catalogue = new_catalogue("de")
    for english, translated in translations.items():
        catalogue.append(polib.POEntry(msgid=english.replace("_", " "), msgstr=translated))
    return catalogue


def test_a_message_that_stays_keeps_its_translation():
    merged = merge(catalogue_of(Start="Los"), catalogue_of(Start="", Stop=""))
    assert [(entry.msgid, entry.msgstr, entry.fuzzy) for entry in merged] == [
        ("Start", "Los", False),
        ("Stop", "", False),
    ]


def test_a_changed_message_keeps_its_translation_as_stale_and_a_removed_one_goes():
    old = catalogue_of(Light_the_lantern_now="Zünde die Laterne jetzt an", Gone="Weg")
    merged = merge(old, catalogue_of(Light_the_lantern_soon=""))
    (entry,) = merged
    assert (entry.msgstr, entry.fuzzy) == ("Zünde die Laterne jetzt an", True)
    assert entry.previous_msgid == "Light the lantern now"
    assert not entry.translated()


def test_a_stale_translation_stays_stale_until_someone_looks_at_it():
    stale = merge(
        catalogue_of(Light_the_lantern_now="Zünde die Laterne jetzt an"),
        catalogue_of(Light_the_lantern_soon=""),
    )
    (entry,) = merge(stale, catalogue_of(Light_the_lantern_soon=""))
    assert entry.fuzzy
    assert entry.previous_msgid == "Light the lantern now"


def translated(language, domain, **translations):
    catalogue = catalogue_of(**translations)
    catalogue.metadata["Plural-Forms"] = new_catalogue(language).metadata["Plural-Forms"]
    save_catalogue(catalogue, language, domain)


def test_compiling_writes_what_django_and_the_browser_read(sources):
    translated("de", "django", Start="Los")
    translated("de", "browser", Light="Zünde an")
    compile_catalogues()
    with catalogue_file("de", "django").with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Start") == "Los"
    compiled = json.loads((sources / "build/messages/de.json").read_text())
    assert compiled["messages"] == {"Light": "Zünde an"}
    assert (compiled["plural"]["one"], compiled["plural"]["other"]) == (0, 1)
    assert json.loads((sources / "build/messages/en.json").read_text())["messages"] == {}
    assert json.loads((sources / "build/messages/reviews.json").read_text()) == {"de": "draft"}


def test_a_catalogue_with_holes_is_not_shown_and_is_withdrawn_when_it_gets_them(sources):
    compiled = catalogue_file("de", "django").with_suffix(".mo")
    translated("de", "django", One="Eins", Two="Zwei")
    compile_catalogues()
    assert compiled.exists()
    translated("de", "django", One="Eins", Two="")
    compile_catalogues()
    assert not compiled.exists()


def test_a_stale_translation_is_not_shown(sources):
    catalogue = catalogue_of(Start="Los")
    catalogue[0].flags.append("fuzzy")
    save_catalogue(catalogue, "de", "browser")
    compile_catalogues()
    assert json.loads((sources / "build/messages/de.json").read_text())["messages"] == {}


def test_a_catalogue_says_who_vouches_for_it(sources):
    catalogue = catalogue_of(Start="Los")
    del catalogue.metadata["X-Review"]
    save_catalogue(catalogue, "de", "django")
    with pytest.raises(ContentError, match="X-Review must be draft or native"):
        read_catalogue("de", "django")


@pytest.mark.parametrize("language", [code for code, _ in LANGUAGES])
def test_the_browser_picks_the_plural_form_that_gettext_picks(language):
    """For small numbers, which is what the site counts. The categories are CLDR's, as in Intl.PluralRules."""
    plural_forms = new_catalogue(language).metadata["Plural-Forms"]
    indexes = plural_indexes(plural_forms, language)
    assert set(indexes) == set(CATEGORIES)
    gettexts = gettext.c2py(plural_forms.split("plural=")[1].rstrip(";"))
    category_of: PluralRule = Locale.parse(language).plural_form
    differing = [n for n in range(1, 101) if indexes[category_of(n)] != gettexts(n)]
    assert differing == []


@pytest.mark.parametrize(
    ("english", "translation", "fault"),
    [
        ("Level %(number)s", "Level", "lost the placeholder %(number)s"),
        ("Row {row}", "Reihe {reihe}", "lost the placeholder {row}"),
        ("Row", "Reihe {row}", "has the placeholder {row}, which English has not"),
        ("<em>one</em> hour", "<em>eine Stunde", "lost the tag </em>"),
        ("[here](/learn/)", "[hier](/lernen/)", "lost the link /learn/"),
    ],
)
def test_what_a_translation_lost_or_invented_is_named(english, translation, fault):
    assert fault in list(faults_of(english, translation))


@given(st.permutations(["{row}", "%(count)s", "<b>", "</b>", "[x](/a/)"]))
def test_what_must_survive_may_move(parts):
    assert not list(faults_of("{row} %(count)s <b> </b> [x](/a/)", " und ".join(parts)))


def test_a_plural_form_may_say_its_number_in_words_but_lose_nothing_else():
    catalogue = new_catalogue("de")
    forms = {"msgid": "{n} step in {town}", "msgid_plural": "{n} steps in {town}"}
    catalogue.append(polib.POEntry(**forms, msgstr_plural={0: "Ein Schritt in {town}", 1: "{n} Schritte"}))
    assert [fault for _, _, fault in faults_of_catalogue(catalogue)] == ["lost the placeholder {town}"]


def test_the_pseudo_language_is_longer_and_keeps_what_must_survive():
    made = pseudo("Row {row}: <b>%(count)s</b> lanterns")
    assert len(made) > len("Row {row}: <b>%(count)s</b> lanterns")
    assert not list(faults_of("Row {row}: <b>%(count)s</b> lanterns", made))
    assert "lanterns" not in made
