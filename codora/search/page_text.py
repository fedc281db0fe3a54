"""What of a page can be found."""

from wagtail.fields import StreamField

from codora.pages.models import TranslatedPage
from codora.search.models import SearchEntry


def text_of(page: TranslatedPage) -> str:
    """The lead and every text of the page's blocks, without markup."""
    parts = [page.lead]
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = getattr(page, field.name)
            parts += value.stream_block.get_searchable_content(value)
    return " ".join(str(part) for part in parts if part)


def kind_of(page: TranslatedPage) -> str:
    is_news = type(page).__name__ == "NewsPage"
    return SearchEntry.Kind.NEWS if is_news else SearchEntry.Kind.PAGE
