"""Translated texts of content, and what is out of date in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codora.core.files import ContentError
from codora.core.texts import digest, read_texts
from tests.small_content import write


@pytest.fixture
def files(tmp_path):
    write(tmp_path / "en.yaml", "title: One hour\nhints: {nudge: Look., point: Here.}")
    return tmp_path


def test_nested_keys_are_joined(files):
    english = read_texts(files / "en.yaml")
    assert english.texts == {"title": "One hour", "hints.nudge": "Look.", "hints.point": "Here."}


def test_a_translation_knows_what_it_lacks_and_what_is_out_of_date(files):
    write(
        files / "de.yaml",
        f"""
        review: native
        from: {{title: {digest("One hour")}, hints.nudge: {digest("Look!")}}}
        title: Eine Stunde
        hints: {{nudge: Schau.}}
        """,
    )
    english, german = read_texts(files / "en.yaml"), read_texts(files / "de.yaml")
    assert german.review == "native"
    assert german.missing(english) == ["hints.point"]
    assert german.stale(english) == ["hints.nudge"]


def test_a_translation_without_digests_is_stale_altogether(files):
    write(files / "de.yaml", "review: draft\ntitle: Eine Stunde")
    assert read_texts(files / "de.yaml").stale(read_texts(files / "en.yaml")) == ["title"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title: One\nlead: Two\ntitle: Three", "line 3: this is not YAML (the key title is there twice)"),
        ("hints:\n  nudge: One\n  nudge: Two", "line 3: this is not YAML (the key nudge is there twice)"),
        ("- a list", "a mapping of keys to texts was expected"),
        ("title: [a]", "title: text was expected"),
        ("hints: {nudge: 5}", "hints.nudge: text was expected, not 5"),
        ("from: yesterday", "from: a mapping of keys to digests was expected"),
    ],
)
def test_what_is_not_text_is_refused(tmp_path, text, reason):
    write(tmp_path / "en.yaml", text)
    with pytest.raises(ContentError) as error:
        read_texts(tmp_path / "en.yaml")
    assert reason in str(error.value)


@given(st.text(), st.text())
def test_two_texts_have_the_same_digest_only_if_they_read_the_same(one, other):
    assert (digest(one) == digest(other)) == (one.strip() == other.strip())
