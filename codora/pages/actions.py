"""Loading pages from content/pages, without ever overwriting what an editor changed on the site."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Locale, Page, Site

from codora.accounts.models import User
from codora.core.files import ContentError
from codora.core.languages import ENGLISH
from codora.core.loading import LoadReport, store
from codora.core.page_cache.generations import bump
from codora.core.review import Review
from codora.pages.contents import digest_of, digests_of, fill, stored_contents
from codora.pages.files import HOME
from codora.pages.freshness import AREA
from codora.pages.models import (
    ArticlePage,
    CountryPage,
    FaqPage,
    HistoricPage,
    HomePage,
    LinkPage,
    LoadedPage,
    NewsIndexPage,
    NewsPage,
    SectionPage,
)
from codora.pages.models.translated import MenuPage, TranslatedPage
from codora.pages.shelf import FileShelf
from codora.pages.sources import Source, read_sources

MODELS: dict[str, type[MenuPage]] = {
    HOME: HomePage,
    "section": SectionPage,
    "article": ArticlePage,
    "news-index": NewsIndexPage,
    "news": NewsPage,
    "faq": FaqPage,
    "country": CountryPage,
    "link": LinkPage,
    "historic": HistoricPage,
}


@transaction.atomic
def load_pages(folder: Path) -> LoadReport:
    """Stores each page that is new, or whose file changed since it was loaded.

    All or nothing; raises ContentError. A page that an editor changed or deleted since it was loaded is left
    alone, and so is a translation that lacks text.
    """
    for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    report = LoadReport()
    for source in read_sources(folder, FileShelf()):
        if source.missing:
            report.left_alone.append(f"{source}: not shown yet, it lacks {', '.join(source.missing)}")
            continue
        _load_checked(source, report)
    _point_site_at_home()
    return report


@transaction.atomic
def load_page(source: Source) -> LoadReport:
    """Stores one page in the same way. Raises ContentError."""
    report = LoadReport()
    _load_checked(source, report)
    return report


@transaction.atomic
def vouch_for(*, page: TranslatedPage, by: User) -> None:
    """A native speaker has read all of the text: its readers see no draft any more."""
    page.review = Review.NATIVE
    page.save(update_fields=["review"], clean=False)
    if revision := page.latest_revision:
        revision.content["review"] = Review.NATIVE.value
        revision.save(update_fields=["content"])
    log(instance=page, action="pages.vouch", user=by)
    bump(AREA)


def _load_checked(source: Source, report: LoadReport) -> None:
    try:
        _load(source, report)
    except ValidationError as error:
        faults = (f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items())
        raise ContentError(source.file, "; ".join(faults)) from None


def _load(source: Source, report: LoadReport) -> None:
    loaded = LoadedPage.objects.filter(path=source.path, language=source.language).first()
    file_digest = digest_of({"type": source.type, "position": source.position, **source.contents})
    if loaded and (loaded.file_digest == file_digest or source.is_draft):
        return
    if loaded and (reason := _editors_change(loaded)):
        report.left_alone.append(f"{source}: {reason}")
        return
    if loaded and not isinstance(_specific(loaded), MODELS[source.type]):
        _remove(loaded, source)
        loaded = None
    parent = _parent(source)
    if parent is None:
        report.left_alone.append(f"{source}: not shown yet, {source.parent} in {source.language} comes first")
        return
    if loaded is None:
        loaded = LoadedPage(path=source.path, language=source.language, page=_add(source, parent))
    page = _specific(loaded)
    fill(page, source.contents)
    page.full_clean()
    revision = page.save_revision(log_action=True)
    if not source.is_draft:
        revision.publish()
    page = _specific(loaded)
    if source.path != HOME and (loaded.pk is None or loaded.position != source.position):
        _place(page, source)
    loaded.position = source.position
    loaded.file_digest = file_digest
    loaded.page_digests = digests_of(stored_contents(page, source.contents))
    loaded.save()
    report.changed.append(f"{source.path} in {source.language}")


def _editors_change(loaded: LoadedPage) -> str:
    """What an editor did to a loaded page since, or nothing."""
    if loaded.page_id is None:
        return "an editor deleted the page"
    page = _specific(loaded)
    now = digests_of(stored_contents(page, loaded.page_digests))
    is_changed = page.has_unpublished_changes or now != loaded.page_digests
    return f"an editor changed the page “{page.title}” ({page.url})" if is_changed else ""


def _specific(loaded: LoadedPage) -> MenuPage:
    page: MenuPage = Page.objects.get(pk=loaded.page_id).specific
    return page


def _remove(loaded: LoadedPage, source: Source) -> None:
    """Takes the page away because its file made it another type of page."""
    page = _specific(loaded)
    if page.numchild:
        raise ContentError(
            source.file, f"{source.path} cannot become a {source.type}: it has pages under it."
        )
    page.delete()
    loaded.delete()


def _parent(source: Source) -> Page | None:
    """The page above in this language, wherever editors moved it."""
    if source.path == HOME:
        return Page.get_first_root_node()
    loaded = LoadedPage.objects.filter(path=source.parent, language=source.language).first()
    return loaded.page if loaded else None


def _add(source: Source, parent: Page) -> Page:
    slug = f"{HOME}-{source.language}" if source.path == HOME else source.slug
    if parent.get_children().filter(slug=slug).exists():
        raise ContentError(
            source.file, f"an editor made a page with the address {slug} in {source.language}."
        )
    locale = Locale.objects.get(language_code=source.language)
    page = MODELS[source.type](slug=slug, locale=locale, live=not source.is_draft)
    fill(page, source.contents)
    english = LoadedPage.objects.filter(path=source.path, language=ENGLISH).first()
    if english and english.page:
        page.translation_key = english.page.translation_key
    return parent.add_child(instance=page)


def _place(page: Page, source: Source) -> None:
    """Puts the page among those of its folder, in the order of their positions."""
    siblings = LoadedPage.objects.filter(
        page__in=page.get_siblings(inclusive=False), language=source.language, position__lte=source.position
    )
    before = siblings.order_by("position", "page__path").last()
    neighbour = page.get_prev_sibling()
    if before and (neighbour is None or before.page_id != neighbour.pk):
        page.move(before.page, pos="right")
    elif before is None and neighbour:
        page.move(page.get_parent(), pos="first-child")


def _point_site_at_home() -> None:
    """The one site, under the configured address; Wagtail's welcome page goes."""
    address = urlsplit(settings.BASE_URL)
    home = HomePage.objects.get(locale__language_code=ENGLISH)
    values = {
        "hostname": address.hostname,
        "port": address.port or (443 if address.scheme == "https" else 80),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "root_page_id": home.pk,
    }
    store(Site, key={"is_default_site": True}, values=values)
    Page.objects.filter(depth=2).exact_type(Page).delete()
