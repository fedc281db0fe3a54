"""Markdown of content files as the rich text of a page."""

import nh3
from markdown_it import MarkdownIt

ALLOWED_TAGS = {"p", "h3", "b", "strong", "i", "em", "ul", "ol", "li", "a", "br", "blockquote", "code"}


def to_html(markdown: str) -> str:
    """Paragraphs, third-level headings, lists, links, quotes, code."""
    return nh3.clean(MarkdownIt().render(markdown), tags=ALLOWED_TAGS, link_rel=None).strip()
