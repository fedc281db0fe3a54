import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ENGINE_KEYS, engineSay, tell } from "../../src/goals/messages.ts";
import { translator } from "../../src/schema/translate.ts";

const english = translator({ plural: {}, messages: {} }, "en");
const PARAMS = { row: 10, column: 10, goal_row: 10, goal_column: 10, count: 12, steps: 1000, map: 3, round: 12, blocks: 24, max: 12, ideal: 12 };

describe.each(ENGINE_KEYS)("%s", (key) => {
  const told = tell(english, {}, { say: engineSay(key), params: PARAMS });

  test("has a short form of at most 60 characters", () => {
    expect(told.short.length).toBeLessThanOrEqual(60);
    expect(told.short.length).toBeLessThanOrEqual(told.long.length);
  });

  test("has all its numbers and short sentences", () => {
    expect(told.long + told.short).not.toMatch(/[{}]|undefined|NaN/);
    for (const sentence of told.long.split(/(?<=[.!?:])\s+/)) expect(sentence.split(" ").length).toBeLessThanOrEqual(16);
  });
});

test("nobody is told only to try again", () => {
  expect(readFileSync(new URL("../../src/goals/messages.ts", import.meta.url), "utf8")).not.toMatch(/try again/i);
});

test("one lantern and several are told apart", () => {
  const dark = (count: number) => tell(english, {}, { say: "engine.unlit", params: { ...PARAMS, count } }).short;
  expect([dark(1), dark(2)]).toEqual(["1 lantern is still dark.", "2 lanterns are still dark."]);
});

test("a level's own message falls back to its long form for phones", () => {
  const text = { "feedback.far": "You used {blocks} blocks.", "feedback.near": "Long.", "feedback.near_short": "Short." };
  expect(tell(english, text, { say: "far", params: { blocks: 3 } })).toEqual({ long: "You used 3 blocks.", short: "You used 3 blocks." });
  expect(tell(english, text, { say: "near", params: {} }).short).toBe("Short.");
});

test("a message that nobody has is an error, not silence", () => {
  expect(() => tell(english, {}, { say: "engine.unknown", params: {} })).toThrow("unknown");
  expect(() => tell(english, {}, { say: "unknown", params: {} })).toThrow("unknown");
});
