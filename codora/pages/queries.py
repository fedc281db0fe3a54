"""Reading about pages."""

from wagtail.models import Page

from codora.pages.models import LoadedPage


def is_loaded(page: Page) -> bool:
    """Whether the page came from a content file, which says itself who has read it."""
    return LoadedPage.objects.filter(page=page).exists()
