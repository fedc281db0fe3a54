"""Reading about pages."""

from wagtail.models import Page

from codora.core.languages import ENGLISH, reader_language
from codora.pages.models import HomePage, LoadedPage


def is_loaded(page: Page) -> bool:
    """Whether the page came from a content file, which says itself who has read it."""
    return LoadedPage.objects.filter(page=page).exists()


def page_at(path: str) -> Page | None:
    """The public page at this address without its language: the reader's translation, or else English.

    Found by its whole path at once: Wagtail would ask the database twice for each part of it.
    """
    codes = [reader_language(), ENGLISH]
    homes = HomePage.objects.filter(locale__language_code__in=codes).select_related("locale")
    in_order = sorted(homes, key=lambda home: codes.index(home.locale.language_code))
    parts = [part for part in path.split("/") if part]
    if not parts:
        return next((home for home in in_order if home.live), None)
    url_paths = [f"{home.url_path}{'/'.join(parts)}/" for home in in_order]
    pages = Page.objects.live().filter(slug=parts[-1], url_path__in=url_paths)  # only slug has an index
    found = {page.url_path: page for page in pages}
    return next((found[each].specific for each in url_paths if each in found), None)
