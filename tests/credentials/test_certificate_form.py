import unicodedata

import pytest

from codora.credentials.forms import CertificateForm


def error_of(name):
    form = CertificateForm({"name": name})
    assert not form.is_valid()
    [error] = form.errors["name"]
    return error


@pytest.mark.parametrize(
    "name",
    [
        "Ann",
        "Jean-Luc O'Neill Jr.",
        "Βασίλης Ξένος",
        "Щърбан Ѝосиф",
        "Ġorġ Ħaż-Żebbuġ",
        "Łukasz Żółć & Søren Åse",
        "Nguyễn Thị",
        "محمد عبد الله",
        "می\u200cنا",
        "7b",
        "x" * 60,
    ],
)
def test_names_as_people_write_them_are_taken(name):
    form = CertificateForm({"name": name})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["name"] == name


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  Ann   Lee\u00a0Ray ", "Ann Lee Ray"),
        (unicodedata.normalize("NFD", "Ġorġ"), "Ġorġ"),
        (unicodedata.normalize("NFD", "ġ" * 60), "ġ" * 60),
    ],
)
def test_a_name_is_trimmed_and_normalised(typed, cleaned):
    form = CertificateForm({"name": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["name"] == cleaned


@pytest.mark.parametrize("name", ["", "   ", "\u00a0", "-", "...", "\u200c"])
def test_a_name_without_letter_or_digit_is_no_name(name):
    assert error_of(name) == "Write your name first."


def test_a_name_has_sixty_characters_at_most():
    assert "60" in error_of("x" * 61)


@pytest.mark.parametrize("sign", "<>")
def test_the_signs_of_markup_are_refused_by_name(sign):
    assert f"“{sign}”" in error_of(f"Ann{sign}b")


@pytest.mark.parametrize("character", "\n\t\x07\u0085\u200b\u202e\u2066\u200e\ufeff\u00ad\u2028")
def test_what_cannot_be_seen_is_refused(character):
    assert "cannot be seen" in error_of(f"An{character}n")


@pytest.mark.parametrize("character", ["👾", "ა", "漢", "\ue000"])
def test_a_character_that_no_face_has_is_named(character):
    assert f"“{character}”" in error_of(f"An{character}n")


def test_errors_are_in_the_readers_language(translate_into):
    from django.utils.translation import override

    translate_into("de", **{"Write your name first.": "Schreib erst deinen Namen."})
    with override("de"):
        assert error_of("-") == "Schreib erst deinen Namen."
