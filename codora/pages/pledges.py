"""The public pages of pledges and coalitions: they show what `codora.insights.pledges` counts."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from codora.campaigns.pledges.models import Coalition, CoalitionText
from codora.campaigns.pledges.queries import counted_pledges, public_pledges, published_coalitions
from codora.core.languages import ENGLISH, native_name, reader_language, shown_language
from codora.core.metadata import interface_page
from codora.core.page_cache.policy import keep, next_midnight
from codora.insights.pledges import coalition_progress, figures_of, pledges_matching, progress_of_pledges
from codora.insights.queries import FIGURES_S
from codora.pages.pledge_filter import PledgeFilter
from codora.pages.structured_data import coalition_data, pledge_data
from codora.partners.models import Partner
from codora.partners.page_parts import Part
from codora.places.queries import country_name

A_PAGE = 24
MOST_OF_A_PARTNER = 12


@dataclass(frozen=True)
class CoalitionCard:
    """A coalition in the reader's language, else in English, else in one that it has; None: no words yet."""

    coalition: Coalition
    text: CoalitionText | None

    @property
    def country(self) -> str:
        return country_name(self.coalition.country_id, shown_language())


@require_safe
def list_pledges(request: HttpRequest) -> HttpResponse:
    """`/pledges/`: `form`, `page` of a Paginator of PledgeProgress, `figures` of all found, `coalitions`."""
    _keep(request)
    form = PledgeFilter(request.GET)
    found = pledges_matching(form.chosen)
    context = {
        "form": form,
        "page": Paginator(found, A_PAGE).get_page(form.page_number),
        "figures": figures_of(found),
        "coalitions": [card_of(coalition) for coalition in published_coalitions()],
        "metadata": interface_page(
            title=_("Pledges"),
            description=_("What partners promise to do, in numbers and by a day, and how far they are."),
            path=request.path,
        ),
    }
    return render(request, "pages/pledges/list.html", context)


@require_safe
def show_pledge(request: HttpRequest, pk: int) -> HttpResponse:
    """`/pledges/<pk>/`: `found`, a PledgeProgress; `countries`, their names; `language`, of its words."""
    _keep(request)
    pledge = get_object_or_404(public_pledges(), pk=pk)
    found = progress_of_pledges([pledge])[0]
    context = {
        "found": found,
        "language": native_name(pledge.language),
        "trail": _trail(),
        "metadata": interface_page(
            title=pledge.title,
            description=Truncator(" ".join(pledge.text.split())).chars(160),
            path=request.path,
            data=pledge_data(found),
        ),
    }
    return render(request, "pages/pledges/pledge.html", context)


@require_safe
def show_coalition(request: HttpRequest, slug: str) -> HttpResponse:
    """`/pledges/coalitions/<slug>/`: `card`, `members` that are listed, `pledges` and their `figures`."""
    _keep(request)
    card = card_of(get_object_or_404(published_coalitions(), slug=slug))
    pledges = coalition_progress(card.coalition)
    name, lead = card.coalition.name, card.text.lead if card.text else card.country
    context = {
        "card": card,
        "trail": _trail(),
        "members": card.coalition.members.filter(live=True),
        "pledges": pledges,
        "figures": figures_of(pledges),
        "metadata": interface_page(
            title=name, description=lead, path=request.path, data=coalition_data(card.coalition, lead)
        ),
    }
    return render(request, "pages/pledges/coalition.html", context)


def part_of_partner(partner: Partner, **_: Any) -> Part | None:
    """For the page of a partner: the newest of its pledges."""
    found = progress_of_pledges(counted_pledges(partner=partner.slug)[:MOST_OF_A_PARTNER])
    return Part("pages/pledges/of_partner.html", found) if found else None


def card_of(coalition: Coalition) -> CoalitionCard:
    texts = {text.language: text for text in coalition.texts.all()}
    best = texts.get(reader_language()) or texts.get(ENGLISH) or next(iter(texts.values()), None)
    return CoalitionCard(coalition, best)


def _keep(request: HttpRequest) -> None:
    """Figures may be a minute old; at midnight a pledge may be overdue."""
    keep(request, seconds=FIGURES_S, until=next_midnight())


def _trail() -> list[dict[str, str]]:
    """What lies between home and a pledge or a coalition."""
    return [{"title": _("Pledges"), "url": reverse("pledge_list")}]
