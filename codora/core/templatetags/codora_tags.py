"""Template tags of the site: components, inline drawings, icons, page metadata, JSON data blocks."""

import json
import re
from functools import cache
from typing import Any

from django import template
from django.conf import settings
from django.template import Context, Engine
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeData, SafeString, mark_safe

from codora.core.languages import direction, in_reader_language

register = template.Library()

# What a component sees of the page around it; all else is passed by name.
SURROUNDINGS = ("request", "reader_language", "reader_language_name", "shown_language", "direction")
# Characters that could end the script element or break JavaScript, as in Django's json_script.
JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def _render_component(context: Context, name: str, values: dict[str, Any]) -> SafeString:
    surroundings = {key: context[key] for key in SURROUNDINGS if key in context}
    file = f"components/{name}/{name}.html"
    engine = Engine.get_default()
    return engine.get_template(file).render(context.new({**surroundings, **values}))


@register.simple_tag(takes_context=True)
def component(context: Context, name: str, **values: Any) -> SafeString:
    """`{% component "button" label=… %}` renders components/button/button.html with these values only."""
    return _render_component(context, name, values)


@register.simple_block_tag(takes_context=True, end_name="endcomponent")
def component_block(context: Context, content: str, name: str, **values: Any) -> SafeString:
    """`{% component_block "card" title=… %}…{% endcomponent %}`: what stands between is its `content`."""
    return _render_component(context, name, {**values, "content": content})


@cache
def _drawing(name: str) -> str:
    svg = (settings.ROOT / "assets" / "art" / f"{name}.svg").read_text()
    return re.sub(r"<\?xml.*?\?>|<!--.*?-->", "", svg, flags=re.DOTALL).strip()


@register.simple_tag
def inline_svg(name: str, css_class: str = "", label: str = "") -> SafeString:
    """Our own drawing assets/art/<name>.svg as part of the page, so that the theme can recolour it.

    Hidden from screen readers unless it has a `label`.
    """
    meaning = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    root = format_html('<svg class="{}" {}', css_class, meaning)
    return mark_safe(_drawing(name).replace("<svg", root, 1))  # noqa: S308


@register.simple_tag
def icon(name: str, css_class: str = "") -> SafeString:
    """An icon of the sprite, for the eye only: the text beside it carries the meaning."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true"><use href="{}icons/icons.svg#i-{}"></use></svg>',
        css_class,
        settings.STATIC_URL,
        name,
    )


@register.inclusion_tag("core/metadata.html", takes_context=True)
def page_metadata(context: Context) -> dict[str, Any]:
    """Canonical address, translations, Open Graph and JSON-LD from the context's `metadata`."""
    return {"metadata": context.get("metadata"), "shown_language": context["shown_language"]}


@register.simple_tag
def json_ld(data: dict[str, Any]) -> SafeString:
    """A schema.org data block."""
    text = json.dumps(data, ensure_ascii=False).translate(JSON_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308


@register.simple_tag
def in_language(language: str) -> SafeString:
    """The attributes of an element whose text may be in another language than the page around it."""
    return format_html('lang="{}" dir="{}"', language, direction(language))


@register.filter
def emphasise(text: str) -> SafeString:
    """`in *one hour*` → in <em>one hour</em>; all else is escaped."""
    return mark_safe(re.sub(r"\*([^*]+)\*", r"<em>\1</em>", escape(text)))  # noqa: S308


register.filter("in_reader_language", in_reader_language)


@register.filter
def own_links(html: SafeData) -> SafeString:
    """Rich text whose links to this site lead to the reader's language: `/learn/` → `/fr/learn/`."""
    text = conditional_escape(html)
    return mark_safe(re.sub(r'(?<=<a href=")[^"]+', lambda link: in_reader_language(link[0]), text))  # noqa: S308
