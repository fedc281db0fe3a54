"""A mail from its template.

A template is plain text: the subject in the first line, then paragraphs between empty lines. An address alone
in its paragraph becomes a link, a code alone is set large. So text and HTML always say the same, and a
translator sees each sentence once.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.template import Context
from django.template.loader import get_template, render_to_string
from django.utils import translation

from codora.core.languages import active_language_for, direction, shown_language

ADDRESS = re.compile(r"https?://\S+")
CODE = re.compile(r"[A-Z0-9]{2,}(-[A-Z0-9]{2,})*")


class Rendered(NamedTuple):
    subject: str
    text: str
    html: str


class Paragraph(NamedTuple):
    kind: str
    text: str


def render_mail(template: str, language: str, context: Mapping[str, Any]) -> Rendered:
    """`template` is a name such as `accounts/mail/code.txt`; `language` the reader's (English stands in)."""
    with translation.override(active_language_for(language)):
        source: Any = get_template(template)
        written = source.template.render(Context(dict(context), autoescape=False))
        subject, _, body = written.strip().partition("\n")
        paragraphs = list(_paragraphs(body))
        values = {
            "subject": subject,
            "paragraphs": paragraphs,
            "language": shown_language(),
            "direction": direction(shown_language()),
        }
        html = render_to_string("messaging/mail.html", values)
    return Rendered(subject.strip(), "\n\n".join(each.text for each in paragraphs) + "\n", html)


def _paragraphs(body: str) -> Iterator[Paragraph]:
    for part in re.split(r"\n\s*\n", body):
        text = " ".join(part.split())
        if text:
            yield Paragraph(_kind(text), text)


def _kind(text: str) -> str:
    if ADDRESS.fullmatch(text):
        return "address"
    return "code" if CODE.fullmatch(text) else "text"
