"""Blocks: from the content file to the page that a visitor sees."""

import io
import json
import re
from pathlib import Path

import pytest
from django.urls import reverse
from PIL import Image

from codora.core.files import ContentError
from codora.pages.actions import load_pages
from codora.pages.blocks import body_blocks
from codora.pages.models import ArticlePage, Picture
from tests.small_content import change, write

pytestmark = pytest.mark.django_db

HEAD = """
---
title: A guide
lead: How to do it.
description: A guide.
---
"""


@pytest.fixture
def pages(loaded: Path, settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return loaded / "pages"


@pytest.fixture
def page_of(pages, client):
    """Loads /guide/ with this body and these facts of its blocks; its HTML in this language."""

    def show(body: str, blocks: str = "{}", language: str = "en") -> str:
        write(pages / "guide/page.yaml", f"type: article\nposition: 9\nblocks: {blocks}\n")
        (pages / "guide/en.md").write_text(f"{HEAD.lstrip()}\n{body}", encoding="utf-8")
        load_pages(pages)
        return client.get(f"/{language}/guide/").content.decode()

    return show


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<main")[2].partition("</main")[0]))


def test_text_goes_on_after_a_block(page_of):
    html = page_of("## Start {#start}\n\nBefore.\n\n::: notice early\ntitle: Early\n\nDone?\n:::\n\nAfter.\n")
    assert "Before. Tip Early Done? After." in words(html)
    assert re.findall(r'<h2 id="([^"]+)">', html.partition("</main>")[0]) == ["start"]


def test_steps_with_minutes_show_how_they_share_the_time(page_of):
    body = (
        "::: steps hour\ntitle: The hour\n\n### Start {#go}\n\nShow it.\n\n### After {#after}\n\nLook.\n:::\n"
    )
    html = page_of(body, "{hour: {minutes: {go: 5, after: 10}}}")
    assert '<a href="#go">Start</a> <span class="numeric">5 min</span>' in html
    assert 'id="go"' in html
    assert ">15</text>" in html
    assert "time-ring" not in page_of(body)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Wagtail leaves files open
def test_a_picture_has_its_description_and_is_stored_once(page_of, pages):
    file = io.BytesIO()
    Image.new("RGB", (20, 10)).save(file, "PNG")
    (pages / "guide").mkdir()
    (pages / "guide/class.png").write_bytes(file.getvalue())
    body = "::: picture class\nalt: Two children\ncaption: In class\n:::\n"
    html = page_of(body, "{class: {file: class.png}}")
    assert 'alt="Two children"' in html
    assert "<figcaption>In class</figcaption>" in html
    page_of(body.replace("In class", "At school"), "{class: {file: class.png}}")
    assert Picture.objects.count() == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_film_loads_nothing_before_it_is_started_and_is_a_link_without_a_script(page_of, pages):
    file = io.BytesIO()
    Image.new("RGB", (20, 10)).save(file, "PNG")
    (pages / "guide").mkdir()
    (pages / "guide/still.png").write_bytes(file.getvalue())
    (pages / "guide/film.mp4").write_bytes(b"film")
    (pages / "guide/film.en.vtt").write_bytes(b"WEBVTT")
    facts = "{film: {file: film.mp4, poster: still.png, captions: {en: film.en.vtt}}}"
    html = page_of("::: video film\ntitle: The hour\n:::\n", facts)
    assert re.search(r'<a class="film__start" href="/media/documents/film[^"]*\.mp4" data-title', html)
    assert "<video" not in html
    assert re.search(r'<track kind="captions" srclang="en" label="English" src="/media/documents/film', html)


def test_chosen_activities_are_shown_in_the_readers_language(page_of):
    body = "::: activities try\ntitle: Try it\n:::\n"
    html = page_of(body, "{try: {show: [walk, gone]}}", language="de")
    assert "Der Weg" in words(html)
    assert 'href="/de/learn/walk/"' in html


def test_links_and_calls_keep_the_reader_in_their_language(page_of):
    body = "::: links more\n### Figures {#figures}\n\nHow many.\n:::\n\n::: action go\naction: Start\n:::\n"
    html = page_of(body, "{more: {to: {figures: /figures/}}, go: {to: /learn/}}", language="fr")
    main = html.partition("<main")[2]
    assert '<a href="/fr/figures/">Figures</a>' in main
    assert 'href="/fr/learn/"' in main


def test_voices_are_not_there_while_nobody_speaks(page_of):
    assert (
        "voices"
        not in page_of("## A {#a}\n\nText.\n\n::: voices say\ntitle: Voices\n:::\n").partition("<main")[2]
    )
    assert "Well done." in page_of("::: voices say\n### A. Teacher, Tallinn {#a}\n\nWell done.\n:::\n")


def test_questions_have_addresses_and_are_told_to_search_engines(pages, client):
    write(pages / "faq/page.yaml", "{type: faq, position: 9}")
    body = "## For all {#all}\n\n### What does it cost? {#cost}\n\nNothing. [More](/about/).\n"
    (pages / "faq/en.md").write_text(f"{HEAD.lstrip()}\n{body}", encoding="utf-8")
    load_pages(pages)
    html = client.get("/en/faq/").content.decode()
    assert 'id="cost"' in html
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])
    (question,) = data["mainEntity"]
    assert question["name"] == "What does it cost?"
    assert "Nothing." in question["acceptedAnswer"]["text"]


def test_a_translation_gives_words_and_english_the_structure(page_of, pages, client):
    body = "## One {#one}\n\nA.\n\n## Two {#two}\n\nB.\n\n::: notice n\n\nC.\n:::\n"
    page_of(body)
    german = f"{HEAD.lstrip()}\n::: notice n\n\nZ.\n:::\n\n## Zwei {{#two}}\n\nY.\n\n## Eins {{#one}}\n\nX.\n"
    (pages / "guide/de.md").write_text(german.replace("---\ntitle", "---\nreview: draft\ntitle", 1))
    load_pages(pages)
    assert re.search(r"Eins X\. Zwei Y\. Tipp? Z\.", words(client.get("/de/guide/").content.decode()))
    english, translated = ArticlePage.objects.filter(slug="guide").order_by("-locale__language_code")
    assert [block.id for block in english.body] == [block.id for block in translated.body]


@pytest.mark.parametrize(
    ("body", "blocks", "reason"),
    [
        (
            "::: stepps a\n:::\n",
            "{}",
            "en.md: line 7: a: there is no block “stepps” here; there are:",
        ),
        ("::: notice a\n\nText.\n", "{}", "en.md: line 7: the block a is not closed"),
        ("Text.\n", "{}", "en.md: line 7: text before the first"),
        ("\n\n## A\n", "{}", "en.md: line 9: a heading looks like"),
        (":::\n", "{}", "en.md: line 7: ::: closes a block"),
        ("::: notice a\ntitel: A\n\nText.\n:::\n", "{}", "line 7: a: it has no word “titel”"),
        ("::: notice a\ntitle: A\n:::\n", "{}", "line 7: a: it needs “text”"),
        ("::: action a\naction: Go\n:::\n", "{}", "page.yaml must give its “to” under blocks: a"),
        ("::: notice a\n\nText.\n:::\n", "{a: {show: [walk]}}", "page.yaml gives it “show”"),
        (
            "::: notice a\n\nText.\n:::\n",
            "{b: {kind: info}}",
            "blocks: b: en.md has no such block",
        ),
        ("::: notice a\n\n### B {#b}\n\nText.\n:::\n", "{}", "line 7: a: it needs “text”"),
        ("::: steps a\n### B {#b}\n### B {#b}\n:::\n", "{}", "line 9: a.b.title is there twice"),
        ("::: picture a\nalt: A\n:::\n", "{a: {file: ../en.md}}", "../en.md: there is no such file"),
        ("::: picture a\nalt: A\n:::\n", "{a: {file: page.yaml}}", "page.yaml: This is not a picture"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_file_and_line(page_of, body, blocks, reason):
    with pytest.raises(ContentError) as error:
        page_of(body, blocks)
    assert reason in str(error.value)
    assert not ArticlePage.objects.filter(slug="guide").exists()


def test_an_hour_of_code_in_a_text_is_no_heading(page_of):
    assert "# not a heading" in page_of("## A {#a}\n\n```\n# not a heading\n::: nor a block\n```\n")


@pytest.mark.parametrize("name", [name for name, _ in body_blocks()])
def test_each_block_has_a_description_for_editors(name):
    assert str(dict(body_blocks())[name].get_description())


EXAMPLES = {
    "section": "Start: five minutes",
    "notice": "If a child is finished early",
    "steps": "Children work in pairs.",
    "picture": "card-lantern-trail.svg",
    "video": "Play the film",
    "action": "Try it yourself first",
    "activities": "The Walk",
    "links": "Read on",
    "voices": "Here stands what somebody really said.",
    "logos": "Lends devices to schools.",
}


@pytest.mark.parametrize("name", [name for name, _ in body_blocks()])
def test_each_block_has_an_example_that_looks_as_on_the_page(name, admin_client, pages):
    block = ArticlePage._meta.get_field("body").stream_block.child_blocks[name]
    html = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert EXAMPLES[name] in html.content.decode()
    assert "assets/site" in html.content.decode()


def test_a_page_under_a_page_that_is_not_translated_waits_for_it(pages):
    write(pages / "guide/page.yaml", "{type: section, position: 9}")
    write(pages / "guide/en.md", HEAD)
    write(pages / "guide/more/page.yaml", "{type: article}")
    write(pages / "guide/more/en.md", HEAD)
    write(pages / "guide/more/de.md", HEAD)
    assert load_pages(pages).left_alone == [
        f"{pages}/guide/more/de.md: not shown yet, guide in de comes first"
    ]
    write(pages / "guide/de.md", HEAD)
    assert load_pages(pages).changed == ["guide in de", "guide/more in de"]


def test_a_page_takes_its_place_among_its_neighbours(pages, client):
    for name, position in (("one", 30), ("two", 40), ("three", 10)):
        write(pages / f"{name}/page.yaml", f"{{type: article, position: {position}}}")
        write(pages / f"{name}/en.md", HEAD.replace("A guide", name, 1))
    load_pages(pages)
    change(pages / "two/page.yaml", "position: 40", "position: 20")
    load_pages(pages)
    menu = client.get("/en/").content.decode().partition('id="site-nav"')[2].partition("site-nav__account")[0]
    assert re.findall(r'href="/en/(\w+)/"', menu) == ["learn", "about", "three", "two", "one"]


def test_a_page_may_become_another_type(pages, client):
    change(pages / "about/page.yaml", "type: article", "type: section")
    assert load_pages(pages).changed == ["about in en"]
    assert "What it is" in client.get("/en/about/").content.decode()
    assert not ArticlePage.objects.filter(slug="about").exists()
