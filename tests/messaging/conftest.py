from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller


class Inbox:
    """A mail server of our own. `refuses`: what it answers to each recipient instead of yes."""

    def __init__(self) -> None:
        self.mails: list[str] = []
        self.refuses = ""
        self.arrived = threading.Event()

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802
        if not self.refuses:
            envelope.rcpt_tos.append(address)
        return self.refuses or "250 OK"

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        self.mails.append(envelope.content.decode())
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def smtp(settings) -> Iterator[MailServer]:
    """A mail server that is down until it is started."""
    server = MailServer(free_port())
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    yield server
    server.stop()


class MailServer:
    def __init__(self, port: int) -> None:
        self.port = port
        self.inbox = Inbox()
        self._controller: Controller | None = None

    def start(self) -> None:
        self._controller = Controller(self.inbox, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        with contextlib.suppress(AttributeError):
            self._controller.stop()
        self._controller = None
