import { describe, expect, test } from "vitest";
import { attempt, type Verdict } from "../../src/goals/judge.ts";
import type { Shorthand } from "../../src/schema/level.generated.ts";
import type { Level } from "../../src/schema/level.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import { level, levelOn } from "../samples.ts";

/** Ora needs three steps to the lantern in row 2, column 5; the goal is behind it. */
const street = level();

function verdict(program: Shorthand, on: Level = street, loose: string[] = []): Verdict {
  return attempt(on, parseProgram(program), loose).verdict;
}

describe("a program that wins", () => {
  test("is tidy with as few blocks as can be", () => {
    const tidy = verdict([{ repeat: 3, do: ["move"] }, "light", "move"]);
    expect(tidy).toMatchObject({ result: "won", blocks: 4, marks: ["works", "tidy"], feedback: { say: "engine.won" } });
    const longer = verdict(["move", "move", "move", "light", "move"]);
    expect(longer).toMatchObject({ result: "won", marks: ["works"], feedback: { say: "engine.won_longer" } });
  });

  test("may be as long as it likes in a create level", () => {
    const own = level({ kind: "create", limits: { steps: 100, blocks_ideal: 1 } });
    expect(verdict(["move", "move", "move", "light", "move"], own).feedback.say).toBe("engine.won");
  });
});

describe("structure", () => {
  test.each<[Shorthand, string, object]>([
    [[], "empty_program", {}],
    [["move", { repeat: 3, do: [] }], "empty_loop", { node: "2" }],
    [[{ until: "at_goal", do: [] }], "empty_loop", { node: "1" }],
    [[{ if: "at_goal", do: [], else: [] }], "empty_if", { node: "1" }],
    [[{ repeat: null, do: ["move"] }], "missing_number", { node: "1" }],
    [[{ repeat: 2, do: [{ until: null, do: ["move"] }] }], "missing_condition", { node: "1.1" }],
    [[{ if: null, do: ["move"] }], "missing_condition", { node: "1" }],
  ])("%j is told before it runs: %s", (program, key, show) => {
    const { traces, verdict: found } = attempt(street, parseProgram(program));
    expect(traces).toEqual([]);
    expect(found).toMatchObject({ result: "structure", variant: null, feedback: { say: `engine.${key}`, show } });
  });

  test("an if, else with one empty branch may run", () => {
    expect(verdict([{ if: "path_ahead", do: [], else: ["move"] }]).result).not.toBe("structure");
  });

  test("too many blocks are told with both numbers", () => {
    const capped = level({ limits: { steps: 100, blocks_ideal: 2, blocks_max: 3 } });
    const { feedback } = verdict(["move", "move", "move", "light"], capped);
    expect(feedback).toMatchObject({ say: "engine.too_many_blocks", params: { blocks: 4, max: 3 } });
    expect(verdict(["move", "move", "move"], capped).result).toBe("goal_unmet");
  });

  test("loose blocks are spoken of when the program does not win", () => {
    expect(verdict([], street, ["x"]).feedback).toMatchObject({ say: "engine.loose_blocks", show: { node: "x" } });
    expect(verdict(["move"], street, ["x"]).feedback.also).toEqual([{ say: "engine.loose_blocks", params: {} }]);
    const winning: Shorthand = ["move", "move", "move", "light", "move"];
    expect(verdict(winning, street, ["x"]).feedback.also).toEqual([]);
  });
});

describe("what went wrong is told with place", () => {
  test("a crash names the obstacle and its cell", () => {
    const { result, feedback } = verdict(["turn_left", "move"]);
    expect(result).toBe("crash");
    expect(feedback).toMatchObject({
      say: "engine.bump_house",
      params: { row: 1, column: 2 },
      show: { node: "2", cell: { row: 0, column: 1 } },
      also: [],
    });
  });

  test("grass is told as grass, the edge with the cell Ora stands in", () => {
    expect(verdict([{ repeat: 5, do: ["move"] }]).feedback).toMatchObject({ say: "engine.bump_ground", params: { column: 7 } });
    const corner = levelOn([["SLG"]]);
    expect(verdict(["turn_left", "move"], corner).feedback).toMatchObject({ say: "engine.bump_edge", params: { row: 1, column: 1 } });
  });

  test("in a loop, the round is told too", () => {
    const { feedback } = verdict([{ repeat: 9, do: ["move"] }]);
    expect(feedback.also).toEqual([{ say: "engine.in_round", params: { round: 5 } }]);
  });

  test("light in the wrong place", () => {
    expect(verdict(["light"]).feedback).toMatchObject({ say: "engine.no_lantern", params: { row: 2, column: 2 } });
    const twice = verdict([{ repeat: 3, do: ["move"] }, "light", "light"]);
    expect(twice).toMatchObject({ result: "misplaced", feedback: { say: "engine.already_lit", params: { row: 2, column: 5 } } });
  });

  test("an endless until is pointed at; numbers that are too big are another matter", () => {
    const waiting = verdict(["move", { until: "at_goal", do: ["turn_left"] }]);
    expect(waiting).toMatchObject({ result: "endless", feedback: { say: "engine.endless", show: { node: "2" } } });
    const long = verdict([{ repeat: 20, do: [{ repeat: 20, do: ["turn_left"] }] }]);
    expect(long).toMatchObject({ result: "endless", feedback: { say: "engine.too_long", params: { steps: 100 } } });
  });

  test.each<[Shorthand, string, object]>([
    [["move"], "unlit", { count: 1, row: 2, column: 5 }],
    [[{ repeat: 4, do: ["move"] }], "passed_lantern", { row: 2, column: 5 }],
    [[{ repeat: 3, do: ["move"] }, "light"], "not_at_goal", { row: 2, column: 5, goal_row: 2, goal_column: 6 }],
  ])("an open goal: %j", (program, key, params) => {
    expect(verdict(program)).toMatchObject({ result: "goal_unmet", feedback: { say: `engine.${key}`, params } });
  });

  test("walking on from the goal is not the same as not reaching it", () => {
    const yard = levelOn([["SG."]], { goals: [{ reach: "G" }] });
    expect(verdict(["move", "move"], yard).feedback.say).toBe("engine.passed_goal");
  });

  test("one lantern of several is enough where any will do", () => {
    const any = levelOn([["SLL"]], { goals: [{ light: "any" }] });
    expect(verdict(["turn_left"], any).feedback.say).toBe("engine.none_lit");
    expect(verdict(["move", "light"], any).result).toBe("won");
  });

  test("a block that must be used is asked for once the rest is done", () => {
    const loops = level({ goals: [{ use: "repeat" }, { light: "all" }] });
    expect(verdict(["move"], loops).feedback.say).toBe("engine.unlit");
    const walked = verdict(["move", "move", "move", "light"], loops);
    expect(walked).toMatchObject({ result: "goal_unmet", feedback: { say: "engine.must_use_repeat", show: { block: "repeat" } } });
  });
});

describe("several maps", () => {
  const two = levelOn([["SL"], ["S.L"]], { goals: [{ light: "all" }] });

  test("a program must win on all; the first failure counts", () => {
    expect(verdict([{ until: "at_lantern", do: ["move"] }, "light"], two).result).toBe("won");
    const counted = verdict(["move", "light"], two);
    expect(counted).toMatchObject({ result: "misplaced", variant: 1, feedback: { say: "engine.other_map", params: { map: 2 } } });
    expect(counted.feedback.also).toEqual([{ say: "engine.no_lantern", params: { row: 1, column: 2 } }]);
  });

  test("the shown map comes first, even if another fails sooner", () => {
    const blocked = levelOn([["S..L"], ["S#L"]], { goals: [{ light: "all" }] });
    expect(verdict(["move", "move"], blocked)).toMatchObject({ variant: 0, result: "goal_unmet" });
  });
});
