"""Pledges and how far they are, for programs."""

from datetime import date, datetime

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import BaseModel, Field

from codora.campaigns.pledges.models import ProgressReport, Standing, Unit
from codora.campaigns.pledges.queries import public_pledges
from codora.core.api.schemas import Country, Page, PageQuestion, Question, Slug, page_of, url_of
from codora.core.page_cache.policy import keep, next_midnight
from codora.insights.pledges import (
    PledgeFilters,
    PledgeProgress,
    TargetProgress,
    load_reports,
    pledges_matching,
    progress_of_pledges,
)
from codora.insights.queries import FIGURES_S
from codora.partners.models import Kind

router = Router(tags=["Pledges"])


class PledgeQuestion(PageQuestion):
    country: Country | None = Field(None, description="That name this country (ISO 3166-1 alpha-2).")
    kind: Kind | None = Field(None, description="Of partners of this kind.")
    unit: Unit | None = Field(None, description="That count this.")
    state: Standing | None = Field(None, description="That stand there now.")
    partner: Slug | None = Field(None, description="Of the partner with this slug.")
    campaign: Slug | None = Field(None, description="For the campaign with this slug.")


class ReportOut(BaseModel):
    """The text is in the language of the pledge."""

    day: date = Field(description="On which it was so.")
    number: int = Field(description="Reached in all by that day.")
    text: str = Field(description="The evidence: what was done, where, and how it was counted.")
    link: str = Field(description="Where others can see it; may be empty.")


class TargetOut(BaseModel):
    unit: Unit = Field(description="What is counted.")
    number: int = Field(description="How many were pledged.")
    reached: int = Field(description="How many it is now.")
    by: date = Field(description="The last day.")
    state: Standing = Field(description="Where it stands today.")
    counted_here: bool = Field(description="Whether this site counts it; else the partner reports it.")
    reports: list[ReportOut] = Field(description="What the partner reported and staff accepted.")


class PledgeOut(BaseModel):
    id: int = Field(description="Its number in addresses; does not change.")
    url: str = Field(description="Its page.")
    partner: str = Field(description="Slug of the partner who pledges.")
    title: str = Field(description="What it is called.")
    text: str = Field(description="What the partner will do; empty lines part the paragraphs.")
    language: str = Field(description="Language of title, text and reports, the only one it has (BCP 47).")
    countries: list[str] = Field(description="For which it is (ISO 3166-1 alpha-2); empty: all of Europe.")
    campaign: str | None = Field(description="Slug of the campaign that it is for.")
    accepted_at: datetime | None = Field(description="Since when it is public.")
    state: Standing = Field(description="Where it stands today.")
    targets: list[TargetOut] = Field(description="What it promises, the soonest first.")


@router.get("", response=Page[PledgeOut], summary="List pledges")
def list_pledges(request: HttpRequest, asked: Query[PledgeQuestion]) -> object:
    """What partners promise to do, in numbers and by a day, and how far they are; the newest first."""
    _keep(request)
    names = ("country", "kind", "unit", "partner", "campaign")
    chosen = {name: getattr(asked, name) or "" for name in names}
    if asked.state:  # known only when all are counted
        found = pledges_matching(PledgeFilters(**chosen, state=asked.state))
        return page_of(found, asked, request, _pledge, prepare=load_reports)
    return page_of(public_pledges(**chosen), asked, request, _pledge, prepare=progress_of_pledges)


@router.get("/{int:id}", response=PledgeOut, summary="Show a pledge")
def show_pledge(request: HttpRequest, id: int, asked: Query[Question]) -> object:
    """One pledge."""
    _keep(request)
    [found] = progress_of_pledges([get_object_or_404(public_pledges(), pk=id)])
    return _pledge(found)


def _pledge(found: PledgeProgress) -> PledgeOut:
    pledge = found.pledge
    campaign = pledge.campaign if pledge.campaign and pledge.campaign.is_published else None
    return PledgeOut(
        id=pledge.pk,
        url=url_of("pledge_show", pledge.pk),
        partner=pledge.partner.slug,
        title=pledge.title,
        text=pledge.text,
        language=pledge.language,
        countries=sorted(country.pk for country in pledge.countries.all()),
        campaign=campaign.slug if campaign else None,
        accepted_at=pledge.accepted_at,
        state=found.standing,
        targets=[_target(each) for each in found.targets],
    )


def _target(each: TargetProgress) -> TargetOut:
    return TargetOut(
        unit=Unit(each.target.unit),
        number=each.target.number,
        reached=each.reached,
        by=each.target.by,
        state=each.standing,
        counted_here=bool(each.target.source),
        reports=[] if each.target.source else [_report(report) for report in each.reports],
    )


def _report(report: ProgressReport) -> ReportOut:
    return ReportOut(day=report.day, number=report.number, text=report.text, link=report.link)


def _keep(request: HttpRequest) -> None:
    """Figures may be a minute old; at midnight a pledge may be overdue."""
    keep(request, seconds=FIGURES_S, until=next_midnight())
