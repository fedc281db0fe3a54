"""Every public figure as one flat list: the file that anybody may take away, and how each number is counted.

The figures come from the functions that the pages and the API ask, so that all of them always agree.
"""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Count
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from codora.campaigns.queries import public_board
from codora.insights.countries import countries_taking_part
from codora.insights.models import FinishDay
from codora.insights.pledges import PledgeFigures, pledge_figures
from codora.insights.queries import COUNTED, hosting, participation, progress_of
from codora.partners.models import Partner
from codora.partners.queries.mentoring import mentor_figures

LICENCE = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}


@dataclass(frozen=True)
class Figure:
    """`key` says for what (`by`) the number is; both are empty for a sum. `day`: of what a day brought."""

    figure: str
    by: str
    key: str
    day: date | None
    value: int


HOW: dict[str, Promise] = {
    "hours": _("Hours of coding finished for the first time in a browser, without what waits for a check."),
    "hours_held": _("Hours that wait for a person’s check, and do not count yet."),
    "level_opened": _("Browsers that opened a level, each once a month."),
    "level_solved": _("Browsers that solved a level, each once a month."),
    "hosts": _("Schools, clubs and others who host an hour in a campaign, and confirmed it by mail."),
    "participants": _("People whom these hosts expect; nobody counts them afterwards."),
    "campaign_goal": _("What a campaign wants to reach."),
    "campaign_reached": _("How far it is with that."),
    "partners": _("Organisations in the directory."),
    "mentors": _("Adults whose offer to mentor stands now."),
    "mentors_found": _("Schools and clubs that found a mentor here."),
    "pledges": _("Public pledges of partners. By country: those that name it."),
    "pledges_met": _("Pledges of which every target is met."),
    "pledged": _("What the pledges come to, by unit."),
    "pledged_reached": _("How much of it is reached: counted here, or reported and accepted with evidence."),
}
"""Figure → how it is counted."""


def all_figures() -> list[Figure]:
    pledges = pledge_figures()
    return [*_hours(), *_campaigns(), *_countries(pledges), *_partners(), *_pledges(pledges)]


def _hours() -> Iterator[Figure]:
    counted = participation()
    yield Figure("hours", "", "", None, counted.hours)
    yield Figure("hours_held", "", "", None, counted.held)
    days = FinishDay.objects.values_list("day").annotate(hours=COUNTED).order_by("day")
    yield from (Figure("hours", "day", day.isoformat(), day, hours) for day, hours in days if hours)
    yield from (Figure("hours", "language", each.code, None, each.hours) for each in counted.languages)
    for each in counted.levels:
        level = f"{each.activity}/{each.level}"
        yield Figure("level_opened", "level", level, None, each.started)
        yield Figure("level_solved", "level", level, None, each.won)


def _campaigns() -> Iterator[Figure]:
    for card in public_board(timezone.now()).cards:
        if card.shown is None:
            continue
        name = f"{card.campaign.slug}/{card.shown.edition.year}"
        hosted = hosting(card.shown.edition)
        yield Figure("hosts", "campaign", name, None, hosted.hosts)
        yield Figure("participants", "campaign", name, None, hosted.participants)
        for country in hosted.countries:
            yield Figure("hosts", "campaign_country", f"{name}/{country.code}", None, country.hosts)
        for goal in progress_of(card.shown.edition, hosted):
            yield Figure("campaign_goal", "campaign_measure", f"{name}/{goal.measure}", None, goal.goal)
            yield Figure("campaign_reached", "campaign_measure", f"{name}/{goal.measure}", None, goal.reached)


def _countries(pledges: PledgeFigures) -> Iterator[Figure]:
    for country in countries_taking_part(pledges):
        yield Figure("hosts", "country", country.code, None, country.hosts)
        yield Figure("partners", "country", country.code, None, country.partners)
        yield Figure("pledges", "country", country.code, None, country.pledges)


def _partners() -> Iterator[Figure]:
    listed = Partner.objects.filter(live=True).order_by()
    yield Figure("partners", "", "", None, listed.count())
    for kind, number in listed.values_list("kind").annotate(Count("pk")).order_by("kind"):
        yield Figure("partners", "kind", kind, None, number)
    mentors = mentor_figures()
    yield Figure("mentors", "", "", None, mentors.offers)
    yield Figure("mentors_found", "", "", None, mentors.matches)


def _pledges(figures: PledgeFigures) -> Iterator[Figure]:
    yield Figure("pledges", "", "", None, figures.pledges)
    yield Figure("pledges_met", "", "", None, figures.met)
    for country in figures.countries:
        yield Figure("pledges_met", "country", country.code, None, country.met)
    for unit in figures.units:
        yield Figure("pledged", "unit", unit.unit, None, unit.pledged)
        yield Figure("pledged_reached", "unit", unit.unit, None, unit.reached)


def as_csv(figures: list[Figure]) -> str:
    """RFC 4180. Every word in it is a slug, a code or a date: nothing that a spreadsheet would run."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(field.name for field in fields(Figure))
    writer.writerows(asdict(figure).values() for figure in figures)
    return file.getvalue()


def as_json(figures: list[Figure]) -> str:
    return json.dumps([asdict(figure) for figure in figures], default=str)


def description(address: str) -> dict[str, Any]:
    """Of the files below `address`: a Frictionless Data Package, version 1."""
    columns = {
        "figure": ("string", " ".join(f"{name}: {how}" for name, how in HOW.items())),
        "by": ("string", "What the key names; empty: the number is a sum."),
        "key": (
            "string",
            "A language (BCP 47), a country (ISO 3166-1), a slug; slashes between parts.",
        ),
        "day": ("date", "In UTC, where the number is of one day."),
        "value": ("integer", "The number."),
    }
    schema = {
        "fields": [
            {"name": name, "type": kind, "description": text} for name, (kind, text) in columns.items()
        ]
    }
    return {
        "name": "codora-figures",
        "title": settings.WAGTAIL_SITE_NAME,
        "homepage": f"{settings.BASE_URL}/en/figures/",
        "licenses": [LICENCE],
        "resources": [
            {"name": "figures", "path": f"{address}data.csv", "mediatype": "text/csv", "schema": schema},
            {"name": "figures-json", "path": f"{address}data.json", "mediatype": "application/json"},
        ],
    }
