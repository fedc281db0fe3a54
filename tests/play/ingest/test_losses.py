"""Whatever is lost, repeated or late: in the end each event is stored once."""

import os
import signal
import subprocess
import sys
from base64 import urlsafe_b64encode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codora.play.ingest import wire
from tests.play.ingest.client import MONTH, WIN, batch, talk

STEPS = st.one_of(
    st.tuples(st.just("record"), st.integers(min_value=1, max_value=4)),
    st.tuples(st.just("send"), st.sampled_from(["arrives", "request lost", "answer lost", "arrives twice"])),
    st.tuples(st.just("late"), st.integers(min_value=0, max_value=20)),
)


class Browser:
    """Does what assets/play/queue.ts does: seals a batch and sends it, as it is, until it is answered."""

    def __init__(self, client, session):
        self.client = client
        self.session = session
        self.recorded = 0
        self.sealed = []
        self.under_way = None

    def record(self, number):
        self.recorded += number

    async def send(self, fate="arrives"):
        if self.under_way is None and not self.seal():
            return
        if fate == "request lost":
            return
        for _ in range(2 if fate == "arrives twice" else 1):
            answer = await self.client.post(self.under_way)
        if fate != "answer lost":
            assert answer.status == 200
            self.under_way = None

    def seal(self):
        first = sum(len(sealed["events"]) for sealed in self.sealed) + 1
        waiting = range(first, self.recorded + 1)
        if not waiting:
            return False
        events = [{**WIN, "seconds": number} for number in waiting]
        self.under_way = batch(*events, first=first, session=self.session)
        self.sealed.append(self.under_way)
        return True

    async def arrive_late(self, index):
        """A copy of an earlier request comes out of the network."""
        if self.sealed:
            await self.client.post(self.sealed[index % len(self.sealed)])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(steps=st.lists(STEPS, max_size=20), session_id=st.binary(min_size=16, max_size=16))
def test_any_order_of_losses_and_repeats_ends_with_each_event_stored_once(database, steps, session_id):
    before = len(database.rows())
    name = f"{MONTH}.{urlsafe_b64encode(os.urandom(8) + session_id[:8]).decode().rstrip('=')}"

    async def scenario(client):
        browser = Browser(client, name)
        for step, detail in steps:
            if step == "record":
                browser.record(detail)
            elif step == "send":
                await browser.send(detail)
            else:
                await browser.arrive_late(detail)
        await browser.send()
        await browser.send()
        rows = database.rows()[before:]
        events = sorted(event.seconds for *_, payload in rows for event in wire.unpack(bytes(payload)))
        assert events == list(range(1, browser.recorded + 1))
        assert all(first == wire.unpack(bytes(payload))[0].seconds for _, _, first, _, payload in rows)

    talk(database.open_store, scenario)


WRITING = """
import asyncio, os, sys
from codora.play.ingest.{module} import {store}
from codora.play.ingest.writer import GroupWriter, Row

async def learner(writer, session):
    for first in range(1, 10**6):
        await writer.write(Row({month}, session, first, 1, session, b"\\x90"))
        os.write(1, b"%b %d\\n" % (session.hex().encode(), first))

async def main():
    writer = GroupWriter(lambda: {store}(sys.argv[1]))
    await asyncio.gather(*[learner(writer, os.urandom(16)) for _ in range(20)])

asyncio.run(main())
"""


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_what_was_acknowledged_outlives_a_killed_server(kind, request):
    database = request.getfixturevalue(f"{kind}_database")
    store, target = ("SQLiteStore", database.path) if kind == "sqlite" else ("PostgresStore", database.url)
    program = WRITING.format(module=kind, store=store, month=MONTH)
    acknowledged = set()
    for enough in (100, 700, 2000):
        with subprocess.Popen([sys.executable, "-c", program, target], stdout=subprocess.PIPE) as server:
            answers = [server.stdout.readline() for _ in range(enough)]
            server.send_signal(signal.SIGKILL)
            answers += server.stdout.readlines()
        acknowledged |= {tuple(answer.decode().split()) for answer in answers if answer.endswith(b"\n")}
    stored = {(bytes(session).hex(), str(first)) for _, session, first, *_ in database.rows()}
    assert len(acknowledged) >= 2800
    assert acknowledged <= stored
