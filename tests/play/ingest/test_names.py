import asyncio

import pytest

from codora.play.ingest.names import Names
from codora.play.ingest.problem import Problem
from codora.play.ingest.wire import Batch, Start
from tests.play.ingest.client import SESSION


class Curriculum:
    """Levels that may change, a clock that stands still, and how often the levels were read."""

    def __init__(self) -> None:
        self.levels = [("walk", "tallinn")]
        self.now = 0.0
        self.readings = 0

    def load(self):
        self.readings += 1
        return list(self.levels)

    def names(self) -> Names:
        return Names(self.load, ["en"], clock=lambda: self.now)


def batch_of(level):
    return Batch(session=SESSION, first=1, events=(Start(activity="walk", level=level),))


def test_a_level_that_is_new_in_the_database_is_soon_known():
    curriculum = Curriculum()

    async def scenario():
        names = curriculum.names()
        await names.read()
        curriculum.levels.append(("walk", "lyon"))
        curriculum.now = 1.0
        await names.check(batch_of("lyon"))

    asyncio.run(scenario())


def test_unknown_names_make_the_database_be_read_once_a_second_at_most():
    curriculum = Curriculum()

    async def scenario():
        names = curriculum.names()
        for curriculum.now in (0.0, 0.3, 0.6, 0.9, 1.2):
            with pytest.raises(Problem, match="Unknown level"):
                await names.check(batch_of("atlantis"))

    asyncio.run(scenario())
    assert curriculum.readings == 2


def test_known_names_do_not_touch_the_database():
    curriculum = Curriculum()

    async def scenario():
        names = curriculum.names()
        await names.read()
        for curriculum.now in range(100):
            await names.check(batch_of("tallinn"))

    asyncio.run(scenario())
    assert curriculum.readings == 1
