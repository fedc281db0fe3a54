import fc from "fast-check";
import { expect, test } from "vitest";
import { defineBlocks, survivesBlockly } from "../../prover/checks/round-trips.ts";
import { blocklyToProgram, conditionFrom, conditionValue, looseBlocks, programToBlockly } from "../../src/language/blockly.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import { level, unfinished } from "../samples.ts";

const everything = level({
  numbers: { from: 1, to: 20 },
  sensors: (["path_ahead", "path_left", "path_right", "at_lantern", "at_goal"] as const).flatMap((s) => [s, { not: s }]),
});

test("every program survives a real Blockly workspace with ids, numbers and conditions", () => {
  defineBlocks(everything);
  fc.assert(
    fc.property(unfinished, (shorthand) => survivesBlockly(parseProgram(shorthand))),
    { numRuns: 60 },
  );
});

test("a number that the level does not offer does not survive: the prover would see it", () => {
  defineBlocks(level({ numbers: { from: 2, to: 4 } }));
  expect(survivesBlockly(parseProgram([{ repeat: 9, do: ["move"] }]))).toBe(false);
});

test("the program hangs under the start block; what hangs on nothing is loose", () => {
  const joined = programToBlockly(parseProgram(["move"])).blocks?.blocks ?? [];
  const workspace = { blocks: { languageVersion: 0 as const, blocks: [...joined, { type: "codora_light", id: "x" }] } };
  expect(blocklyToProgram(workspace).body.map(({ id }) => id)).toEqual(["1"]);
  expect(looseBlocks(workspace)).toEqual(["x"]);
});

test("an empty workspace is an empty program", () => {
  expect(blocklyToProgram({})).toEqual({ ir: 1, body: [] });
});

test.each([{ sensor: null }, { sensor: "at_goal" }, { sensor: "at_goal", not: true as const }])("condition %j has a value", (condition) => {
  expect(conditionFrom(conditionValue(condition))).toEqual(condition);
});
