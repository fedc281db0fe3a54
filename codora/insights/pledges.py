"""How far pledges are, and what they come to: every page, the dashboard and the API read it here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, prefetch_related_objects
from django.utils import timezone

from codora.campaigns.models import Edition, HostedHour
from codora.campaigns.pledges.models import (
    Coalition,
    Pledge,
    PledgeTarget,
    ProgressReport,
    Source,
    Standing,
    Unit,
)
from codora.campaigns.pledges.queries import counted_pledges, pledges_of_coalition, reports_of
from codora.campaigns.pledges.standing import standing_of_pledge, standing_of_target
from codora.core.languages import shown_language
from codora.insights.queries import hours_between
from codora.places.queries import country_name


@dataclass(frozen=True)
class PledgeFilters:
    """Empty: any. `country` is a code, `kind` a partners.Kind, `unit` a Unit, `state` a Standing.

    `partner` and `campaign` are slugs. A pledge for all of Europe is for no country.
    """

    country: str = ""
    kind: str = ""
    unit: str = ""
    state: str = ""
    partner: str = ""
    campaign: str = ""


@dataclass(frozen=True)
class TargetProgress:
    """`reached`: what the report that is right says, or what this site counted."""

    target: PledgeTarget
    reached: int
    standing: Standing

    @property
    def reports(self) -> Sequence[ProgressReport]:
        """Those that count, the right one first. A query, unless they were loaded (`load_reports`)."""
        if not hasattr(self.target, "accepted"):
            prefetch_related_objects([self.target], reports_of("reports"))
        found: Sequence[ProgressReport] = self.target.accepted  # type: ignore[attr-defined]
        return found

    @property
    def share(self) -> int:
        """Of 100, never above."""
        return min(100, 100 * self.reached // self.target.number)


@dataclass(frozen=True)
class PledgeProgress:
    """`countries` are codes; none: for all of Europe."""

    pledge: Pledge
    countries: Sequence[str]
    targets: Sequence[TargetProgress]
    standing: Standing


@dataclass(frozen=True)
class UnitFigure:
    """What was pledged and reached of a unit. Hours that everybody finished count once an edition."""

    unit: Unit
    pledged: int
    reached: int

    @property
    def share(self) -> int:
        return min(100, 100 * self.reached // self.pledged)


@dataclass(frozen=True)
class PledgeCountry:
    """Pledges that name the country; one for two countries is in both, one for all of Europe in none."""

    code: str
    pledges: int
    met: int

    @property
    def name(self) -> str:
        return country_name(self.code, shown_language())


@dataclass(frozen=True)
class PledgeFigures:
    """What pledges come to. `units` in the order of Unit, `countries` by number of pledges (most first)."""

    pledges: int = 0
    partners: int = 0
    met: int = 0
    on_the_way: int = 0
    overdue: int = 0
    for_all_of_europe: int = 0
    units: Sequence[UnitFigure] = ()
    countries: Sequence[PledgeCountry] = ()


def pledge_figures(filters: PledgeFilters | None = None) -> PledgeFigures:
    """Of all public pledges, or of those that match."""
    return figures_of(pledges_matching(filters))


def pledges_matching(filters: PledgeFilters | None = None) -> list[PledgeProgress]:
    """Public pledges, the newest first, without their reports."""
    chosen = vars(filters or PledgeFilters()).copy()
    state = chosen.pop("state")
    found = progress_of_pledges(counted_pledges(**chosen))
    return [each for each in found if not state or each.standing == state]


def load_reports(found: Iterable[PledgeProgress]) -> list[PledgeProgress]:
    """The same pledges, with the reports of their targets: one query for all of them."""
    loaded = list(found)
    targets = [each.target for pledge in loaded for each in pledge.targets]
    prefetch_related_objects(targets, reports_of("reports"))
    return loaded


def coalition_progress(coalition: Coalition) -> list[PledgeProgress]:
    """Public pledges of its members that are for its country or for all of Europe, the newest first."""
    return progress_of_pledges(pledges_of_coalition(coalition))


def progress_of_pledges(pledges: Iterable[Pledge]) -> list[PledgeProgress]:
    """`pledges` as `campaigns.pledges.queries.with_progress` gives them."""
    found = [(pledge, list(pledge.targets.all())) for pledge in pledges]
    counted = Counted.of(target for _, targets in found for target in targets)
    today = timezone.localdate()
    return [_progress_of(pledge, targets, counted, today) for pledge, targets in found]


def _progress_of(
    pledge: Pledge, targets: Sequence[PledgeTarget], counted: "Counted", today: date
) -> PledgeProgress:
    progress = [_target_progress(pledge.partner_id, target, counted, today) for target in targets]
    return PledgeProgress(
        pledge,
        [country.pk for country in pledge.countries.all()],
        progress,
        standing_of_pledge([each.standing for each in progress]),
    )


def _target_progress(partner: int, target: PledgeTarget, counted: "Counted", today: date) -> TargetProgress:
    reported: int | None = target.reported  # type: ignore[attr-defined]
    reached = counted.reached(partner, target) if target.source else reported or 0
    standing = standing_of_target(number=target.number, reached=reached, by=target.by, today=today)
    return TargetProgress(target, reached, standing)


@dataclass(frozen=True)
class Counted:
    """What this site counted: hosted hours by (edition, partner), finished hours by edition."""

    hosted: Mapping[tuple[int, int], int] = field(default_factory=dict)
    finished: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, targets: Iterable[PledgeTarget]) -> "Counted":
        editions: dict[str, dict[int, Edition]] = {Source.HOSTED: {}, Source.FINISHED: {}}
        for target in targets:
            if target.source and target.edition:
                editions[target.source][target.edition.pk] = target.edition
        return cls(
            _hosted(editions[Source.HOSTED]),
            {pk: hours_between(*each.span) for pk, each in editions[Source.FINISHED].items()},
        )

    def reached(self, partner: int, target: PledgeTarget) -> int:
        edition = target.edition_id or 0
        if target.source == Source.HOSTED:
            return self.hosted.get((edition, partner), 0)
        return self.finished.get(edition, 0)


def _hosted(editions: Mapping[int, Edition]) -> dict[tuple[int, int], int]:
    """Hours of partners, confirmed and begun by now: nobody has taught an hour that is yet to come."""
    if not editions:
        return {}
    hours = HostedHour.objects.filter(
        edition__in=editions, partner__isnull=False, confirmed_at__isnull=False, starts_at__lte=timezone.now()
    )
    rows = hours.order_by().values_list("edition", "partner").annotate(Count("pk"))
    return {(edition, partner): number for edition, partner, number in rows if partner}


def figures_of(found: Sequence[PledgeProgress]) -> PledgeFigures:
    """What these pledges come to."""
    standings = Counter(each.standing for each in found)
    return PledgeFigures(
        pledges=len(found),
        partners=len({each.pledge.partner_id for each in found}),
        met=standings[Standing.MET],
        on_the_way=standings[Standing.ON_THE_WAY],
        overdue=standings[Standing.OVERDUE],
        for_all_of_europe=sum(not each.countries for each in found),
        units=_units(found),
        countries=_countries(found),
    )


def _units(found: Iterable[PledgeProgress]) -> list[UnitFigure]:
    pledged: Counter[str] = Counter()
    reached: Counter[str] = Counter()
    shared: set[tuple[object, ...]] = set()
    for partner, each in ((row.pledge.partner_id, each) for row in found for each in row.targets):
        target = each.target
        pledged[target.unit] += target.number
        what = _what_is_counted(target, partner)
        if what not in shared:
            reached[target.unit] += each.reached
        if target.source:
            shared.add(what)
    return [UnitFigure(unit, pledged[unit], reached[unit]) for unit in Unit if pledged[unit]]


def _what_is_counted(target: PledgeTarget, partner: int) -> tuple[object, ...]:
    """The same for two targets of a unit that count the same hours."""
    return target.source, target.unit, target.edition_id, partner if target.source == Source.HOSTED else None


def _countries(found: Iterable[PledgeProgress]) -> list[PledgeCountry]:
    pledges: Counter[str] = Counter()
    met: Counter[str] = Counter()
    for each in found:
        pledges.update(each.countries)
        if each.standing == Standing.MET:
            met.update(each.countries)
    countries = [PledgeCountry(code, number, met[code]) for code, number in pledges.items()]
    return sorted(countries, key=lambda country: (-country.pledges, country.code))
