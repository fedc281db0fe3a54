"""A PostgreSQL server of one's own, for tests and benches: started in a temporary folder, gone afterwards."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

PATIENCE_S = 30


class NoServer(Exception):
    """No server can be started here; the text says why."""


@contextmanager
def local_postgres() -> Iterator[str]:
    """Gives the folder of the server's socket, which is its `host`; user `postgres` needs no password.

    Raises NoServer where PostgreSQL is not installed, or where nobody but root could run it.
    """
    account = _account()
    folder = Path(tempfile.mkdtemp(prefix="codora-pg-", dir="/tmp"))  # a socket's path must be short
    try:
        if account:
            shutil.chown(folder, account, account)
        init = f"{programs() / 'initdb'} -D {folder / 'data'} -U postgres -A trust -E UTF8 --no-locale"
        subprocess.run(init.split(), user=account, check=True, capture_output=True, cwd=folder)
        command = f"{programs() / 'postgres'} -D {folder / 'data'} -k {folder} -c listen_addresses="
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(command.split(), user=account, stdout=log, stderr=log, cwd=folder)
        try:
            _wait_for(str(folder))
            yield str(folder)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(PATIENCE_S)
    finally:
        shutil.rmtree(folder)


def programs() -> Path:
    """The newest installed server's folder of programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        raise NoServer("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    return (found[-1] if found else Path(on_path or "")).parent


def _account() -> str | None:
    """The account to run it as, which must not be root; None for our own."""
    if os.getuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise NoServer(
            f"PostgreSQL does not run as {getpass.getuser()}, and there is no account postgres"
        ) from None


def _wait_for(socket_folder: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            psycopg.connect(host=socket_folder, user="postgres", dbname="postgres").close()
            return
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
