"""Figures, for programs: the same functions that the pages ask."""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router
from pydantic import BaseModel, Field

from codora.campaigns.models import Measure
from codora.campaigns.pledges.models import Unit
from codora.campaigns.queries import CampaignCard, public_board
from codora.core.api.schemas import Question, url_of
from codora.core.page_cache.policy import keep, next_midnight
from codora.insights.pledges import PledgeFigures, pledge_figures
from codora.insights.queries import FIGURES_S, Participation, hosting, participation, progress_of

router = Router(tags=["Figures"])


class DayOut(BaseModel):
    day: date = Field(description="In UTC.")
    hours: int = Field(description="Hours finished on it.")


class LanguageHoursOut(BaseModel):
    language: str = Field(description="In which the activity was done (BCP 47).")
    hours: int = Field(description="Hours finished in it, ever.")


class LevelCountOut(BaseModel):
    activity: str = Field(description="Slug of the activity.")
    level: str = Field(description="Slug of the level.")
    opened: int = Field(description="Browsers that opened it, each once a month.")
    solved: int = Field(description="Browsers that solved it, each once a month.")


class ParticipationOut(BaseModel):
    """How hours are counted, and what the figures cannot tell, stands on the page of figures."""

    hours: int = Field(description="Hours of coding finished here, ever.")
    held: int = Field(description="Hours that wait for a person's check, and do not count yet.")
    days: list[DayOut] = Field(description="The last 30 days, the oldest first.")
    languages: list[LanguageHoursOut] = Field(description="Most hours first.")
    levels: list[LevelCountOut] = Field(description="In the order of their activity.")


class CountryHostsOut(BaseModel):
    country: str = Field(description="ISO 3166-1 alpha-2.")
    hosts: int = Field(description="Confirmed hosts there.")


class GoalOut(BaseModel):
    measure: Measure = Field(description="What is counted.")
    goal: int = Field(description="How many the campaign wants.")
    reached: int = Field(description="How many there are.")


class CampaignFiguresOut(BaseModel):
    """Of the edition that the campaign shows now."""

    campaign: str = Field(description="Slug of the campaign.")
    year: int = Field(description="Of the edition.")
    hosts: int = Field(description="Confirmed hosts of an hour.")
    participants: int = Field(description="People whom they expect.")
    countries: list[CountryHostsOut] = Field(description="Most hosts first.")
    goals: list[GoalOut] = Field(description="What the campaign wants to reach, and how far it is.")


class UnitFiguresOut(BaseModel):
    unit: Unit = Field(description="What is counted.")
    pledged: int = Field(description="How many were pledged.")
    reached: int = Field(description="How many it is now.")


class CountryFiguresOut(BaseModel):
    country: str = Field(description="ISO 3166-1 alpha-2.")
    pledges: int = Field(description="Pledges that name it.")
    met: int = Field(description="Those of them that are met.")


class PledgeFiguresOut(BaseModel):
    pledges: int = Field(description="Public pledges.")
    partners: int = Field(description="Partners who made them.")
    met: int = Field(description="Pledges that are met.")
    on_the_way: int = Field(description="Pledges whose day is yet to come.")
    overdue: int = Field(description="Pledges whose day has passed, and which are not met.")
    for_all_of_europe: int = Field(description="Pledges that name no country.")
    units: list[UnitFiguresOut] = Field(description="What the pledges come to.")
    countries: list[CountryFiguresOut] = Field(description="Most pledges first.")


class FiguresOut(BaseModel):
    url: str = Field(description="The page of figures, which says how they are counted.")
    updated_at: datetime | None = Field(description="When hours were last counted; null: never yet.")
    participation: ParticipationOut = Field(description="Hours finished.")
    campaigns: list[CampaignFiguresOut] = Field(description="Of every campaign that has dates.")
    pledges: PledgeFiguresOut = Field(description="What partners promised, and how far it is.")


@router.get("", response=FiguresOut, summary="Show all figures")
def show_figures(request: HttpRequest, asked: Query[Question]) -> object:
    """Every public figure, at most a minute old. None of them is about a person."""
    board = public_board(timezone.now())
    keep(request, seconds=FIGURES_S, until=min(board.right_until, next_midnight()))
    counted = participation()
    return FiguresOut(
        url=url_of("insights:figures_show"),
        updated_at=counted.updated,
        participation=_participation(counted),
        campaigns=[figures for card in board.cards if (figures := _campaign(card))],
        pledges=_pledges(pledge_figures()),
    )


def _participation(counted: Participation) -> ParticipationOut:
    return ParticipationOut(
        hours=counted.hours,
        held=counted.held,
        days=[DayOut(day=each.date, hours=each.hours) for each in counted.days],
        languages=[LanguageHoursOut(language=each.code, hours=each.hours) for each in counted.languages],
        levels=[
            LevelCountOut(activity=each.activity, level=each.level, opened=each.started, solved=each.won)
            for each in counted.levels
        ],
    )


def _campaign(card: CampaignCard) -> CampaignFiguresOut | None:
    if card.shown is None:
        return None
    edition = card.shown.edition
    hosted = hosting(edition)
    return CampaignFiguresOut(
        campaign=card.campaign.slug,
        year=edition.year,
        hosts=hosted.hosts,
        participants=hosted.participants,
        countries=[CountryHostsOut(country=each.code, hosts=each.hosts) for each in hosted.countries],
        goals=[
            GoalOut(measure=each.measure, goal=each.goal, reached=each.reached)
            for each in progress_of(edition, hosted)
        ],
    )


def _pledges(figures: PledgeFigures) -> PledgeFiguresOut:
    return PledgeFiguresOut(
        pledges=figures.pledges,
        partners=figures.partners,
        met=figures.met,
        on_the_way=figures.on_the_way,
        overdue=figures.overdue,
        for_all_of_europe=figures.for_all_of_europe,
        units=[
            UnitFiguresOut(unit=each.unit, pledged=each.pledged, reached=each.reached)
            for each in figures.units
        ],
        countries=[
            CountryFiguresOut(country=each.code, pledges=each.pledges, met=each.met)
            for each in figures.countries
        ],
    )
