"""`manage.py serve`: the whole site by one command."""

from __future__ import annotations

import http.client
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, close_old_connections

from codora.accounts.tasks import enqueue_forgetting as enqueue_forgetting_sign_ins
from codora.campaigns.tasks import enqueue_forgetting as enqueue_forgetting_hosts
from codora.campaigns.tasks import enqueue_reminders
from codora.campaigns.toolkit.previews import prune_pictures
from codora.config import environment
from codora.config.supervision import Service, Supervisor
from codora.core.share_image import prune_share_images
from codora.insights.tasks import enqueue_pledge_reminders, enqueue_projection
from codora.messaging.tasks import enqueue_delivery, enqueue_forgetting
from codora.pages.tasks import enqueue_publishing
from codora.partners.tasks import enqueue_asking
from codora.partners.tasks import enqueue_forgetting as enqueue_forgetting_partners

HEADER_PATIENCE_MS = 15_000
LAST_PORT = 65_535
FEW_SECONDS, MINUTE, DAY = 5.0, 60.0, 24 * 3600.0


class Command(BaseCommand):
    help = "Serves site and progress on one port (PORT, else 8000), and runs the task worker."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--host", default="127.0.0.1", help="address to listen on (default: this machine only)"
        )

    def handle(self, *args: Any, host: str, **options: Any) -> None:
        port = _port()
        _check_port(host, port)
        supervisor = Supervisor([_web(host, port), _worker()], say=self._say)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: supervisor.stop())
        timetable = Timetable(
            {
                enqueue_publishing: FEW_SECONDS,
                enqueue_delivery: FEW_SECONDS,
                enqueue_projection: MINUTE,
                enqueue_forgetting: DAY,
                enqueue_forgetting_sign_ins: DAY,
                enqueue_reminders: MINUTE,
                enqueue_pledge_reminders: MINUTE,
                enqueue_forgetting_hosts: DAY,
                enqueue_forgetting_partners: DAY,
                enqueue_asking: MINUTE,
                _clear_sessions: DAY,
                _prune_tasks: DAY,
                prune_share_images: DAY,
                prune_pictures: DAY,
            },
            self._say,
        )
        readiness = Readiness(host, port, self._say)

        def look_round(now: float) -> None:
            readiness.look()
            timetable.look(now)

        supervisor.run(look_round)

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _port() -> int:
    given = environment.text("PORT", "8000")
    if given.isascii() and given.isdigit() and 0 < int(given) <= LAST_PORT:
        return int(given)
    raise CommandError(
        f"PORT={given}: a number from 1 to {LAST_PORT} was expected, such as PORT=8080 make run"
    )


def _check_port(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Codora cannot listen on {host}:{port}: {error.strerror}. "
                f"End the program that listens there, or choose another port: PORT={port + 1} make run"
            ) from None


def _web(host: str, port: int) -> Service:
    """`--http 1`: a connection that sends no request is closed, which Granian forgets while it waits for
    either version."""
    options = f"--interface asgi --loop uvloop --host {host} --port {port} --no-ws --log-level warning"
    options += f" --http 1 --http1-header-read-timeout {HEADER_PATIENCE_MS}"
    command = [sys.executable, "-m", "granian", *options.split(), "codora.config.asgi:application"]
    return Service("The web server", command)


def _worker() -> Service:
    command = [
        sys.executable,
        str(settings.ROOT / "manage.py"),
        "db_worker",
        "--queue-name",
        "*",
        "--no-reload",
    ]
    return Service("The task worker", command)


class Readiness:
    """Says once that the site answers."""

    def __init__(self, host: str, port: int, say: Callable[[str], None]) -> None:
        self._host = host
        self._port = port
        self._say = say
        self._is_said = False

    def look(self) -> None:
        if not self._is_said and self._answers():
            self._is_said = True
            self._say(f"Codora is ready on http://{self._host}:{self._port}")

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(self._host, self._port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status < 400
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


class Timetable:
    """Does each thing at once, and again each time its number of seconds has passed."""

    def __init__(self, every: dict[Callable[[], None], float], say: Callable[[str], None]) -> None:
        self._every = every
        self._next = dict.fromkeys(every, float("-inf"))
        self._say = say

    def look(self, now: float) -> None:
        for do, seconds in self._every.items():
            if now < self._next[do]:
                continue
            self._next[do] = now + seconds
            try:
                do()
            except DatabaseError as error:
                self._say(f"The database did not answer ({error}); this is tried again.")
            close_old_connections()


def _clear_sessions() -> None:
    call_command("clearsessions")


def _prune_tasks() -> None:
    call_command("prune_db_task_results", min_age_days=7, verbosity=0)
