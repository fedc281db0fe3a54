"""Reading pledges, reports and coalitions."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery

from codora.accounts.models import User
from codora.accounts.roles import Role
from codora.campaigns.models import Edition
from codora.campaigns.pledges.models import (
    Coalition,
    Pledge,
    PledgeTarget,
    ProgressReport,
    Source,
    State,
)
from codora.core.languages import ENGLISH
from codora.partners.models import Partner, Representative
from codora.partners.queries.representation import partners_of
from codora.places.models import Country


def public_pledges(**wanted: str) -> QuerySet[Pledge]:
    """Accepted pledges of listed partners, the newest first, with progress and reports.

    `wanted` as in `counted_pledges`.
    """
    return counted_pledges(**wanted).prefetch_related(reports_of("targets__reports"))


def counted_pledges(
    *, country: str = "", kind: str = "", unit: str = "", partner: str = "", campaign: str = ""
) -> QuerySet[Pledge]:
    """The same without the reports, for figures and lists. Six queries at most, however many there are.

    `kind` is that of the partner; `partner` and `campaign` are slugs.
    """
    found = Pledge.objects.filter(state=State.ACCEPTED, partner__live=True)
    wanted = {
        "countries": country,
        "partner__kind": kind,
        "targets__unit": unit,
        "partner__slug": partner,
        "campaign__slug": campaign,
    }
    for name, value in wanted.items():
        if value:
            found = found.filter(pk__in=Pledge.objects.filter(**{name: value}).values("pk"))
    return with_progress(found).order_by("-accepted_at", "-pk")


def pledges_of_coalition(coalition: Coalition) -> QuerySet[Pledge]:
    """Public ones of its members that are for its country, or for all of Europe; without reports."""
    found = Q(countries=coalition.country_id) | Q(countries=None)
    members = coalition.members.values("pk")
    return counted_pledges().filter(pk__in=Pledge.objects.filter(found, partner__in=members).values("pk"))


def with_progress(pledges: QuerySet[Pledge]) -> QuerySet[Pledge]:
    """With what `insights.pledges` counts by: `target.reported` is the number that is right, or None."""
    latest = accepted_reports().filter(target=OuterRef("pk")).values("number")[:1]
    targets = PledgeTarget.objects.select_related("edition__campaign").annotate(reported=Subquery(latest))
    return pledges.select_related("partner").prefetch_related(
        Prefetch("countries", Country.objects.only("code")),
        "campaign__texts",
        Prefetch("targets", targets.order_by("by", "pk")),
        "targets__edition__special_periods",
    )


def with_reports(pledges: QuerySet[Pledge]) -> QuerySet[Pledge]:
    """`target.accepted`: the reports that count, the one that is right first."""
    return with_progress(pledges).prefetch_related(reports_of("targets__reports"))


def reports_of(path: str) -> Prefetch[Any]:
    return Prefetch(path, accepted_reports(), to_attr="accepted")


def accepted_reports() -> QuerySet[ProgressReport]:
    """The one that is right first: that with the latest day, of one day the last written."""
    return ProgressReport.objects.filter(state=State.ACCEPTED).order_by("-day", "-pk")


def countries_with_pledges() -> list[str]:
    """Codes."""
    codes = Pledge.objects.filter(state=State.ACCEPTED, partner__live=True, countries__isnull=False)
    return list(codes.order_by("countries").values_list("countries", flat=True).distinct())


def pledges_for(user: User) -> QuerySet[Pledge]:
    """All of the partners for which the person speaks, without changes: `pledge.change` is there if any."""
    mine = Pledge.objects.filter(partner__in=partners_of(user), changes=None)
    return with_reports(mine).select_related("change").order_by("-created_at", "-pk")


def own_pledge(user: User, pk: int) -> Pledge | None:
    mine: QuerySet[Pledge] = Pledge.objects.filter(partner__in=partners_of(user), pk=pk)
    return mine.select_related("partner").first()


def pledging_partners(user: User) -> QuerySet[Partner]:
    """Those for which the person may pledge: listed ones."""
    return partners_of(user).filter(live=True)


def reportable_targets(user: User) -> QuerySet[PledgeTarget]:
    """Targets of public pledges, counted by hand, of the partners for which the person speaks."""
    mine = open_targets().filter(pledge__partner__in=partners_of(user))
    return mine.select_related("pledge__partner")


def open_targets() -> QuerySet[PledgeTarget]:
    """Those that reports can be made of."""
    found: QuerySet[PledgeTarget] = PledgeTarget.objects.filter(
        pledge__state=State.ACCEPTED, source=Source.BY_HAND
    )
    return found


def submitted_pledges() -> QuerySet[Pledge]:
    """Those that wait for staff, changes included, the one that waits longest first."""
    found: QuerySet[Pledge] = Pledge.objects.filter(state=State.SUBMITTED)
    return found.order_by("submitted_at", "pk")


def submitted_reports() -> QuerySet[ProgressReport]:
    return ProgressReport.objects.filter(state=State.SUBMITTED).order_by("created_at", "pk")


def pledges_seen_by(user: User) -> QuerySet[Pledge]:
    """In the editors' part. Drafts are their authors' own; ambassadors see those for their countries."""
    sent: QuerySet[Pledge] = Pledge.objects.exclude(state=State.DRAFT)
    if user.has_perm("campaigns.change_pledge"):
        return sent
    countries = user.role_grants.filter(role=Role.AMBASSADOR).values("scope")
    return sent.filter(pk__in=Pledge.objects.filter(countries__in=countries).values("pk"))


def published_coalitions() -> QuerySet[Coalition]:
    """With their texts and members."""
    found: QuerySet[Coalition] = Coalition.objects.filter(is_published=True)
    return found.prefetch_related("texts", "members")


def linkable_editions(today: date) -> list[Edition]:
    """Editions of published campaigns that are not over yet, the soonest first."""
    editions = Edition.objects.filter(campaign__is_published=True, campaign__texts__language=ENGLISH)
    found = editions.select_related("campaign").prefetch_related("special_periods", "campaign__texts")
    return [edition for edition in found.order_by("first_day", "pk") if edition.span[1] >= today]


def partner_hosting_as(address: str) -> Partner | None:
    """The listed partner for which the owner of this confirmed address speaks, if it is one alone."""
    found = Representative.objects.filter(
        user__email__iexact=address, user__is_active=True, partner__live=True
    ).select_related("partner")
    people = list(found[:2])
    return people[0].partner if len(people) == 1 else None


def export_of_pledges(user: User, **_: Any) -> dict[str, Any]:
    """What the person wrote for partners, for their export."""
    reports = ProgressReport.objects.filter(made_by=user)
    return {
        "pledges": list(Pledge.objects.filter(made_by=user).values("title", "text", "state", "created_at")),
        "progress_reports": list(reports.values("number", "day", "text", "link", "state", "created_at")),
    }
