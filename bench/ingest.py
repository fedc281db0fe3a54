"""Progress batches a second, stored before they are acknowledged, beside what the database itself can do."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psycopg

from bench.load import EVENTS, batches, events
from bench.report import Finding, Section
from bench.site import EVERYTHING, INGEST, load, migrate_progress, processor_seconds, serving
from codora.play.ingest import wire
from codora.play.ingest.postgres import PostgresStore
from codora.play.ingest.sqlite import SQLiteStore, connect
from codora.play.ingest.writer import Row, Store
from tools.local_postgres import NoServer, local_postgres, programs

ROUNDS = 5
SECONDS = 3.0
CONNECTIONS = 128
"""Also the rows a transaction in the limits: as many as the ingest can ever have waiting."""
MONTH = 202611
COLUMNS = "month, session, first, count, digest, payload, received_on"
PROGRESS = "progress.sqlite3"
NOTE = (
    f"Batches of {EVENTS} events, {CONNECTIONS} connections, {SECONDS:.0f} s a turn, median of {ROUNDS}"
    " rounds in which limits and ingest take turns. The limit is a bare insert of such rows (sessions that go"
    f" on, the same payload) into the same table, as durable, {CONNECTIONS} a transaction, without any server"
    " and with a core to itself (PostgreSQL: pgbench, by unnest). With the check: the statement that the"
    " ingest sends, which also refuses what overlaps a stored row. The ingest shares the processor with its"
    " sender."
)


@dataclass(frozen=True)
class Turn:
    """One turn of the ingest: batches a second, and microseconds of processor time a batch."""

    rate: float
    server: float
    load: float


def measure(data: Path) -> Section:
    findings = [*_sqlite(data)]
    try:
        findings += _postgres(data)
    except NoServer as reason:
        findings.append(Finding("PostgreSQL", f"not measured: {reason}"))
    return Section("Progress", "python bench/run.py ingest", findings, [NOTE])


def _sqlite(data: Path) -> Sequence[Finding]:
    file = data / PROGRESS

    def with_check() -> float:
        return _store_rate(SQLiteStore(str(file)))

    return [
        *_compared(
            "SQLite, synchronous=FULL",
            lambda: _sqlite_limit(file),
            with_check,
            {
                "ingest alone": (lambda: _turn(INGEST, data), 0.4),
                "through the one port of the site": (lambda: _turn(EVERYTHING, data), 0.1),
            },
        )
    ]


def _compared(
    database: str,
    limit: Callable[[], float],
    with_check: Callable[[], float],
    ways: dict[str, tuple[Callable[[], Turn], float]],
) -> Iterator[Finding]:
    """All take turns. `ways`: name → (how to measure it, the share of the limit that it should reach)."""
    limits, checked = [], []
    turns: dict[str, list[Turn]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        limits.append(limit())
        checked.append(with_check())
        for name, (turn, _) in ways.items():
            turns[name].append(turn())
    yield Finding(f"{database}: its own limit, grouped", f"{median(limits):,.0f} batches/s")
    yield Finding(f"{database}: with the check", f"{median(checked):,.0f} batches/s")
    for name, (_, aim) in ways.items():
        yield from _against(f"{database}: {name}", turns[name], median(limits), median(checked), aim)


def _against(what: str, turns: Sequence[Turn], limit: float, checked: float, aim: float) -> Sequence[Finding]:
    rate = median(turn.rate for turn in turns)
    server, loader = median(turn.server for turn in turns), median(turn.load for turn in turns)
    return [
        Finding(what, f"{rate:,.0f} batches/s, {EVENTS * rate:,.0f} events/s"),
        Finding(f"{what}: processor time a batch", f"{server:.0f} µs; its sender {loader:.0f} µs"),
        Finding(f"{what}: share of the limit", f"{rate / limit:.2f}", f"≥ {aim}", rate / limit >= aim),
        Finding(f"{what}: share of the limit with the check", f"{rate / checked:.2f}"),
    ]


def _turn(application: str, data: Path, **environment: str) -> Turn:
    with serving(application, data, **environment) as server:
        load(connections=CONNECTIONS, seconds=1)
        before = processor_seconds(server)
        found = load(connections=CONNECTIONS, seconds=SECONDS)
        used = processor_seconds(server) - before
    if found["refused"]:
        raise RuntimeError(f"{found['refused']} batches were refused.")
    stored = found["acknowledged"]
    return Turn(stored / found["seconds"], 1e6 * used / stored, 1e6 * found["cpu_s"] / stored)


def _groups() -> Iterator[list[Row]]:
    """What the load sends: sessions that go on, one row of each a group."""
    sessions = [os.urandom(16) for _ in range(CONNECTIONS)]
    payload = _payload()
    first = 1
    while True:
        yield [Row(MONTH, session, first, EVENTS, os.urandom(16), payload) for session in sessions]
        first += EVENTS


def _payload() -> bytes:
    """As large as what the load sends."""
    _, request = next(batches(events("lantern-trail", "tallinn")))
    return wire.parse(request.partition(b"\r\n\r\n")[2]).row().payload


def _rate(store: Callable[[Sequence[Row]], object]) -> float:
    stored = 0
    begin = time.perf_counter()
    for group in _groups():
        store(group)
        stored += len(group)
        seconds = time.perf_counter() - begin
        if seconds > SECONDS:
            break
    return stored / seconds


def _store_rate(store: Store) -> float:
    try:
        return _rate(store.store)
    finally:
        store.close()


def _sqlite_limit(file: Path) -> float:
    """Over a connection with the settings of the ingest."""
    insert = f"INSERT INTO play_progress_batch ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, '2026-11-23')"

    with closing(connect(str(file))) as connection:

        def store(rows: Sequence[Row]) -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(insert, rows)
            connection.execute("COMMIT")

        return _rate(store)


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
                f"CREATE TABLE play_progress_batch_{MONTH} PARTITION OF play_progress_batch"
                f" FOR VALUES FROM ({MONTH}) TO ({MONTH + 1})"
            )
        return [
            *_compared(
                f"PostgreSQL {version}",
                lambda: _pgbench(socket_folder, data),
                lambda: _store_rate(PostgresStore(f"{server}/progress")),
                {"ingest alone": (lambda: _turn(INGEST, data, **environment), 0.4)},
            )
        ]


def _pgbench(socket_folder: str, data: Path) -> float:
    """One connection, as the ingest has, and a statement by unnest that carries the same rows."""
    rows = next(_groups())

    def column(values: Iterator[bytes]) -> str:
        return "ARRAY[" + ",".join(f"'\\x{value.hex()}'" for value in values) + "]::bytea[]"

    script = data / "insert.sql"
    script.write_text(
        f"\\set first :first + {EVENTS}\n"
        f"INSERT INTO play_progress_batch ({COLUMNS})"
        f" SELECT {MONTH}, session, :first, {EVENTS}, digest, payload, current_date FROM unnest("
        f"{column(row.session for row in rows)}, {column(row.digest for row in rows)},"
        f" {column(row.payload for row in rows)}) AS sent (session, digest, payload);\n"
    )
    options = f"-h {socket_folder} -U postgres -n -c 1 -D first=1 -T {SECONDS:.0f} -f {script}"
    command = f"{programs() / 'pgbench'} {options} progress"
    done = subprocess.run(command.split(), capture_output=True, text=True, check=True)
    return len(rows) * float(re.search(r"tps = ([\d.]+)", done.stdout)[1])  # type: ignore[index]
