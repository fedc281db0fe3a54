"""Loading pages from content/pages, without ever overwriting what an editor changed on the site."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Locale, Page, Site

from codora.core.files import ContentError
from codora.core.languages import ENGLISH
from codora.pages.contents import digest_of, fill, stored_contents
from codora.pages.models import HomePage, LoadedPage, TextPage, TranslatedPage
from codora.pages.sources import HOME, Source, read_sources


@dataclass
class LoadReport:
    """`changed` names what was stored; `left_alone` tells file and page of what was not, and why."""

    changed: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)


@transaction.atomic
def load_pages(folder: Path) -> LoadReport:
    """Stores each page that is new, or whose file changed since it was loaded.

    All or nothing; raises ContentError. A page that an editor changed or deleted since it was loaded is left
    alone, and so is a translation that lacks text.
    """
    for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    report = LoadReport()
    for source in read_sources(folder):
        if source.missing:
            report.left_alone.append(f"{source}: not shown yet, it lacks {', '.join(source.missing)}")
            continue
        try:
            _load(source, report)
        except ValidationError as error:
            faults = (f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items())
            raise ContentError(source.file, "; ".join(faults)) from None
    _point_site_at_home()
    return report


def _load(source: Source, report: LoadReport) -> None:
    loaded = LoadedPage.objects.filter(slug=source.slug, language=source.language).first()
    file_digest = digest_of(source.contents)
    if loaded and loaded.file_digest == file_digest:
        return
    if loaded is None:
        page = _add(source)
        loaded = LoadedPage(slug=source.slug, language=source.language, page_id=page.pk)
    elif reason := _editors_change(loaded):
        report.left_alone.append(f"{source}: {reason}")
        return
    else:
        page = _specific(loaded)
        fill(page, source.contents)
    page.save_revision(log_action=True).publish()
    page.refresh_from_db()
    loaded.file_digest, loaded.page_digest = file_digest, digest_of(stored_contents(page))
    loaded.save()
    report.changed.append(f"{source.slug} in {source.language}")


def _editors_change(loaded: LoadedPage) -> str:
    """What an editor did to a loaded page since, or nothing."""
    if loaded.page_id is None:
        return "an editor deleted the page"
    page = _specific(loaded)
    is_changed = page.has_unpublished_changes or digest_of(stored_contents(page)) != loaded.page_digest
    return f"an editor changed the page “{page.title}” ({page.url})" if is_changed else ""


def _specific(loaded: LoadedPage) -> TranslatedPage:
    model = HomePage if loaded.slug == HOME else TextPage
    page: TranslatedPage = model.objects.get(pk=loaded.page_id)
    return page


def _add(source: Source) -> TranslatedPage:
    locale = Locale.objects.get(language_code=source.language)
    is_home = source.slug == HOME
    model = HomePage if is_home else TextPage
    slug = f"{HOME}-{source.language}" if is_home else source.slug
    parent = Page.get_first_root_node() if is_home else _home_in(locale, source)
    if parent.get_children().filter(slug=slug).exists():
        raise ContentError(
            source.file, f"an editor made a page with the address {slug} in {source.language}."
        )
    page = model(slug=slug, locale=locale)
    fill(page, source.contents)
    english = LoadedPage.objects.filter(slug=source.slug, language=ENGLISH).first()
    if english and english.page:
        page.translation_key = english.page.translation_key
    parent.add_child(instance=page)
    return page


def _home_in(locale: Locale, source: Source) -> Page:
    home = HomePage.objects.filter(locale=locale).first()
    if home is None:
        raise ContentError(
            source.file, f"content/pages/{HOME}/{source.language}.yaml must be complete first."
        )
    return home


def _point_site_at_home() -> None:
    """The one site, under the configured address; Wagtail's welcome page goes."""
    address = urlsplit(settings.BASE_URL)
    home = HomePage.objects.get(locale__language_code=ENGLISH)
    defaults = {
        "hostname": address.hostname,
        "port": address.port or (443 if address.scheme == "https" else 80),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "root_page": home,
    }
    Site.objects.update_or_create(is_default_site=True, defaults=defaults)
    Page.objects.filter(depth=2).exact_type(Page).delete()
