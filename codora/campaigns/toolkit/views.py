"""The toolkit: a gallery, what is made of it, and banners for other websites."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from codora.campaigns.queries import CampaignCard, Shown, public_board
from codora.campaigns.shortcuts import card_or_404
from codora.campaigns.toolkit.documents import BANNERS, KINDS, facts_of, make_documents, make_zip
from codora.campaigns.toolkit.facts import Facts
from codora.campaigns.toolkit.forms import ToolkitForm
from codora.campaigns.toolkit.gallery import gallery_cards
from codora.campaigns.toolkit.pictures import picture_alt
from codora.campaigns.toolkit.previews import banner_of, preview_of
from codora.core.languages import active_language_for, interface_languages, shown_language, switch_language
from codora.core.limits import RateLimit, network_of_visitor
from codora.core.metadata import interface_page
from codora.core.origin import require_same_origin
from codora.core.uploads import takes_logo

toolkit_limit = RateLimit(per_second=0.5, burst=60)
TYPES = {"pdf": "application/pdf", "png": "image/png", "zip": "application/zip"}
keep_an_hour = cache_control(public=True, max_age=3600)


@takes_logo
@require_same_origin
@cache_control(no_store=True)
def show_toolkit(request: HttpRequest, slug: str) -> HttpResponse:
    """`/campaigns/<slug>/toolkit/`: `form`; a POST gives a file or a ZIP, with the host's name and logo."""
    card, shown = _campaign(slug)
    if request.method != "POST":
        return _page(request, card, ToolkitForm(shown))
    form = ToolkitForm(shown, request.POST, request.FILES)
    if not toolkit_limit.take(network_of_visitor(request)):
        form.add_error(None, _("Many documents are being made right now. Try again in a minute."))
        return _page(request, card, form, status=429)
    if not form.is_valid():
        return _page(request, card, form, status=422)
    if form.wants_previews:
        return _page(request, card, form)
    asked = {name: form.cleaned_data[name] for name in ("language", "host", "logo")}
    files = make_documents(form.kinds, campaign=card.campaign, period=form.period, **asked)
    if len(files) == 1:
        [(name, content)] = files.items()
        return _download(content, name)
    part = "" if len(form.kinds) == len(KINDS) else f"{form.cleaned_data['document']}-"
    return _download(make_zip(files), f"{slug}-{part}{asked['language']}.zip")


@keep_an_hour
@require_safe
def show_preview(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """`/campaigns/<slug>/toolkit/<kind>.webp`: how it looks in the address's language."""
    return _picture(slug, kind, KINDS, preview_of, "image/webp")


@keep_an_hour
@require_safe
def show_banner(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """`/campaigns/<slug>/banner-728x90.png`: for other websites, in the address's language."""
    return _picture(slug, kind, BANNERS, banner_of, "image/png")


def _picture(
    slug: str, kind: str, kinds: Any, make: Callable[[str, Facts], bytes], content_type: str
) -> HttpResponse:
    card, shown = _campaign(slug)
    if kind not in kinds:
        raise Http404
    return HttpResponse(make(kind, facts_of(card.campaign, shown.period)), content_type=content_type)


def _page(request: HttpRequest, card: CampaignCard, form: ToolkitForm, status: int = 200) -> HttpResponse:
    chosen = form["language"].value()
    language = chosen if chosen in interface_languages() else shown_language()
    with override(active_language_for(language)):
        facts = facts_of(card.campaign, form.general)
        alt, banners = picture_alt(facts), [_banner(card, name, facts) for name in BANNERS]
    metadata = interface_page(
        title=_("Poster, slides and more"),
        description=_(
            "With the dates of the campaign, your name and your logo. Ready to print, show and send."
        ),
        path=request.path,
    )
    context = {
        "card": card,
        "form": form,
        "metadata": metadata,
        "cards": gallery_cards(),
        "previews": switch_language(request.path, language),
        "language": language,
        "alt": alt,
        "banners": banners,
    }
    return render(request, "campaigns/toolkit.html", context, status=status)


def _banner(card: CampaignCard, name: str, facts: Facts) -> dict[str, Any]:
    """`kind`, `size`, and the `html` that shows it on another website, in the active language."""
    width, height = KINDS[name].size or (0, 0)
    address = settings.BASE_URL + switch_language(
        reverse("campaigns:banner_show", args=[card.campaign.slug, name]), shown_language()
    )
    html = format_html(
        '<a href="{}"><img src="{}" width="{}" height="{}" alt="{}" loading="lazy"'
        ' referrerpolicy="no-referrer"></a>',
        *(facts.url, address, width, height, f"{facts.campaign}, {facts.dates}"),
    )
    return {"kind": name, "size": f"{width} × {height}", "width": width, "height": height, "html": str(html)}


def _campaign(slug: str) -> tuple[CampaignCard, Shown]:
    """With the edition that is under way, or the next, or the last."""
    card = card_or_404(public_board(timezone.now()), slug)
    if card.shown is None:
        raise Http404
    return card, card.shown


def _download(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=TYPES[name.rpartition(".")[2]], headers=headers)
