import { expect, test } from "vitest";
import { attempt } from "../../src/goals/judge.ts";
import type { Rule, Shorthand, When } from "../../src/schema/level.generated.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import { levelOn } from "../samples.ts";

/** A lantern two steps east, a tree behind it, water in the south; on the other map it is one step away. */
function said(program: Shorthand, rules: Rule[]): string {
  const level = levelOn([["S.LT", "~~~~"], ["SL.T", "~~~~"]], { goals: [{ light: "all" }], feedback: rules });
  return attempt(level, parseProgram(program)).verdict.feedback.say;
}

const WALK: Shorthand = [{ repeat: 3, do: ["move"] }];
const STAND: Shorthand = ["turn_left", "turn_right"];
const WAIT: Shorthand = [{ until: "at_goal", do: ["turn_left"] }];

test.each<[When, Shorthand, Shorthand]>([
  [{ result: "crash" }, WALK, STAND],
  [{ result: "structure" }, [], STAND],
  [{ obstacle: "tree" }, WALK, ["turn_right", "move"]],
  [{ reason: "no_lantern" }, ["light"], ["move", "move", "light", "light"]],
  [{ cell: [1, 2] }, ["move"], STAND],
  [{ faces: "north" }, ["turn_left"], STAND],
  [{ lacks: "move" }, STAND, WALK],
  [{ uses: "repeat" }, WALK, STAND],
  [{ in_loop: "repeat" }, WALK, ["turn_left", "move"]],
  [{ in_loop: "until" }, WAIT, WALK],
  [{ unlit: 1 }, STAND, []],
  [{ unlit_at_least: 1 }, STAND, []],
  [{ at_goal: false }, STAND, []],
  [{ blocks_at_least: 3 }, ["move", ...STAND], STAND],
  [{ blocks_at_most: 1 }, ["move"], STAND],
  [{ variant: "first" }, STAND, ["move", "move", "light"]],
  [{ variant: "other" }, ["move", "move", "light"], STAND],
  [{ result: "crash", uses: "repeat" }, WALK, ["turn_left", "move"]],
])("a rule holds when all of %j does", (when, fits, fails) => {
  const rule: Rule = { when, say: "own" };
  expect(said(fits, [rule])).toBe("own");
  expect(said(fails, [rule])).not.toBe("own");
});

test("the first rule that fits is told", () => {
  const rules: Rule[] = [
    { when: { result: "endless" }, say: "endless" },
    { when: { uses: "repeat" }, say: "repeats" },
    { when: { result: "crash" }, say: "crashes" },
  ];
  expect(said(WALK, rules)).toBe("repeats");
});

test("a rule points where it says, and at the block at fault", () => {
  const level = levelOn([["S.LT"]], { feedback: [{ when: { result: "crash" }, say: "own", show: { cell: [1, 3] } }] });
  const { feedback } = attempt(level, parseProgram(WALK)).verdict;
  expect(feedback).toMatchObject({ show: { node: "1.1", cell: { row: 0, column: 2 } }, also: [] });
});
