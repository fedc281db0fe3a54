"""What is acknowledged is stored, once, and nothing else is; on every database."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from codora.play.ingest import wire
from codora.play.ingest.postgres import LOCK
from codora.play.ingest.writer import Row
from tests.play.ingest.client import FINISH, SESSION, START, WIN, Client, batch, session, talk

START_EVENT = wire.Start(activity="walk", level="tallinn")


def stored_events(database):
    """(session, number of the event, event) of everything stored."""
    return [
        (bytes(session_id), first + index, event)
        for _, session_id, first, _, payload in database.rows()
        for index, event in enumerate(wire.unpack(bytes(payload)))
    ]


def test_an_acknowledged_batch_is_in_the_database_with_all_it_said(database):
    async def scenario(client):
        answer = await client.post(batch(START, WIN, FINISH))
        assert (answer.status, answer.content) == (200, {"stored_through": 3})
        assert len(database.rows()) == 1  # at the time of the answer, seen from another connection

    talk(database.open_store, scenario)
    assert [event for *_, event in stored_events(database)] == [
        START_EVENT,
        wire.Win(activity="walk", level="tallinn", blocks=4, marks=["works"], seconds=20),
        wire.Finish(activity="walk", language="el", minutes=50, first=True),
    ]


def test_a_repeat_is_acknowledged_and_stored_once(database):
    async def scenario(client):
        for _ in range(3):
            answer = await client.post(batch(START, WIN))
            assert (answer.status, answer.content) == (200, {"stored_through": 2})

    talk(database.open_store, scenario)
    assert len(database.rows()) == 1


def test_other_events_under_the_same_numbers_are_a_conflict(database):
    async def scenario(client):
        await client.post(batch(START))
        answer = await client.post(batch(WIN))
        assert (answer.status, answer.content["stored_through"]) == (409, 1)
        assert answer.headers["content-type"] == "application/problem+json"

    talk(database.open_store, scenario)
    assert [event.level for *_, event in stored_events(database)] == ["tallinn"]


@pytest.mark.parametrize(
    ("first", "size"),
    [(1, 4), (2, 1), (2, 5), (3, 2), (3, 3)],
    ids=["longer", "inside", "across", "end", "beyond"],
)
def test_a_batch_that_overlaps_a_stored_one_is_a_conflict(database, first, size):
    async def scenario(client):
        await client.post(batch(*[START] * 3))
        answer = await client.post(batch(*[START] * size, first=first))
        assert (answer.status, answer.content["stored_through"]) == (409, 3)

    talk(database.open_store, scenario)
    assert len(database.rows()) == 1


def test_a_batch_that_runs_into_a_later_one_is_a_conflict(database):
    async def scenario(client):
        await client.post(batch(START, START, first=3))
        assert (await client.post(batch(*[START] * 3))).status == 409
        assert (await client.post(batch(*[START] * 2))).status == 200

    talk(database.open_store, scenario)
    assert [number for _, number, _ in stored_events(database)] == [3, 4, 1, 2]


def test_sessions_do_not_disturb_each_other(database):
    async def scenario(client):
        for number in range(5):
            assert (await client.post(batch(START, session=session(number)))).status == 200

    talk(database.open_store, scenario)
    assert len(database.rows()) == 5


def test_many_at_once_are_each_stored_once(database):
    async def scenario(client):
        sent = [
            batch(START, WIN, session=session(number), first=1 + 2 * step)
            for number in range(20)
            for step in range(5)
        ]
        answers = await asyncio.gather(*[client.post(content) for content in [*sent, *sent[::3], *sent]])
        assert {answer.status for answer in answers} == {200}

    talk(database.open_store, scenario)
    numbers = [(session_id, number) for session_id, number, _ in stored_events(database)]
    assert len(numbers) == len(set(numbers)) == 200


def test_of_conflicting_batches_at_once_one_is_stored(database):
    async def scenario(client):
        contents = [batch(*[START] * size) for size in range(1, 11)]
        answers = await asyncio.gather(*[client.post(content) for content in contents])
        assert sorted(answer.status for answer in answers) == [200] + [409] * 9

    talk(database.open_store, scenario)
    assert len(database.rows()) == 1


def test_two_servers_on_one_database_take_turns(postgres_database):
    """One is in the middle of storing; the other waits, then sees what the first stored."""

    def row(first, size):
        return Row(202611, b"s" * 16, first, size, bytes([size]) * 16, wire.pack((START_EVENT,) * size))

    other = postgres_database.open_store()
    other.store([row(100, 1)])  # so that the month's partition exists
    with psycopg.connect(postgres_database.url) as first, ThreadPoolExecutor() as pool:
        first.execute(LOCK)
        first.execute(
            "INSERT INTO play_progress_batch (month, session, first, count, digest, payload, received_on)"
            " VALUES (202611, %s, 1, 2, %s, %s, current_date)",
            (b"s" * 16, b"d" * 16, row(1, 2).payload),
        )
        receipts = pool.submit(other.store, [row(2, 3)])
        wait_until_somebody_waits_or(receipts.done, postgres_database)
        assert not receipts.done()
        first.commit()
        assert [receipt.is_conflict for receipt in receipts.result()] == [True]
    other.close()


def wait_until_somebody_waits_or(is_done, database):
    query = (
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory' AND datname = current_database()"
    )
    with psycopg.connect(database.url, autocommit=True) as watcher:
        while not is_done() and watcher.execute(query).fetchone() == (0,):
            pass


def test_each_month_has_its_partition(postgres_database):
    store = postgres_database.open_store()
    rows = [Row(month, b"s" * 16, 1, 1, b"d" * 16, b"\x90") for month in (202612, 202701)]
    assert [receipt.is_conflict for receipt in store.store(rows)] == [False, False]
    store.close()
    assert [row[0] for row in postgres_database.rows()] == [202612, 202701]


def test_what_waits_when_the_server_stops_is_stored_first(database):
    async def scenario(client):
        sent = [asyncio.create_task(client.post(batch(session=session(number)))) for number in range(600)]
        await asyncio.sleep(0)  # all of them are on their way, and make several groups
        scenario.sent = sent

    talk(database.open_store, scenario)
    assert {task.result().status for task in scenario.sent} == {200}
    assert len(database.rows()) == 600


class Breaking:
    """A database that fails the first time it is asked to store."""

    def __init__(self, open_store):
        self._open_store = open_store
        self.openings = 0

    def open(self):
        self.openings += 1
        store = self._open_store()
        if self.openings == 1:
            store.close()  # so that storing raises
        return store


def test_what_could_not_be_stored_is_not_acknowledged_and_may_be_sent_again(database, caplog):
    breaking = Breaking(database.open_store)

    async def scenario(client: Client):
        refused = await client.post(batch())
        assert (refused.status, refused.headers["retry-after"]) == (503, "5")
        assert (await client.post(batch())).status == 200

    talk(breaking.open, scenario)
    assert breaking.openings == 2
    assert len(database.rows()) == 1
    assert "could not be stored" in caplog.text
    assert SESSION not in caplog.text


def test_a_client_that_goes_away_takes_nothing_with_it(database):
    async def scenario(client):
        leaving = asyncio.create_task(client.post(batch()))
        await asyncio.sleep(0)
        leaving.cancel()
        staying = await client.post(batch(session=session(1)))
        assert staying.status == 200

    talk(database.open_store, scenario)
    assert len(database.rows()) in (1, 2)
