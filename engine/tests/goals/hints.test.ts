import { expect, test } from "vitest";
import { hintsFor, piecesOf, shouldOfferHint } from "../../src/goals/hints.ts";
import { parseProgram, toShorthand } from "../../src/schema/shorthand.ts";
import { level } from "../samples.ts";

const TEXT = { "hints.nudge": "Count.", "hints.point": "Here.", "hints.parsons": "These." };

test("three hints: a nudge, a place, the pieces of the solution", () => {
  const hints = hintsFor(level(), TEXT);
  expect(hints.map(({ kind, text }) => [kind, text])).toEqual([["nudge", "Count."], ["point", "Here."], ["parsons", "These."]]);
  expect(hints[1]?.show).toEqual({ cell: { row: 1, column: 4 } });
  expect(hints[2]?.pieces).toHaveLength(4);
});

test("a level without hints has none", () => {
  const { hints: _, ...file } = level().file;
  expect(hintsFor({ ...level(), file }, TEXT)).toEqual([]);
});

test("pieces are all the blocks, single, in an order that gives nothing away", () => {
  const solution = parseProgram([{ repeat: 3, do: ["move", { if: "at_lantern", do: ["light"], else: ["move"] }] }, "turn_left"]);
  const pieces = toShorthand({ ir: 1, body: piecesOf(solution) });
  expect(pieces).toHaveLength(6);
  expect(pieces).toContainEqual({ repeat: 3, do: [] });
  expect(pieces).toContainEqual({ if: "at_lantern", do: [], else: [] });
  const reordered = parseProgram(["turn_left", { repeat: 3, do: [{ if: "at_lantern", do: ["light"], else: ["move"] }, "move"] }]);
  expect(toShorthand({ ir: 1, body: piecesOf(reordered) })).toEqual(pieces);
});

test.each([
  ["two like failures", { failures: ["a", "b", "b"], idleSeconds: 0, hintsTaken: 0 }, true],
  ["two unlike failures", { failures: ["b", "a"], idleSeconds: 0, hintsTaken: 0 }, false],
  ["one failure", { failures: ["a"], idleSeconds: 74, hintsTaken: 0 }, false],
  ["standing still", { failures: [], idleSeconds: 75, hintsTaken: 2 }, true],
  ["no hint left", { failures: ["a", "a"], idleSeconds: 500, hintsTaken: 3 }, false],
])("a hint is offered after %s: %j", (_, struggle, offered) => {
  expect(shouldOfferHint(struggle)).toBe(offered);
});
