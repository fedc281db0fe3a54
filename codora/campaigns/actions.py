"""Loading campaigns from content/campaigns, without ever overwriting what staff changed on the site."""

import json
from pathlib import Path

from django.db import transaction

from codora.campaigns.files import CampaignFolder, read_campaign
from codora.campaigns.loading import Part, Values, parts_of
from codora.campaigns.models import Campaign, LoadedPart
from codora.core.files import ContentError, name_of
from codora.core.loading import LoadReport
from codora.core.texts import digest
from codora.places.models import Country


@transaction.atomic
def load_campaigns(folder: Path) -> LoadReport:
    """Stores what is new, or changed in the files since it was loaded.

    All or nothing; raises ContentError. Countries must be loaded before. What staff made, changed or deleted
    is left alone, and so is a translation that lacks text. What is no longer in the files stays.
    """
    report = LoadReport()
    for file in sorted(folder.glob("*/campaign.yaml")):
        _load(read_campaign(file.parent), report)
    return report


def _load(found: CampaignFolder, report: LoadReport) -> None:
    _check_countries(found)
    for language, missing in found.incomplete.items():
        name = name_of(found.path / f"text.{language}.yaml")
        report.left_alone.append(f"{name}: not shown yet, it lacks {', '.join(missing)}")
    if not _is_deleted(found.slug):
        for part in parts_of(found):
            _load_part(part, found, report)


def _load_part(part: Part, found: CampaignFolder, report: LoadReport) -> None:
    loaded = LoadedPart.objects.filter(key=part.key).first()
    wanted = _digest(part.values)
    if loaded and loaded.digest == wanted:
        return
    if did := _what_an_editor_did(part.stored(), loaded):
        report.left_alone.append(f"{name_of(found.path)}: an editor {did} {part.key}")
        return
    part.write()
    LoadedPart.objects.update_or_create(key=part.key, defaults={"digest": wanted})
    report.changed.append(part.key)


def _what_an_editor_did(stored: Values | None, loaded: LoadedPart | None) -> str:
    if loaded is None:
        return "" if stored is None else "made"
    if stored is None:
        return "deleted"
    return "" if _digest(stored) == loaded.digest else "changed"


def _is_deleted(slug: str) -> bool:
    is_known = LoadedPart.objects.filter(key=slug).exists()
    return is_known and not Campaign.objects.filter(slug=slug).exists()


def _check_countries(found: CampaignFolder) -> None:
    known = {"", *Country.objects.values_list("code", flat=True)}
    for year, edition in found.facts.editions.items():
        for special in edition.special:
            if special.country not in known:
                reason = f"editions.{year}.special: the country {special.country} is not in countries.yaml."
                raise ContentError(found.path / "campaign.yaml", reason)


def _digest(values: Values) -> str:
    return digest(json.dumps(values, sort_keys=True, default=str))
