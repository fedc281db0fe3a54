"""What a bench found, as a page of Markdown."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Finding:
    """One line: what was measured, and the aim it is held to."""

    what: str
    value: str
    aim: str = ""
    is_met: bool | None = None

    def row(self) -> str:
        verdict = "" if self.is_met is None else "met" if self.is_met else "**not met**"
        return f"| {self.what} | {self.value} | {self.aim} | {verdict} |"


@dataclass(frozen=True)
class Section:
    title: str
    command: str
    findings: Sequence[Finding]
    notes: Sequence[str] = field(default_factory=list)

    def markdown(self) -> str:
        rows = "\n".join(finding.row() for finding in self.findings)
        notes = "".join(f"\n{note}\n" for note in self.notes)
        return (
            f"## {self.title}\n\n`{self.command}`\n\n"
            f"| what | measured | aim | |\n|---|---|---|---|\n{rows}\n{notes}"
        )


def page(sections: Sequence[Section]) -> str:
    return "\n".join(
        [
            "# Benchmarks",
            "",
            f"Written by `make bench` on {date.today():%d %B %Y}. Ratios within one run count; absolute"
            " figures depend on the machine and on what else it does.",
            "",
            f"Machine: {_processor()}, {os.cpu_count()} cores. {_versions()}.",
            "",
            *(section.markdown() for section in sections),
        ]
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _versions() -> str:
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return f"CPython {platform.python_version()}, SQLite {sqlite3.sqlite_version}, Node {node}"
