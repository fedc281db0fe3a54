"""Who can help whom, and how many do."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q

from codora.accounts.models import User
from codora.partners.models import Introduction, MentorOffer, MentorRequest
from codora.places.gazetteer import distance_km

MOST_OPEN = 2
"""So many questions at one time a mentor gets."""
FURTHEST_KM = 10**6


@dataclass(frozen=True)
class Candidate:
    """`km`: how far they would travel; None: they help online."""

    offer: MentorOffer
    km: int | None


@dataclass(frozen=True)
class MentorFigures:
    """Of offers that stand now; `matches` ever."""

    offers: int
    languages: int
    countries: int
    matches: int


def standing_offers() -> Any:
    """Confirmed, and not paused."""
    return MentorOffer.objects.exclude(confirmed_at=None).filter(paused_at=None)


def candidates_for(request: MentorRequest) -> list[Candidate]:
    """Who may be asked, who waited longest first, then who is nearest."""
    open_now = Count("introductions", filter=Q(introductions__answer=Introduction.Answer.OPEN))
    free = standing_offers().annotate(open_now=open_now).filter(open_now__lt=MOST_OPEN)
    free = free.exclude(introductions__request=request).exclude(email__iexact=request.email)
    found = _suited(request, free.order_by(F("asked_at").asc(nulls_first=True), "pk"))
    return sorted(found, key=_turn)


def _suited(request: MentorRequest, offers: Any) -> Iterator[Candidate]:
    for offer in offers:
        if request.help in offer.help and set(offer.languages) & set(request.languages):
            candidate = Candidate(offer, _km(offer, request))
            if candidate.km is not None or (offer.is_online and request.is_online):
                yield candidate


def _km(offer: MentorOffer, request: MentorRequest) -> int | None:
    home, school = offer.place, request.place
    if not (home and school and offer.radius_km):
        return None
    km = distance_km(home, school)
    return round(km) if km <= offer.radius_km else None


def _turn(candidate: Candidate) -> tuple[Any, ...]:
    asked = candidate.offer.asked_at
    km = FURTHEST_KM if candidate.km is None else candidate.km
    return (asked is not None, asked.timestamp() if asked else 0, km)


def mentor_figures() -> MentorFigures:
    offers = list(standing_offers().values_list("languages", "country"))
    return MentorFigures(
        offers=len(offers),
        languages=len({code for languages, _ in offers for code in languages}),
        countries=len({country for _, country in offers}),
        matches=MentorRequest.objects.filter(state=MentorRequest.State.MATCHED).count(),
    )


def export_of_mentor(user: User, **_: Any) -> dict[str, Any]:
    """For the export of an account: what the person offered, or asked for, under the same address."""
    facts = ("organisation", "person", "town", "country", "message", "languages", "help", "created_at")
    return {
        "mentor_offers": list(MentorOffer.objects.filter(email__iexact=user.email).values(*facts)),
        "mentor_requests": list(MentorRequest.objects.filter(email__iexact=user.email).values(*facts)),
    }
