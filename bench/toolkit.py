"""Documents of the toolkit a second, each kind, one after the other."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

import django
from PIL import Image, ImageDraw

from bench.report import Finding, Section

if TYPE_CHECKING:
    from codora.campaigns.toolkit.documents import Kind
    from codora.campaigns.toolkit.logos import Logo

COUNT = 40


def measure() -> Section:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "codora.config.settings")
    django.setup()
    from django.utils.translation import override

    from codora.campaigns.toolkit.documents import KINDS, typeset
    from codora.campaigns.toolkit.facts import Facts
    from codora.campaigns.toolkit.logos import MAX_SIDE, prepare_logo
    from codora.core.pictures import clean_picture

    def facts(number: int) -> Facts:
        return Facts(
            campaign="Μία ώρα για την Ευρώπη",
            lead="Δύο εβδομάδες κατά τις οποίες σχολεία, σύλλογοι και εταιρείες αφιερώνουν μία ώρα.",
            about="<p>Μία ώρα αρκεί.</p>",
            dates="30 Νοεμβρίου – 13 Δεκεμβρίου 2026",
            url="https://codora.example/el/campaigns/one-hour-for-europe/",
            start_url="https://codora.example/el/learn/",
            hashtag="OneHourForEurope",
            host=f"{number}ο Δημοτικό Σχολείο",
        )

    picture = _picture()

    def ready(number: int) -> Logo:
        return prepare_logo(clean_picture(picture, f"{number}.png", max_side=MAX_SIDE))

    def typeset_with_logo(number: int) -> bytes:
        return typeset(KINDS["poster-a4"], facts(number), logo)

    logo = ready(0)
    findings = []
    with override("el"):
        for name, kind in KINDS.items():

            def make(number: int, kind: Kind = kind) -> bytes:
                return typeset(kind, facts(number))

            findings.append(_finding(name, make))
        findings.append(_finding("poster-a4 with a logo", typeset_with_logo))
        findings.append(_finding("that logo, 3,000 × 2,000 pixels, made ready", ready))
    return Section("Toolkit", "python bench/run.py toolkit", findings)


def _finding(name: str, make: Callable[[int], object]) -> Finding:
    make(0)  # faces and templates are read once a process
    begin = time.perf_counter()
    for number in range(1, COUNT + 1):
        make(number)
    rate = COUNT / (time.perf_counter() - begin)
    return Finding(name, f"{rate:,.0f} a second, {1000 / rate:.0f} ms each")


def _picture() -> bytes:
    image = Image.new("RGBA", (3000, 2000))
    ImageDraw.Draw(image).ellipse((200, 200, 2800, 1800), fill="navy")
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
