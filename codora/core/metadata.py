"""What a page says of itself to browsers and search engines: canonical address, languages, preview, data."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from codora.core.languages import ENGLISH, interface_languages, reader_language, switch_language
from codora.core.review import Review, interface_review
from codora.core.share_image import share_image_url


@dataclass(frozen=True, kw_only=True)
class PageMetadata:
    """Handed to a template as `metadata`.

    `path` is that of the request; `languages` are those in which the page's own text exists (English always
    does), and `review` tells who vouches for the one shown; `data` is schema.org JSON-LD.
    """

    title: str
    description: str
    path: str
    languages: Collection[str]
    review: str
    data: dict[str, Any] | None = None

    @property
    def content_language(self) -> str:
        """The language of the page's own text: the reader's, or English where it is not translated."""
        return reader_language() if reader_language() in self.languages else ENGLISH

    @property
    def is_draft(self) -> bool:
        """Whether what the reader sees is a translation that no native speaker has read."""
        return self.review == Review.DRAFT and self.content_language != ENGLISH

    @property
    def canonical(self) -> str:
        return self._url_in(self.content_language)

    @property
    def alternates(self) -> Iterator[tuple[str, str]]:
        """(hreflang, absolute URL) of each translation that exists, and of English for all other readers."""
        for code in sorted(self.languages):
            yield code, self._url_in(code)
        yield "x-default", self._url_in(ENGLISH)

    @property
    def image_url(self) -> str:
        """The picture that previews of links show: 1200 × 630 pixels."""
        return share_image_url(self.title, self.content_language)

    def _url_in(self, code: str) -> str:
        return f"{settings.BASE_URL}{switch_language(self.path, code)}"


def interface_page(
    *, title: str, description: str, path: str, data: dict[str, Any] | None = None
) -> PageMetadata:
    """Metadata of a page whose text, but for what others wrote in their languages, is the interface's."""
    return PageMetadata(
        title=title,
        description=description,
        path=path,
        languages=interface_languages(),
        review=interface_review(reader_language()),
        data=data,
    )
