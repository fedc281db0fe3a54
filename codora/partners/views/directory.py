"""The directory of partners, and the page of each."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from codora.core.languages import native_name
from codora.core.metadata import interface_page
from codora.core.page_cache.policy import keep, next_midnight
from codora.partners.forms.directory import DirectoryFilter
from codora.partners.organisation_data import organisation_data
from codora.partners.page_parts import parts_of
from codora.partners.queries.directory import card_of, listed_partners

A_PAGE = 24
PARTS_S = 60
"""Seconds that what other apps show of a partner may be old."""


@require_safe
def list_partners(request: HttpRequest) -> HttpResponse:
    """`/partners/`: `form`, `page` of a Paginator, `cards` on it, `count` of all that were found."""
    form = DirectoryFilter(request.GET)
    page = Paginator(listed_partners(**form.chosen()), A_PAGE).get_page(form.page_number)
    context = {
        "form": form,
        "page": page,
        "cards": [card_of(partner) for partner in page],
        "count": page.paginator.count,
        "metadata": interface_page(
            title=_("Partners"),
            description=_("Who makes this campaign, and what each of them gives to it."),
            path=request.path,
        ),
    }
    return render(request, "partners/directory.html", context)


@require_safe
def show_partner(request: HttpRequest, slug: str) -> HttpResponse:
    """`/partners/<slug>/`: `card`; `speaks`: languages in which it works, by name; `parts`; `trail`."""
    card = card_of(get_object_or_404(listed_partners(), slug=slug))
    metadata = interface_page(
        title=card.partner.name,
        description=card.text.does if card.text else ", ".join(card.partner.contribution_labels),
        path=request.path,
        data=organisation_data(card),
    )
    parts = parts_of(card.partner)
    if parts:
        keep(request, seconds=PARTS_S, until=next_midnight())
    speaks = [native_name(code) for code in card.partner.languages]
    trail = [{"title": _("Partners"), "url": reverse("partners:directory_show")}]
    context = {"card": card, "speaks": speaks, "parts": parts, "trail": trail, "metadata": metadata}
    return render(request, "partners/partner.html", context)
