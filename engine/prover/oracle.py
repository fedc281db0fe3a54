"""Runs the Python that the engine writes in a grid world of its own: what our interpreter is checked against.

Input: a JSON list of {python, map, facing, limit}; output: a JSON list of {events, outcome, at, facing, lit}.
The TypeScript side shares the rules of the world and no code, so that a mistake there is not repeated here.
"""

import builtins
import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

COMPASS = {"north": (-1, 0), "east": (0, 1), "south": (1, 0), "west": (0, -1)}
TO_THE_LEFT = {"north": "west", "west": "south", "south": "east", "east": "north"}
TO_THE_RIGHT = {right: left for left, right in TO_THE_LEFT.items()}
OBSTACLES = {
    "#": "house",
    "X": "landmark",
    "T": "tree",
    "B": "bench",
    "~": "water",
    "o": "puddle",
    ",": "ground",
    "+": "gate",
}


class Stopped(Exception):
    """The run ends here; the argument is the outcome."""


class Town:
    def __init__(self, rows: list[str], facing: str, limit: int) -> None:
        self.tiles = {(r, c): tile for r, row in enumerate(rows) for c, tile in enumerate(row)}
        self.at = next(cell for cell, tile in self.tiles.items() if tile == "S")
        self.facing = facing
        self.lit: set[tuple[int, int]] = set()
        self.events: list[list[Any]] = []
        self.steps_left = limit

    def account(self, outcome: str) -> dict[str, Any]:
        lit = sorted(f"{row},{column}" for row, column in self.lit)
        return {
            "events": self.events,
            "outcome": outcome,
            "at": self.at,
            "facing": self.facing,
            "lit": lit,
        }

    def names(self) -> dict[str, Any]:
        """Everything a program can call."""
        return {
            "__builtins__": {},
            "range": self.rounds,
            "move": self.move,
            "turn_left": lambda: self.turn(TO_THE_LEFT),
            "turn_right": lambda: self.turn(TO_THE_RIGHT),
            "light": self.light,
            "path_ahead": self.question("path_ahead", lambda: self.is_open(self.facing)),
            "path_left": self.question("path_left", lambda: self.is_open(TO_THE_LEFT[self.facing])),
            "path_right": self.question("path_right", lambda: self.is_open(TO_THE_RIGHT[self.facing])),
            "at_lantern": self.question("at_lantern", self.stands_on_dark_lantern),
            "at_goal": self.question("at_goal", lambda: self.tiles[self.at] == "G"),
        }

    def step(self) -> None:
        if self.steps_left == 0:
            raise Stopped("step_limit")
        self.steps_left -= 1

    def rounds(self, times: int) -> Iterator[int]:
        for index in builtins.range(times):
            self.step()
            self.events.append(["repeated", index + 1, times])
            yield index

    def question(self, name: str, answer: Callable[[], bool]) -> Callable[[], bool]:
        def ask() -> bool:
            self.step()
            self.events.append(["asked", name, answer()])
            return answer()

        return ask

    def move(self) -> None:
        self.step()
        ahead = self.beside(self.facing)
        if not self.is_open(self.facing):
            obstacle = OBSTACLES[self.tiles[ahead]] if ahead in self.tiles else "edge"
            self.events.append(["bumped", obstacle, *ahead])
            raise Stopped("crashed")
        self.at = ahead
        self.events.append(["moved", *ahead])

    def turn(self, side: dict[str, str]) -> None:
        self.step()
        self.facing = side[self.facing]
        self.events.append(["turned", self.facing])

    def light(self) -> None:
        self.step()
        if not self.stands_on_dark_lantern():
            reason = "already_lit" if self.tiles[self.at] == "L" else "no_lantern"
            self.events.append(["misplaced", reason, *self.at])
            raise Stopped("crashed")
        self.lit.add(self.at)
        self.events.append(["lit", *self.at])

    def beside(self, direction: str) -> tuple[int, int]:
        rows, columns = COMPASS[direction]
        return self.at[0] + rows, self.at[1] + columns

    def is_open(self, direction: str) -> bool:
        return self.tiles.get(self.beside(direction), "#") in ".=SGL"

    def stands_on_dark_lantern(self) -> bool:
        return self.tiles[self.at] == "L" and self.at not in self.lit


def run(case: dict[str, Any]) -> dict[str, Any]:
    town = Town(case["map"], case["facing"], case["limit"])
    try:
        exec(compile(case["python"], "program", "exec"), town.names())  # noqa: S102 - our own generated text
    except Stopped as stopped:
        return town.account(str(stopped))
    return town.account("completed")


if __name__ == "__main__":
    json.dump([run(case) for case in json.load(sys.stdin)], sys.stdout)
