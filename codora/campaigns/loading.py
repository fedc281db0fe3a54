"""The parts of a campaign that the loader compares and stores: its facts, each edition, each language."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import time
from typing import Any

from codora.campaigns.files import FORMATTED, PLAIN, CampaignFolder, EditionEntry, rich_text
from codora.campaigns.models import Campaign, CampaignText, Edition, SpecialPeriod, Target
from codora.core.texts import TextFile

Values = dict[str, Any]
EDITORS_KEYS = re.compile(r' data-block-key="[^"]*"')
"""Wagtail's editor marks blocks with them when a form is saved, though nobody changed a word."""


@dataclass(frozen=True)
class Part:
    """`values` are what the file says, `stored` what the database has (None: nothing)."""

    key: str
    values: Values
    stored: Callable[[], Values | None]
    write: Callable[[], Any]


def parts_of(found: CampaignFolder) -> Iterator[Part]:
    """The campaign itself first."""
    yield _facts(found)
    for year, entry in found.facts.editions.items():
        yield _edition(found.slug, year, entry)
    for language, words in found.texts.items():
        yield _text(found.slug, language, words)


def _facts(found: CampaignFolder) -> Part:
    facts = found.facts
    values = {
        "position": facts.position,
        "is_published": facts.published,
        "hashtag": facts.hashtag,
        "website": facts.website,
    }
    rows = Campaign.objects.filter(slug=found.slug)
    return Part(
        found.slug,
        values,
        lambda: rows.values(*values).first(),
        lambda: Campaign.objects.update_or_create(slug=found.slug, defaults=values),
    )


def _text(slug: str, language: str, words: TextFile) -> Part:
    values = {
        "review": words.review,
        **{key: words.texts[key] for key in PLAIN},
        **{key: rich_text(words.texts[key]) for key in FORMATTED},
    }

    def stored() -> Values | None:
        row = CampaignText.objects.filter(campaign__slug=slug, language=language).values(*values).first()
        return row and {key: EDITORS_KEYS.sub("", value) for key, value in row.items()}

    def write() -> None:
        campaign = Campaign.objects.get(slug=slug)
        CampaignText.objects.update_or_create(campaign=campaign, language=language, defaults=values)

    return Part(f"{slug} in {language}", values, stored, write)


def _edition(slug: str, year: int, entry: EditionEntry) -> Part:
    days = {
        "soon_from": entry.soon,
        "first_day": entry.first,
        "opens_at": time.fromisoformat(entry.opens),
        "last_day": entry.last,
        "thanks_until": entry.thanks,
    }
    special = [
        {
            "country_id": each.country or None,
            "audience": each.audience.value if each.audience else "",
            "soon_from": each.soon,
            "first_day": each.first,
            "opens_at": time.fromisoformat(each.opens),
            "last_day": each.last,
        }
        for each in entry.special
    ]
    targets = {measure.value: goal for measure, goal in entry.targets.items()}

    def stored() -> Values | None:
        edition = Edition.objects.filter(campaign__slug=slug, year=year).first()
        return edition and {
            **{name: getattr(edition, name) for name in days},
            "special": _sorted(edition.special_periods.values(*SPECIAL_FIELDS)),
            "targets": dict(edition.targets.values_list("measure", "goal")),
        }

    def write() -> None:
        campaign = Campaign.objects.get(slug=slug)
        edition, _ = Edition.objects.update_or_create(campaign=campaign, year=year, defaults=days)
        edition.special_periods.all().delete()
        edition.targets.all().delete()
        for values in special:
            SpecialPeriod.objects.create(edition=edition, **values)
        for measure, goal in targets.items():
            Target.objects.create(edition=edition, measure=measure, goal=goal)

    return Part(f"{slug} {year}", {**days, "special": _sorted(special), "targets": targets}, stored, write)


SPECIAL_FIELDS = ("country_id", "audience", "soon_from", "first_day", "opens_at", "last_day")


def _sorted(special: Any) -> list[Values]:
    return sorted(special, key=lambda each: (each["country_id"] or "", each["audience"]))
