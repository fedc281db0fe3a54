import io
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
import typst
from pypdf import PdfReader

from codora.core import typesetting
from codora.core.typesetting import TypesettingError
from codora.credentials.actions import TEMPLATE, render_participation_certificate

CONCEPTS = ["sequence", "repeat", "until", "if", "if_else"]
MARGIN = 136.0
"""Left and right of the words, in points (48 mm)."""


def certificate(**changes) -> PdfReader:
    values = {
        "name": "Ann",
        "activity_title": "The Walk",
        "concepts": CONCEPTS,
        "language": "en",
        "date": date(2026, 11, 23),
    }
    return PdfReader(io.BytesIO(render_participation_certificate(**{**values, **changes})))


def words(file: PdfReader) -> str:
    [page] = file.pages
    return page.extract_text()


def test_it_says_who_did_what_and_when():
    text = words(certificate(name="Ann Lee"))
    for part in (
        "Certificate of one hour of code",
        "Ann Lee",
        "The Walk",
        "repeat until",
        "23 November 2026",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("language", "name", "day"),
    [
        ("el", "Βασίλης Ξένος", "23 Νοεμβρίου 2026"),
        ("bg", "Щърбан Ѝосиф", "23 ноември 2026"),
        ("mt", "Ġorġ Ħaż-Żebbuġ", "23 ta’ Novembru 2026"),
    ],
)
def test_it_is_in_the_pages_language_and_writes_the_name_right(translate_into, language, name, day):
    title = f"Certificate in {language}"
    translate_into(language, **{"Certificate of one hour of code": title})
    file = certificate(language=language, name=name)
    text = words(file)
    assert title in text
    assert name in text
    assert day in text
    assert file.trailer["/Root"]["/Lang"] == language
    assert file.metadata.title == title


def test_a_language_without_interface_gives_an_english_file():
    file = certificate(language="fr")
    assert file.trailer["/Root"]["/Lang"] == "en"
    assert "Certificate of one hour of code" in words(file)


def test_it_is_an_accessible_a4_page():
    file = certificate()
    root = file.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert "Ora the owl cheers" in alternative_texts(root["/StructTreeRoot"])
    assert [round(side) for side in file.pages[0].mediabox[2:]] == [842, 595]


def alternative_texts(element):
    element = element.get_object()
    found = [element["/Alt"]] if "/Alt" in element else []
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        if hasattr(child.get_object(), "keys"):
            found += alternative_texts(child)
    return found


def test_a_name_is_data_and_never_code():
    text = words(certificate(name='#panic("x") $a$ *b* \\ "c" {d}'))
    assert '#panic("x") $a$ *b* \\ "c" {d}' in text


def test_sixty_wide_letters_fit():
    file = certificate(name="W" * 30 + " " + "Щ" * 29)
    assert "W" * 30 in words(file).replace("\n", "")
    assert len(file.pages) == 1


def test_a_word_of_sixty_wide_letters_stays_within_the_margins():
    [page] = certificate(name="Щ" * 60).pages
    starts = []

    def note(text, transform, *_rest):
        if "Щ" in text:
            starts.append(transform[4])

    page.extract_text(visitor_text=note)
    # Centred, so that what begins within the left margin ends within the right one.
    assert min(starts) >= MARGIN


def test_a_character_without_a_face_is_an_error_that_does_not_quote_the_name():
    with pytest.raises(TypesettingError) as caught:
        certificate(name="Secret 👾")
    assert "Secret" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_missing_face_is_an_error(monkeypatch, settings):
    compiler = typst.Compiler(
        str(settings.ROOT / TEMPLATE),
        root=str(settings.ROOT),
        font_paths=[],
        ignore_system_fonts=True,
    )
    monkeypatch.setattr(typesetting, "_compiler", lambda template: compiler)
    with pytest.raises(TypesettingError):
        certificate()


def test_many_threads_get_each_their_own():
    names = [f"Name {number}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        texts = list(pool.map(lambda name: words(certificate(name=name)), names))
    assert all(f"{name}\n" in text for name, text in zip(names, texts, strict=True))
