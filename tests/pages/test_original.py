"""Pages of the original site, loaded as they were written."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from codora.pages.models import HistoricPage

pytestmark = pytest.mark.django_db
PAGE = """---
title: About the campaign
nav: about_nav
social:
  'og:title': 'It is here'
  'og:description': "Code for one hour."
  "og:image": "http://<%=request.host%>/images/thumbnail.jpg"
  "og:image:width": 1705
  "og:url": "http://elsewhere.example"
  "og:video": ""
  "og:see_also": "http://<%=request.host%>/en/"
---
# About Us

Text with <a href="http://codeweek.eu/" target="_blank" onclick="steal()">a link</a> and
<b>strong words</b>.

<script>alert(1)</script>

# Again

The end.
"""
ADDRESS = "/en/about/history/"


@pytest.fixture
def load(loaded, tmp_path, capsys):
    def load(text: str = PAGE, at: str = ADDRESS) -> str:
        """What was said of the page on standard error."""
        file = tmp_path / "about.md"
        file.write_text(text)
        capsys.readouterr()
        call_command("load_page", str(file), at=at)
        return capsys.readouterr().err

    return load


def test_a_page_of_2014_is_shown_with_its_year_and_clean(load, client):
    load()
    page = client.get(ADDRESS).content.decode()
    assert "This page is from 2014." in page
    assert "<title>About the campaign" in page
    assert page.count("<h1") == 1
    assert "About Us</h1>" in page
    assert "<h2>Again</h2>" in page
    assert "<b>strong words</b>" in page
    assert "onclick" not in page
    assert "alert(1)" not in page
    assert 'href="http://codeweek.eu/"' in page


def test_its_own_address_and_picture_are_told_and_empty_tags_are_left_out(load, client, settings):
    said = load()
    page = client.get(ADDRESS).content.decode()
    assert f'property="og:url" content="{settings.BASE_URL}{ADDRESS}"' in page
    assert page.count('property="og:image"') == 1
    assert "thumbnail.jpg" not in page
    assert "og:video" not in page
    assert f'property="og:see_also" content="{settings.BASE_URL}/en/"' in page
    assert "og:url: http://elsewhere.example is not this site" in said
    assert "thumbnail.jpg is not here" in said


def test_navigation_that_is_missing_is_told_and_one_that_is_there_stands(load, client, loaded):
    assert "content/nav/about_nav.yaml is missing" in load()
    (loaded / "nav").mkdir()
    (loaded / "nav" / "about_nav.yaml").write_text("- {title: The figures, path: /figures/}\n")
    assert "about_nav" not in load()
    assert '<a href="/en/figures/">The figures</a>' in client.get(ADDRESS).content.decode()


def test_loading_again_changes_nothing_and_an_editors_change_stays(load):
    load()
    page = HistoricPage.objects.get()
    revision = page.latest_revision_id
    load()
    page.refresh_from_db()
    assert page.latest_revision_id == revision
    page.lead = "An editor's words."
    page.save_revision().publish()
    said = load(PAGE.replace("The end.", "Another end."))
    assert "an editor changed the page “About Us”" in said
    page.refresh_from_db()
    assert page.lead == "An editor's words."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (PAGE.replace("The end.", "<%= evil() %>"), "line 22: template code"),
        (PAGE.replace("The end.", "{{ settings.SECRET_KEY }}"), "line 22: template code"),
        ("# No front matter", "line 1: front matter"),
        (PAGE.replace("title: About the campaign", "title: [unfinished"), "this is not YAML"),
    ],
)
def test_what_cannot_be_taken_is_told_with_file_and_line(load, text, reason):
    with pytest.raises(CommandError) as caught:
        load(text)
    assert "about.md" in str(caught.value)
    assert reason in str(caught.value)
    assert not HistoricPage.objects.exists()


@pytest.mark.parametrize("at", ["/en/", "about", "/xx/about/history/", "/en/../about/", "/en/About/History/"])
def test_an_address_that_is_none_is_refused(load, at):
    with pytest.raises(CommandError, match="an address such as"):
        load(at=at)


def test_the_original_page_loads_as_it_is(load, client):
    file = Path(__file__).parent / "original-about.md"
    load(file.read_text())
    assert "coding as a key competence" in client.get(ADDRESS).content.decode()
