"""The pages that come with Codora: complete in their languages, and every link leads somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from codora.pages.models import ArticlePage
from codora.search.queries import search
from tests.snapshots import load_content

LANGUAGES = ["en", "de", "el", "bg", "mt"]
PAGES = settings.ROOT / "content" / "pages"
FOLDERS = sorted(file.parent for file in PAGES.rglob("page.yaml"))


def is_public(folder: Path) -> bool:
    return not re.search(r"^type: link|^draft: true", (folder / "page.yaml").read_text(), re.MULTILINE)


PATHS = [
    "/",
    *(f"/{each.relative_to(PAGES)}/" for each in FOLDERS if is_public(each) and each.name != "home"),
]


@pytest.fixture
def shipped(db, settings) -> None:
    settings.CONTENT = settings.ROOT / "content"
    load_content()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_shipped_page_exists_in_the_languages_that_are_looked_after(folder):
    assert {file.stem for file in folder.glob("*.md")} | {
        file.stem for file in folder.glob("*.yaml") if len(file.stem) == 2
    } == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_on_a_shipped_page_leads_to_a_page_and_a_place_on_it(client, shipped, language):
    seen: dict[str, str] = {}
    broken = []
    for path in PATHS:
        here = f"/{language}{path}"
        for link in links_of(client, here, seen):
            target, _, anchor = link.partition("#")
            page = read(client, target or here, seen)
            if not page or (anchor and f'id="{anchor}"' not in page):
                broken.append(f"{here}: {link}")
    assert broken == []


def links_of(client, path: str, seen: dict[str, str]) -> Iterator[str]:
    main = read(client, path, seen).partition("<main")[2].partition("</main>")[0]
    assert main, path
    yield from re.findall(r'<a [^>]*href="(/[^"]*|#[^"]*)"', main)


def read(client, path: str, seen: dict[str, str]) -> str:
    if path not in seen:
        answer = client.get(path, follow=True)
        seen[path] = answer.content.decode(errors="ignore") if answer.status_code == 200 else ""
    return seen[path]


def test_the_imprint_is_a_form_until_whoever_runs_the_site_fills_it_in(client, admin_client, shipped):
    assert client.get("/en/about/imprint/").status_code == 404
    form = ArticlePage.objects.get(slug="imprint", locale__language_code="en")
    waiting = admin_client.get("/cms/").content.decode()
    assert "“Imprint” is a form for you to fill in and publish: English" in waiting
    form.lead = "The Society of Clockwork, Tallinn."
    form.save_revision().publish()
    call_command("load_content", verbosity=0, stdout=None)
    assert "Society of Clockwork" in client.get("/en/about/imprint/").content.decode()


@pytest.mark.parametrize(
    ("language", "words", "path"),
    [
        ("en", "wcag", "/about/accessibility/"),
        ("de", "Datenschutz", "/about/privacy/"),
        ("el", "προσβασιμοτητα", "/about/accessibility/"),
    ],
)
def test_the_search_finds_them_in_the_readers_language(shipped, language, words, path):
    found = search(words, language=language, page=1)
    assert any(result.url.endswith(path) for result in found.results)
