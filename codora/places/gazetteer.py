"""Towns of Europe by name, with their place on the map: GeoNames, CC BY 4.0 (tools/build_gazetteer.py)."""

from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import NamedTuple

from codora.core.folding import folded

FILE = Path(__file__).parent / "gazetteer.tsv"
EARTH_KM = 6371


class Place(NamedTuple):
    """Where a town is; degrees."""

    town: str
    latitude: float
    longitude: float


def find_town(country: str, name: str) -> Place | None:
    """The town of that name, in any language that GeoNames knows; the largest of several."""
    return _towns().get((country, folded(name)))


def similar_towns(country: str, name: str, most: int = 3) -> list[str]:
    """Names of towns there that begin like this one, largest first."""
    begin = folded(name)[:3]
    places = (place for (code, key), place in _towns().items() if code == country and key.startswith(begin))
    return list(dict.fromkeys(place.town for place in places))[:most]


def distance_km(first: Place, second: Place) -> float:
    """Along the surface (haversine), good to half a percent."""
    north, south = radians(first.latitude), radians(second.latitude)
    height = sin((south - north) / 2) ** 2
    width = sin(radians(second.longitude - first.longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(height + cos(north) * cos(south) * width))


@cache
def _towns() -> dict[tuple[str, str], Place]:
    """(country, folded name) → place. Lines stand by size, so the largest town keeps a name."""
    towns: dict[tuple[str, str], Place] = {}
    with FILE.open() as lines:
        for line in lines:
            country, name, latitude, longitude, others = line.rstrip("\n").split("\t")
            place = Place(name, float(latitude), float(longitude))
            for each in (name, *others.split("|")):
                towns.setdefault((country, folded(each)), place)
    return towns
