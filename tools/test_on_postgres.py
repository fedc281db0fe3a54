"""Runs the tests of the server once more, on a PostgreSQL of their own; says so where there is none.

Browser tests are left out: what differs between the databases lies below the pages.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.local_postgres import NoServer, local_postgres  # noqa: E402 - found by the line above


def main() -> int:
    try:
        with local_postgres() as socket_folder:
            server = f"postgres://postgres@{socket_folder.replace('/', '%2F')}"
            with closing(psycopg.connect(f"{server}/postgres", autocommit=True)) as connection:
                connection.execute("CREATE DATABASE codora")
                connection.execute("CREATE DATABASE codora_progress")
            command = [sys.executable, "-m", "pytest", "tests", "--ignore", "tests/e2e", *sys.argv[1:]]
            environment = {**os.environ, "CODORA_DATABASE_URL": f"{server}/codora"}
            return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    except NoServer as reason:
        print(f"Left out: the tests of the server on PostgreSQL ({reason})")
        return 0


if __name__ == "__main__":
    sys.exit(main())
