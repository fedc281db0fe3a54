"""Slow, broken and endless senders, through real sockets and the real server."""

import asyncio
import os
import socket
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest
from django.conf import settings

from codora.config.whole_requests import MAX_BODY, WholeRequests

HOURS = "36000"
AT_ONCE = "0.05"


@contextmanager
def serving(patience):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = f"--interface asgi --http 1 --port {port} --no-ws --log-level critical"
    command = [sys.executable, "-m", "granian", *options.split(), "tests.config.slow_site:application"]
    with subprocess.Popen(command, cwd=settings.ROOT, env={**os.environ, "PATIENCE": patience}) as server:
        try:
            yield port
        finally:
            server.terminate()


def connect(port):
    """Waits for the server."""
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=30)
        except ConnectionRefusedError:
            continue


def begin(port, length):
    """A request whose body does not follow."""
    connection = connect(port)
    connection.sendall(f"POST / HTTP/1.1\r\nHost: codora\r\nContent-Length: {length}\r\n\r\n".encode())
    return connection


def answer(connection):
    """(status, body); reads to the end of the answer."""
    with closing(connection), connection.makefile("rb") as file:
        status = int(file.readline().split()[1])
        length = 0
        while (line := file.readline().lower()) != b"\r\n":
            if line.startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        return status, file.read(length)


@pytest.fixture(scope="module")
def patient():
    with serving(HOURS) as port:
        yield port


def test_pages_are_answered_while_others_send_slowly(patient):
    slow = [begin(patient, 5) for _ in range(8)]
    quick = begin(patient, 4)
    quick.sendall(b"page")
    assert answer(quick) == (200, b"page")
    for connection in slow:
        connection.sendall(b"after")
        assert answer(connection) == (200, b"after")


def test_a_body_arrives_as_it_was_sent_also_when_it_waits_in_a_file(patient):
    body = os.urandom(700_001)
    connection = begin(patient, len(body))
    connection.sendall(body)
    assert answer(connection) == (200, body)


def test_who_stops_sending_is_told_so():
    with serving(AT_ONCE) as port:
        assert answer(begin(port, 5)) == (408, b"The request came too slowly.\n")


def test_a_body_that_is_too_large_is_refused_before_it_comes(patient):
    assert answer(begin(patient, MAX_BODY + 1)) == (413, b"At most 32 MB can be sent.\n")


def test_a_body_that_breaks_off_reaches_no_page(patient):
    connection = begin(patient, 5)
    connection.sendall(b"begu")
    connection.shutdown(socket.SHUT_WR)
    assert answer(connection) == (400, b"The body ended early.\n")


def test_bodies_together_stay_below_a_bound_and_free_it_again():
    statuses = []

    async def site(scope, receive, send):
        await send({"type": "http.response.start", "status": 200})

    async def send(message):
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    async def main():
        requests = WholeRequests(site, max_held=1000)

        def post(chunks):
            return asyncio.create_task(requests({"headers": []}, chunks.get, send))

        slow, quick, again = asyncio.Queue(), asyncio.Queue(), asyncio.Queue()
        slow.put_nowait({"type": "http.request", "body": b"x" * 600, "more_body": True})
        for chunks in (quick, again):
            chunks.put_nowait({"type": "http.request", "body": b"x" * 600})
        waiting = post(slow)
        await post(quick)
        slow.put_nowait({"type": "http.request"})
        await waiting
        await post(again)

    asyncio.run(main())
    assert statuses == [503, 200, 200]
