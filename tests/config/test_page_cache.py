"""Two real workers, each with pages of its own in memory, and an editor in a third process."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from django.conf import settings

from tests.config.conftest import MANAGE, free_port

PATIENCE_S = 30
PUBLISH = """
import time
from codora.pages.models import HomePage
home = HomePage.objects.get(locale__language_code="en")
home.lead = "A lead that is new."
home.save_revision().publish()
print(time.time())
"""


def ask(port: int, path: str = "/en/", **headers: str) -> tuple[http.client.HTTPResponse, str]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)) as connection:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        return response, response.read().decode()


@pytest.fixture
def workers(environment) -> Iterator[list[int]]:
    subprocess.run([*MANAGE, "load_content"], env=environment, check=True, capture_output=True)
    ports = [free_port(), free_port()]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--log-level", "warning"]
    running = [
        subprocess.Popen(
            [*command, "--port", str(port), "codora.config.wsgi:application"],
            cwd=settings.ROOT,
            env={**environment, "PORT": str(port)},
        )
        for port in ports
    ]
    for port in ports:
        wait_for(port)
    yield ports
    for process in running:
        process.terminate()
        process.wait(PATIENCE_S)


def wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        try:
            ask(port, "/healthz")
        except OSError:
            os.sched_yield()
        else:
            return
    pytest.fail("The worker did not start.")


def test_what_is_published_shows_on_every_worker_within_a_second(workers, environment):
    for port in workers:
        response, _ = ask(port)
        assert "s-maxage" in response.headers["Cache-Control"]
        assert ask(port, **{"If-None-Match": response.headers["ETag"]})[0].status == 304
    done = subprocess.run(
        [*MANAGE, "shell", "--no-imports", "-c", PUBLISH],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    published_at = float(done.stdout.strip().splitlines()[-1])
    for port in workers:
        asked_at, text = time.time(), ask(port)[1]
        while "A lead that is new." not in text:
            assert asked_at < published_at + 1, "an old page, asked for more than a second later"
            asked_at, text = time.time(), ask(port)[1]
