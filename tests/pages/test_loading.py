"""Pages as files: loading is safe to repeat and never overwrites what an editor did."""

import pytest
from wagtail.models import Locale, Page, Site

from codora.core.files import ContentError
from codora.pages.actions import load_pages
from codora.pages.models import ArticlePage, HomePage, LoadedPage
from tests.small_content import change, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(content):
    return content / "pages"


def about(language="en"):
    return ArticlePage.objects.get(slug="about", locale__language_code=language)


def test_every_file_becomes_a_page_of_its_language(pages):
    report = load_pages(pages)
    assert report.changed == ["home in en", "home in de", "learn in en", "about in en"]
    german, english = HomePage.objects.order_by("locale__language_code")
    assert german.translation_key == english.translation_key
    assert (german.title, german.review) == ("Lerne Programmieren in einer Stunde", "draft")
    assert german.doors[0].value["title"] == "Ich will programmieren"


def test_loading_twice_changes_nothing(pages):
    load_pages(pages)
    before = list(Page.objects.values_list("pk", "latest_revision_id"))
    assert load_pages(pages).changed == []
    assert list(Page.objects.values_list("pk", "latest_revision_id")) == before


def test_all_languages_of_the_site_are_there_for_editors(pages, settings):
    load_pages(pages)
    assert (
        set(Locale.objects.values_list("language_code", flat=True))
        == dict(settings.WAGTAIL_CONTENT_LANGUAGES).keys()
    )


def test_the_site_stands_under_the_configured_address(pages, settings):
    settings.BASE_URL = "https://codora.example"
    load_pages(pages)
    site = Site.objects.get()
    assert (site.hostname, site.port) == ("codora.example", 443)
    assert site.root_page.specific.locale.language_code == "en"
    assert not Page.objects.filter(title__contains="Welcome").exists()


def test_markdown_becomes_sections_with_addresses(pages):
    load_pages(pages)
    what, take_part = (section.value for section in about().body)
    assert (what["heading"], what["anchor"]) == ("What it is", "what")
    assert what["text"].source == '<p>A site. Start <a href="/learn/">here</a>.</p>'
    assert take_part["text"].source == "<ul>\n<li>Translate.</li>\n</ul>"


def test_markup_that_could_run_is_not_taken_over(pages):
    change(pages / "about/en.md", "- Translate.", "<script>alert(1)</script>[x](javascript:alert(1))")
    load_pages(pages)
    text = about().body[1].value["text"].source
    assert "<script" not in text
    assert "href" not in text


def test_a_changed_file_changes_its_page(pages):
    load_pages(pages)
    change(pages / "about/en.md", "We like coding.", "We love coding.")
    assert load_pages(pages).changed == ["about in en"]
    assert about().lead == "We love coding."


def edit(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_what_an_editor_published_stays_and_the_conflict_is_told(pages):
    load_pages(pages)
    edit(about(), lead="An editor's words.")
    change(pages / "about/en.md", "We like coding.", "We love coding.")
    report = load_pages(pages)
    assert report.changed == []
    assert report.left_alone == [
        f"{pages}/about/en.md: an editor changed the page “About us” (/en/about/)",
    ]
    assert about().lead == "An editor's words."


def test_a_draft_of_an_editor_is_kept_too(pages):
    load_pages(pages)
    page = about()
    page.lead = "Not published yet."
    page.save_revision()
    change(pages / "about/en.md", "We like coding.", "We love coding.")
    assert "an editor changed the page" in load_pages(pages).left_alone[0]
    assert about().get_latest_revision_as_object().lead == "Not published yet."


def test_an_edited_page_whose_file_is_as_before_is_no_conflict(pages):
    load_pages(pages)
    edit(about(), lead="An editor's words.")
    assert load_pages(pages).left_alone == []


def test_what_an_editor_deleted_does_not_come_back(pages):
    load_pages(pages)
    about().delete()
    change(pages / "about/en.md", "We like coding.", "We love coding.")
    assert "an editor deleted the page" in load_pages(pages).left_alone[0]
    assert not ArticlePage.objects.exists()


def test_a_page_that_an_editor_made_before_its_file_came_is_not_touched(pages):
    load_pages(pages)
    home = HomePage.objects.get(locale__language_code="de")
    home.add_child(instance=ArticlePage(title="Über uns", slug="about", lead="Unser", locale=home.locale))
    write(pages / "about/de.md", (pages / "about/en.md").read_text())
    with pytest.raises(ContentError, match="an editor made a page with the address about in de"):
        load_pages(pages)


def test_a_translation_is_shown_once_it_is_whole(pages):
    write(pages / "about/de.md", "---\ntitle: Über uns\n---\n\n## Was es ist {#what}\n\nEine Seite.\n")
    report = load_pages(pages)
    assert report.left_alone == [
        f"{pages}/about/de.md: not shown yet, it lacks lead, description, take-part.heading, take-part.text"
    ]
    assert not LoadedPage.objects.filter(path="about", language="de").exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("about/en.md", "---\ntitle", "title", "about/en.md: line 1: front matter"),
        ("about/en.md", "title: About us", "title: [About", "about/en.md: line 3: this is not YAML"),
        ("about/en.md", "title: About us\n", "", "about/en.md: title: a text is needed here"),
        (
            "about/en.md",
            "---\ntitle: About us\nlead: We like coding.\ndescription: What this is.\n",
            "---\n",
            "about/en.md: line 2: a mapping",
        ),
        (
            "home/en.yaml",
            "promise: Learn",
            f"promise: {'Learn ' * 30}",
            "home/en.yaml: promise: Ensure this value has at most 120",
        ),
        (
            "home/page.yaml",
            "code: /learn/",
            "teach: /learn/",
            "home/en.yaml: doors.teach.title: a text is needed",
        ),
        ("about/en.md", "## What it is {#what}", "What it is", "about/en.md: line 7: text before the first"),
        (
            "about/en.md",
            "{#take-part}",
            "{#what}",
            "about/en.md: line 11: what: two parts",
        ),
        ("home/de.yaml", "lead:", "leed:", "home/de.yaml: leed: English has no such key"),
        ("home/page.yaml", "doors", "dors", "home/page.yaml: Object"),
    ],
)
def test_a_mistake_is_told_with_file_and_place_and_nothing_is_stored(pages, file, old, new, reason):
    change(pages / file, old, new)
    with pytest.raises(ContentError) as error:
        load_pages(pages)
    assert reason in str(error.value)
    assert not LoadedPage.objects.exists()
