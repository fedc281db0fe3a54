"""Certificates a second, one after the other."""

from __future__ import annotations

import os
import time
from datetime import date

import django

from bench.report import Finding, Section

COUNT = 300


def measure() -> Section:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "codora.config.settings")
    django.setup()
    from codora.credentials.actions import render_participation_certificate

    def make(number: int) -> None:
        render_participation_certificate(
            name=f"Βασίλης {number}",
            activity_title="Lantern Trail",
            concepts=["sequence", "repeat", "until", "if", "if_else"],
            language="el",
            date=date(2026, 11, 23),
        )

    begin = time.perf_counter()
    make(0)
    first = time.perf_counter() - begin
    begin = time.perf_counter()
    for number in range(1, COUNT + 1):
        make(number)
    rate = COUNT / (time.perf_counter() - begin)
    return Section(
        "Certificates",
        "python bench/run.py certificates",
        [
            Finding("PDF/UA-1 certificates", f"{rate:,.0f} a second, {1000 / rate:.1f} ms each"),
            Finding("the first of a process", f"{1000 * first:.0f} ms"),
        ],
    )
