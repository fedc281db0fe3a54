"""Pages in the form of the original site of 2014: front matter, and Markdown with HTML in it.

Front matter: `title`, `nav` (a file content/nav/<name>.yaml), `social` (Open Graph tags). `<%=request.host%>`
stands for the host; no other template code is taken.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import nh3
from django.conf import settings
from django.contrib.staticfiles import finders
from markdown_it import MarkdownIt

from codora.core.files import ContentError, parse_yaml, read_as, read_text
from codora.pages.files import FRONT_MATTER
from codora.pages.sources import Source

YEAR = 2014
HOST = re.compile(r"<%=\s*request\.host\s*%>")
TEMPLATE_CODE = re.compile(r"<%|%>|\{\{|\{%|<\?")
HEADING = re.compile(r"<(/?)h1\b[^>]*>")
FIRST_HEADING = re.compile(r"<h1\b[^>]*>(?P<text>.*?)</h1>", re.DOTALL)
TAGS = {
    *(
        "p",
        "h1",
        "h2",
        "h3",
        "b",
        "strong",
        "i",
        "em",
        "ul",
        "ol",
        "li",
        "a",
        "br",
        "hr",
        "blockquote",
        "code",
    ),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ADDRESS = re.compile(r"^/(?P<language>[a-z]{2})/(?P<path>[a-z0-9-]+(?:/[a-z0-9-]+)*)/$")
# What our own pages say of themselves already.
OURS = {"og:title", "og:description", "og:url", "og:type", "og:site_name", "og:locale"}


class NavigationEntry(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    path: str


@dataclass
class Original:
    """A page ready to be stored, and what was not taken as it stands: each with file and reason."""

    source: Source
    warnings: list[str] = field(default_factory=list)


def read_original(file: Path, *, at: str, navigation: Path) -> Original:
    """`at` is the address that the page gets: /en/about/history/. Raises ContentError."""
    place = ADDRESS.match(at)
    if place is None or place["language"] not in dict(settings.LANGUAGES):
        raise ContentError(file, f"--at {at}: an address such as /en/about/history/ was expected.")
    head, body = _parts(file)
    warnings: list[str] = []
    heading, text = _text(body, warnings)
    social = _social(head, warnings)
    title = str(head.get("title") or heading)
    contents = {
        "title": heading or title,
        "seo_title": title,
        "lead": social.pop("og:description", "") or title,
        "search_description": "",
        "review": "native",
        "year": YEAR,
        "text": text,
        "social": social,
        "navigation": _navigation(head.get("nav"), navigation, warnings),
    }
    source = Source(file, place["path"], "historic", 0, place["language"], [], contents)
    return Original(source, [f"{source}: {warning}" for warning in warnings])


def _parts(file: Path) -> tuple[dict[str, Any], str]:
    text = HOST.sub(urlsplit(settings.BASE_URL).netloc, read_text(file))
    if found := TEMPLATE_CODE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise ContentError(
            file, f"line {line}: template code ({found[0]} …) is not taken; only <%=request.host%> is."
        )
    match = FRONT_MATTER.match(text)
    if match is None:
        raise ContentError(file, "line 1: front matter between two lines of --- was expected.")
    head = parse_yaml("\n" + match["head"], file)
    if not isinstance(head, dict) or not isinstance(head.get("social") or {}, dict):
        raise ContentError(file, "line 2: title, nav and social were expected.")
    return head, match["body"]


def _text(markdown: str, warnings: list[str]) -> tuple[str, str]:
    """The first heading, which is the page's own, and the rest as clean HTML with none as large."""
    html = nh3.clean(MarkdownIt("commonmark").enable("table").render(markdown), tags=TAGS).strip()
    first = FIRST_HEADING.search(html)
    heading = nh3.clean(first["text"], tags=set()).strip() if first else ""
    rest = html[: first.start()] + html[first.end() :] if first else html
    demoted = HEADING.sub(r"<\1h2>", rest)
    if demoted != rest:
        warnings.append("a second heading of the first level became one of the second.")
    return heading, demoted.strip()


def _social(head: dict[str, Any], warnings: list[str]) -> dict[str, str]:
    tags = {name: str(value) for name, value in (head.get("social") or {}).items() if value not in ("", None)}
    address = tags.pop("og:url", "")
    if address and urlsplit(address).netloc != urlsplit(settings.BASE_URL).netloc:
        warnings.append(f"og:url: {address} is not this site; the page's own address is told instead.")
    if not _is_there(tags.get("og:image", "")):
        if image := tags.get("og:image"):
            warnings.append(f"og:image: {image} is not here; the page gets a picture with its title.")
        tags = {name: value for name, value in tags.items() if not name.startswith("og:image")}
    return {name: value for name, value in tags.items() if name == "og:description" or name not in OURS}


def _is_there(image: str) -> bool:
    parts = urlsplit(image)
    is_ours = parts.netloc == urlsplit(settings.BASE_URL).netloc
    name = parts.path.removeprefix(settings.STATIC_URL)
    return is_ours and parts.path.startswith(settings.STATIC_URL) and finders.find(name) is not None


def _navigation(name: object, folder: Path, warnings: list[str]) -> list[dict[str, str]]:
    if not name:
        return []
    file = folder / f"{name}.yaml"
    if re.fullmatch(r"[a-z0-9_-]+", str(name)) and file.exists():
        return [msgspec.structs.asdict(entry) for entry in read_as(list[NavigationEntry], file)]
    warnings.append(f"nav: content/nav/{name}.yaml is missing; the section's own navigation stands there.")
    return []
