"""Loading countries and towns from content/places."""

from pathlib import Path
from typing import Annotated
from zoneinfo import available_timezones

import msgspec
from django.db import transaction

from codora.core.files import ContentError, read_as
from codora.core.languages import ENGLISH
from codora.core.loading import store
from codora.core.page_cache.generations import bump
from codora.places.models import Country, Town

Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]
CountryCode = Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]


class CountryEntry(msgspec.Struct, forbid_unknown_fields=True):
    code: CountryCode
    languages: Annotated[list[str], msgspec.Meta(min_length=1)]
    zone: str


class TownEntry(msgspec.Struct, forbid_unknown_fields=True):
    slug: Annotated[str, msgspec.Meta(pattern="^[a-z]+$")]
    country: CountryCode
    latitude: Latitude
    longitude: Longitude
    names: dict[str, str]
    house: Town.House


@transaction.atomic
def load_places(folder: Path) -> list[str]:
    """Stores countries.yaml and towns.yaml; the codes and slugs of what changed. Raises ContentError."""
    countries = read_as(list[CountryEntry], folder / "countries.yaml")
    towns = read_as(list[TownEntry], folder / "towns.yaml")
    _check_zones(folder / "countries.yaml", countries)
    _check(folder / "towns.yaml", towns, countries={country.code for country in countries})
    changed = []
    for country in countries:
        values = {"languages": country.languages, "zone": country.zone}
        _, is_changed = store(Country, key={"code": country.code}, values=values)
        changed += [country.code] * is_changed
    for town in towns:
        values = msgspec.structs.asdict(town)
        values["country_id"] = values.pop("country")
        _, is_changed = store(Town, key={"slug": values.pop("slug")}, values=values)
        changed += [town.slug] * is_changed
    if changed:
        bump("places")
    return changed


def _check_zones(file: Path, countries: list[CountryEntry]) -> None:
    for country in countries:
        if country.zone not in available_timezones():
            reason = f"{country.code}: {country.zone} is no time zone, such as Europe/Tallinn."
            raise ContentError(file, reason)


def _check(file: Path, towns: list[TownEntry], *, countries: set[str]) -> None:
    seen: set[str] = set()
    for town in towns:
        if town.slug in seen:
            raise ContentError(file, f"the town {town.slug} is there twice.")
        if town.country not in countries:
            raise ContentError(file, f"{town.slug}: the country {town.country} is not in countries.yaml.")
        if ENGLISH not in town.names:
            raise ContentError(file, f"{town.slug}: names.{ENGLISH} is missing.")
        seen.add(town.slug)
