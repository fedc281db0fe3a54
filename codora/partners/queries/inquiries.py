"""Reading what came in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from codora.accounts.models import User
from codora.core.languages import shown_language
from codora.partners.models import CLOSED, Inquiry, State
from codora.places.queries import country_name


@dataclass(frozen=True)
class StateFigures:
    """`oldest_days`: since something last happened with the one that waits longest."""

    label: str
    number: int
    overdue: int
    oldest_days: int | None


@dataclass(frozen=True)
class CountryFigures:
    """`numbers` in the order of State."""

    name: str
    numbers: list[int]


def overdue_inquiries() -> QuerySet[Inquiry]:
    """Those whose next step should have been taken by now."""
    return Inquiry.objects.exclude(state__in=CLOSED).filter(next_on__lt=timezone.localdate())


def new_inquiries() -> QuerySet[Inquiry]:
    return Inquiry.objects.filter(state=State.NEW)


def staff_for_inquiries() -> QuerySet[User]:
    """Who is told when somebody gets in touch."""
    people: QuerySet[User] = User.objects.filter(
        Q(is_superuser=True)
        | Q(
            groups__permissions__codename="change_inquiry",
            groups__permissions__content_type__app_label="partners",
        ),
        is_active=True,
    )
    return people.distinct()


def figures_by_state() -> list[StateFigures]:
    """In the order of State. What is listed or declined has no next step, and so is never overdue."""
    counted = (
        Inquiry.objects.order_by()
        .values("state")
        .annotate(
            number=Count("pk"),
            overdue=Count("pk", filter=Q(next_on__lt=timezone.localdate())),
            oldest=Min("changed_at"),
        )
    )
    rows: dict[str, dict[str, Any]] = {row["state"]: {**row} for row in counted}
    return [_state_figures(state, **rows.get(state, {})) for state in State]


def _state_figures(
    at: State, *, number: int = 0, overdue: int = 0, oldest: datetime | None = None, **_: Any
) -> StateFigures:
    return StateFigures(
        label=str(at.label),
        number=number,
        overdue=0 if at in CLOSED else overdue,
        oldest_days=(timezone.now() - oldest).days if oldest else None,
    )


def figures_by_country() -> list[CountryFigures]:
    """Countries from which somebody got in touch, by name."""
    found: dict[str, dict[str, int]] = {}
    rows = Inquiry.objects.order_by().values_list("country", "state").annotate(number=Count("pk"))
    for country, state, number in rows:
        found.setdefault(country, {})[state] = number
    return sorted(_country_figures(found), key=lambda row: row.name)


def _country_figures(found: dict[str, dict[str, int]]) -> Iterator[CountryFigures]:
    for country, numbers in found.items():
        yield CountryFigures(
            country_name(country, shown_language()), [numbers.get(state, 0) for state in State]
        )
