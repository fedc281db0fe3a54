import { expect, test } from "vitest";
import { addPiece } from "../../src/player/editing.ts";
import { eventsOf } from "../../src/player/effects.ts";
import { explain, takeHint } from "../../src/player/helping.ts";
import { beat, pause, play, seek } from "../../src/player/playback.ts";
import { setSpeed, toggleSound } from "../../src/player/preferences.ts";
import { newStatement } from "../../src/schema/edit.ts";
import { SOLUTION, opened, untilStill, withProgram } from "./states.ts";

const names = (...of: Parameters<typeof eventsOf>) => eventsOf(...of).map(({ name }) => name);

test("an edit is told with the program", () => {
  const before = opened();
  const after = addPiece(before, newStatement("move", ""));
  expect(eventsOf(before, after, 0)).toEqual([{ name: "codora:edit", detail: { program: after.program } }]);
});

test("a win is told once, with the run, when its end is shown; not again when the run is sought through", () => {
  const begun = pause(play(withProgram(opened(), SOLUTION)));
  const end = seek(begun, Infinity);
  const { program } = end;
  expect(eventsOf(begun, end, 12)).toEqual([
    { name: "codora:run", detail: { result: "won", say: "engine.won", blocks: 4, view: "strip" } },
    { name: "codora:win", detail: { program, blocks: 4, marks: ["works", "tidy"], seconds: 12 } },
  ]);
  expect(names(end, seek(end, 1), 0)).toEqual([]);
  expect(names(seek(end, 1), seek(seek(end, 1), Infinity), 0)).toEqual([]);
});

test("the same program run twice is told twice", () => {
  const end = untilStill(play(withProgram(opened(), SOLUTION)), beat);
  const again = untilStill(play(end), beat);
  expect(names(end, again, 0)).toContain("codora:win");
});

test("a program that cannot run is a run too", () => {
  const before = opened();
  expect(names(before, play(before), 0)).toEqual(["codora:run"]);
});

test("a mark for an answer is told without a win", () => {
  const question = { explain: { options: ["a", "b"], answer: "a" } };
  const before = opened(question);
  expect(names(before, explain(before, "b"), 0)).toEqual([]);
  expect(eventsOf(before, explain(before, "a"), 0)).toEqual([
    { name: "codora:mark", detail: { marks: ["explained"] } },
  ]);
});

test("a hint is told with its number", () => {
  const before = opened();
  expect(eventsOf(before, takeHint(before, {}), 0)).toEqual([{ name: "codora:hint", detail: { hint: 1 } }]);
});

test("what the learner prefers is told", () => {
  const before = opened();
  expect(names(before, setSpeed(before, "fast"), 0)).toEqual(["codora:preferences"]);
  expect(names(before, toggleSound(before), 0)).toEqual(["codora:preferences"]);
});
