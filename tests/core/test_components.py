"""Components: every example renders, nothing is inline, every style is loaded."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Engine
from django.test import RequestFactory

from codora.core.styleguide import COMPONENTS, all_components
from codora.core.templatetags.styleguide_tags import example as render_example

# Mail programs know no style sheets; no security policy stands between.
MAIL = settings.ROOT / "codora" / "messaging" / "templates" / "messaging" / "mail.html"
TEMPLATES = sorted((settings.ROOT / "codora").glob("**/*.html"))
INLINE = re.compile(
    r"""\s(style|on[a-z]+)\s*=\s*["']|<style\b|<script(?![^>]*\bsrc=)(?![^>]*type="application)"""
)


def render(component: str, **values: object) -> str:
    parameters = " ".join(f"{name}={name}" for name in values)
    template = f'{{% load codora_tags %}}{{% component "{component}" {parameters} %}}'
    request = RequestFactory().get("/en/")
    context = Context({"request": request, "reader_language": "en", "shown_language": "en", **values})
    return Engine.get_default().from_string(template).render(context)


@pytest.mark.parametrize(
    ("component", "example"),
    [
        pytest.param(component.name, example, id=f"{component.name}: {example.name}")
        for component in all_components()
        for example in component.examples
    ],
)
def test_example_renders_what_it_was_given(component, example):
    context = Context({"reader_language": "en", "shown_language": "en"})
    html = render_example(context, component, example)
    words = re.sub(r"\s+", " ", html)
    for value in example.values.values():
        if isinstance(value, str) and " " in value:
            assert value in words


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(settings.ROOT)))
def test_template_has_no_inline_style_or_script(file: Path):
    text = file.read_text()
    if file == MAIL:
        text = re.sub(r' style="[^"]*"', "", text)
    assert not INLINE.search(text)


def test_inline_style_would_be_found():
    assert INLINE.search('<p style="color: red">')
    assert INLINE.search('<a onclick="go()">')
    assert INLINE.search("<script>go()</script>")
    assert not INLINE.search('<script type="application/ld+json">{}</script>')


def test_style_of_every_component_is_loaded():
    imported = re.findall(
        r"components/([\w-]+)/\1\.css", (settings.ROOT / "assets/css/components.css").read_text()
    )
    assert imported == [folder.name for folder in sorted(COMPONENTS.iterdir()) if list(folder.glob("*.css"))]


def test_button_is_a_link_only_with_an_address():
    assert '<a class="button button--key" href="/en/play/"' in render(
        "button", label="Run", href="/en/play/", look="key"
    )
    assert '<button class="button" type="submit"' in render("button", label="Run")


def test_values_of_a_component_are_escaped():
    assert "&lt;b&gt;" in render("tag", label="<b>")


def test_component_sees_nothing_of_the_page_but_what_it_is_given():
    template = '{% load codora_tags %}{% component "tag" %}'
    html = Engine.get_default().from_string(template).render(Context({"label": "from the page"}))
    assert "from the page" not in html


def test_field_names_its_error_in_words_and_ties_it_to_the_input():
    from codora.credentials.forms import CertificateForm

    form = CertificateForm({"name": ""})
    html = render("field", field=form["name"])
    assert 'aria-invalid="true"' in html
    described = re.search(r'aria-describedby="([^"]+)"', html)
    assert described
    for id_ in described[1].split():
        assert f'id="{id_}"' in html
    summary = render("error-summary", form=form)
    assert 'href="#id_name"' in summary


def test_there_is_no_error_summary_without_errors():
    from codora.credentials.forms import CertificateForm

    assert render("error-summary", form=CertificateForm()).strip() == ""


def test_page_without_translation_says_so_in_english():
    html = render(
        "language-notice",
        metadata=None,
        languages_url="/fr/languages/",
        shown_language="en",
        reader_language="fr",
    )
    assert 'lang="en"' in html
    assert "You see it in English" in html


def test_translated_page_has_no_language_notice():
    class Metadata:
        content_language = "en"

    html = render(
        "language-notice", metadata=Metadata(), languages_url="/en/languages/", reader_language_name="English"
    )
    assert html.strip() == ""
