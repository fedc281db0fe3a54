"""The engine's own measurements, in Node."""

from __future__ import annotations

import json
import subprocess
import time
from typing import Any

from bench.report import Finding, Section
from bench.site import ROOT


def measure() -> Section:
    begin = time.perf_counter()
    proof = subprocess.run(
        ["node", "engine/prover/cli.ts", "--quiet"], cwd=ROOT, capture_output=True, text=True
    )
    seconds = time.perf_counter() - begin
    interpreter = _json("node", "bench/interpreter.ts", "--json")
    return Section(
        "Engine",
        "python bench/run.py engine",
        [
            Finding(
                "interpreter, bare",
                f"{interpreter['bare']:,} statements/s",
                "≥ 2,000,000",
                interpreter["bare"] >= 2e6,
            ),
            Finding("interpreter, recorded as a trace", f"{interpreter['recorded']:,} statements/s"),
            Finding(
                "prover, every level", f"{seconds:.1f} s", "≤ 60 s", seconds <= 60 and proof.returncode == 0
            ),
        ],
        [] if proof.returncode == 0 else [f"The prover found faults:\n\n```\n{proof.stdout.strip()}\n```"],
    )


def _json(*command: str) -> Any:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
