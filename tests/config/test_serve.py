"""`manage.py serve`, for real: one command, one port, nothing left behind."""

import http.client
import json
import os
import signal
import socket
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.config.conftest import MANAGE
from tests.play.ingest.client import batch


def serve(environment):
    return subprocess.Popen([*MANAGE, "serve"], env=environment, stdout=subprocess.PIPE, text=True)


def processes_with(environment):
    """Command lines of the processes that work on this site's data."""
    wanted = f"CODORA_DATA={environment['CODORA_DATA']}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if wanted in (folder / "environ").read_bytes().split(b"\0"):
                found.append(
                    (int(folder.name), (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
                )
        except (FileNotFoundError, PermissionError, ProcessLookupError):
            continue  # it ended meanwhile, or is somebody else's
    return found


def answer(port, method, path, **request):
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request(method, path, **request)
        response = connection.getresponse()
        return response.status, response.read()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_one_command_serves_site_and_progress_and_ends_all_it_started(environment, port, ending):
    with serve(environment) as command:
        try:
            assert command.stdout.readline() == f"Codora is ready on http://127.0.0.1:{port}\n"
            assert answer(port, "GET", "/healthz") == (200, b"ok\n")
            status, body = answer(
                port,
                "POST",
                "/api/v1/progress",
                body=json.dumps(batch()),
                headers={"Content-Type": "application/json"},
            )
            assert (status, json.loads(body)["errors"][0]["field"]) == (422, "events[0].activity")
            running = " ".join(line for _, line in processes_with(environment))
            assert "granian" in running
            assert "db_worker" in running
        finally:
            command.send_signal(ending)
        command.wait(30)
    assert processes_with(environment) == []
    assert command.returncode == 0


def test_a_web_server_that_is_killed_is_started_again(environment, port):
    with serve(environment) as command:
        try:
            command.stdout.readline()
            for pid, line in processes_with(environment):
                if "granian" in line:
                    os.kill(pid, signal.SIGKILL)
            assert command.stdout.readline().startswith("The web server ended with ")
            while True:
                try:
                    assert answer(port, "GET", "/healthz") == (200, b"ok\n")
                    break
                except ConnectionError:
                    assert command.poll() is None
        finally:
            command.terminate()
        command.wait(30)
    assert processes_with(environment) == []


def test_a_port_that_is_taken_is_said_with_what_to_do(environment, port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        command = subprocess.run([*MANAGE, "serve"], env=environment, capture_output=True, text=True)
    assert command.returncode != 0
    assert f"127.0.0.1:{port}" in command.stderr
    assert f"PORT={port + 1}" in command.stderr
    assert "Traceback" not in command.stderr


@pytest.mark.parametrize("given", ["abc", "0", "65536", "-1", "80.5"])
def test_a_port_that_is_none_is_said_with_an_example(given, monkeypatch):
    monkeypatch.setenv("PORT", given)
    with pytest.raises(CommandError, match=rf"PORT={given}: .*PORT=8080 make run"):
        call_command("serve")
