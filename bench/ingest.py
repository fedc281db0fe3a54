"""Progress batches a second, stored before they are acknowledged, beside what the database itself can do."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

import psycopg

from bench.load import batches, events
from bench.report import Finding, Section
from bench.site import EVERYTHING, INGEST, load, migrate_progress, serving
from codora.play.ingest import wire
from tools.local_postgres import NoServer, local_postgres, programs

ROUNDS = 3
SECONDS = 5.0
CONNECTIONS = 128
GROUP = 128
"""Rows a transaction in the database's own limit: as many as the ingest can have waiting."""
COLUMNS = "month, session, first, count, digest, payload, received_on"
PROGRESS = "progress.sqlite3"


def measure(data: Path) -> Section:
    findings = [*_sqlite(data)]
    try:
        findings += _postgres(data)
    except NoServer as reason:
        findings.append(Finding("PostgreSQL", f"not measured: {reason}"))
    return Section(
        "Progress",
        "python bench/run.py ingest",
        findings,
        [
            f"Batches of 10 events, {CONNECTIONS} connections, {SECONDS:.0f} s a round, median of {ROUNDS};"
            " limit and ingest take turns in each round. The database's own limit is an insert of the same"
            f" rows into the same table, {GROUP} a transaction, without any server; the ingest shares the"
            " processor with the program that loads it.",
        ],
    )


def _sqlite(data: Path) -> Sequence[Finding]:
    def limit() -> float:
        return _sqlite_limit(data / PROGRESS)

    alone, own = _take_turns(limit, lambda: _ingest_rate(INGEST, data))
    front, own_again = _take_turns(limit, lambda: _ingest_rate(EVERYTHING, data))
    return [
        Finding("SQLite's own limit, grouped, synchronous=FULL", f"{own:,.0f} batches/s"),
        *_against("SQLite, ingest alone", alone, own, 0.4),
        *_against("SQLite, through the one port of the site", front, own_again, 0.1),
    ]


def _against(what: str, rate: float, limit: float, aim: float) -> Sequence[Finding]:
    ratio = rate / limit
    return [
        Finding(what, f"{rate:,.0f} batches/s, {10 * rate:,.0f} events/s"),
        Finding(f"{what}: share of the limit", f"{ratio:.2f}", f"≥ {aim}", ratio >= aim),
    ]


def _take_turns(limit: Callable[[], float], ingest: Callable[[], float]) -> tuple[float, float]:
    """(the ingest's rate, the limit), each the median of its rounds."""
    limits, rates = [], []
    for _ in range(ROUNDS):
        limits.append(limit())
        rates.append(ingest())
    return median(rates), median(limits)


def _ingest_rate(application: str, data: Path, **environment: str) -> float:
    with serving(application, data, **environment):
        load(connections=CONNECTIONS, seconds=1)
        found = load(connections=CONNECTIONS, seconds=SECONDS)
    if found["refused"]:
        raise RuntimeError(f"{found['refused']} batches were refused.")
    return float(found["acknowledged"] / found["seconds"])


def _sqlite_limit(file: Path) -> float:
    row = (1, 10, os.urandom(16), _payload(), "2026-11-23")
    insert = f"INSERT INTO play_progress_batch ({COLUMNS}) VALUES (202611, ?, ?, ?, ?, ?, ?)"
    stored = 0
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        begin = time.perf_counter()
        while time.perf_counter() - begin < SECONDS:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(insert, [(os.urandom(16), *row) for _ in range(GROUP)])
            connection.execute("COMMIT")
            stored += GROUP
        return stored / (time.perf_counter() - begin)


def _payload() -> bytes:
    """As large as what the load sends."""
    _, request = next(batches(events("lantern-trail", "tallinn")))
    return wire.parse(request.partition(b"\r\n\r\n")[2]).row().payload


def _postgres(data: Path) -> Sequence[Finding]:
    with local_postgres() as socket_folder:
        server = f"postgres://postgres@{socket_folder.replace('/', '%2F')}"
        with closing(psycopg.connect(f"{server}/postgres", autocommit=True)) as connection:
            connection.execute("CREATE DATABASE progress")
            version = connection.info.server_version // 10000
        environment = {"CODORA_PROGRESS_DATABASE_URL": f"{server}/progress"}
        migrate_progress(data, **environment)
        with closing(psycopg.connect(f"{server}/progress", autocommit=True)) as connection:
            connection.execute(
                "CREATE TABLE play_progress_batch_202611 PARTITION OF play_progress_batch"
                " FOR VALUES FROM (202611) TO (202612)"
            )
        rate, limit = _take_turns(
            lambda: _pgbench(socket_folder, data), lambda: _ingest_rate(INGEST, data, **environment)
        )
    return [
        Finding(f"PostgreSQL {version}'s own limit, pgbench, grouped by unnest", f"{limit:,.0f} batches/s"),
        *_against(f"PostgreSQL {version}, ingest alone", rate, limit, 0.4),
    ]


def _pgbench(socket_folder: str, data: Path) -> float:
    """One connection, as the ingest has, and a statement that carries the same rows."""
    payloads = ",".join([f"'\\x{_payload().hex()}'"] * GROUP)
    script = data / "insert.sql"
    script.write_text(
        f"INSERT INTO play_progress_batch ({COLUMNS})"
        " SELECT 202611, uuid_send(gen_random_uuid()), 1, 10, uuid_send(gen_random_uuid()), payload,"
        " current_date"
        f" FROM unnest(ARRAY[{payloads}]::bytea[]) AS sent (payload);\n"
    )
    options = f"-h {socket_folder} -U postgres -n -c 1 -T {SECONDS:.0f} -f {script}"
    command = f"{programs() / 'pgbench'} {options} progress"
    done = subprocess.run(command.split(), capture_output=True, text=True, check=True)
    return GROUP * float(re.search(r"tps = ([\d.]+)", done.stdout)[1])  # type: ignore[index]
