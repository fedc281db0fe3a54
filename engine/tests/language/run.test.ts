import { describe, expect, test } from "vitest";
import { record, run, runAll } from "../../src/language/run.ts";
import { parseGrid } from "../../src/schema/grid.ts";
import type { Shorthand } from "../../src/schema/level.generated.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import type { Trace } from "../../src/schema/trace.ts";
import { GridWorld } from "../../src/world/grid-world.ts";
import { level, levelOn } from "../samples.ts";

function traceOf(map: string[], program: Shorthand, limit = 100): Trace {
  return record(parseProgram(program), new GridWorld(parseGrid(map, "east")), limit);
}

function nodes({ steps }: Trace): string[] {
  return steps.map(({ node }) => node);
}

test("each step names its statement and the world after it", () => {
  const trace = traceOf(["S."], ["turn_left", "turn_right", "move"]);
  expect(nodes(trace)).toEqual(["1", "2", "3"]);
  expect(trace.start.facing).toBe("east");
  expect(trace.steps.map(({ state }) => state.facing)).toEqual(["north", "east", "east"]);
  expect(trace.steps[2]?.state.at).toEqual({ row: 0, column: 1 });
  expect(trace.outcome).toEqual({ kind: "completed" });
});

test("a repeat steps at the beginning of each round", () => {
  const trace = traceOf(["S.."], [{ repeat: 2, do: ["move"] }]);
  expect(nodes(trace)).toEqual(["1", "1.1", "1", "1.1"]);
  expect(trace.steps[2]?.event).toEqual({ kind: "repeated", round: 2, of: 2 });
  expect(trace.steps[3]?.rounds).toEqual([{ node: "1", round: 2 }]);
});

test("an until asks before each round, so that it may not run at all", () => {
  const walks = traceOf(["S.G"], [{ until: "at_goal", do: ["move"] }]);
  expect(nodes(walks)).toEqual(["1", "1.1", "1", "1.1", "1"]);
  expect(walks.steps.at(-1)?.event).toEqual({ kind: "asked", sensor: "at_goal", answer: true });
  const waits = traceOf(["S."], [{ until: "path_ahead", do: ["move"] }]);
  expect(nodes(waits)).toEqual(["1"]);
});

test("an if asks and takes its branch; `not` is part of the answer", () => {
  const trace = traceOf(["S#"], [{ if: { not: "path_ahead" }, do: ["turn_left"], else: ["move"] }, { if: "at_goal", do: ["move"] }]);
  expect(nodes(trace)).toEqual(["1", "1.1", "2"]);
  expect(trace.steps[0]?.event).toEqual({ kind: "asked", sensor: "path_ahead", not: true, answer: true });
});

test("rounds of loops in loops come outermost first", () => {
  const trace = traceOf(["S"], [{ repeat: 2, do: [{ repeat: 2, do: [{ if: "at_goal", do: ["light"], else: ["turn_left"] }] }] }]);
  expect(trace.steps.at(-1)).toMatchObject({
    node: "1.1.1.e1",
    rounds: [{ node: "1", round: 2 }, { node: "1.1", round: 2 }],
  });
});

test("a fault ends the run and is the last step's event", () => {
  const trace = traceOf(["S#"], ["turn_left", "turn_right", "move", "move"]);
  expect(trace.outcome).toEqual({ kind: "crashed", node: "3", event: { kind: "bumped", at: { row: 0, column: 1 }, obstacle: "house" } });
  expect(trace.steps).toHaveLength(3);
});

describe("the step limit", () => {
  test("stops a program that never ends, naming what would have run next", () => {
    const trace = traceOf(["S"], [{ until: "at_goal", do: ["turn_left"] }], 5);
    expect(trace.statements).toBe(5);
    expect(trace.outcome).toEqual({ kind: "step_limit", node: "1.1" });
  });

  test("lets a program end that needs exactly so many", () => {
    expect(traceOf(["S"], ["turn_left", "turn_left"], 2).outcome.kind).toBe("completed");
    expect(traceOf(["S"], ["turn_left", "turn_left"], 1).outcome.kind).toBe("step_limit");
  });
});

test("an unfinished program does not run", () => {
  expect(() => traceOf(["S"], [{ repeat: null, do: ["move"] }])).toThrow();
  expect(() => traceOf(["S"], [{ until: null, do: ["move"] }])).toThrow();
});

test("a level is run on each of its maps", () => {
  const two = levelOn([["S."], ["S#"]]);
  const program = parseProgram(["move"]);
  expect(runAll(two, program).map(({ outcome }) => outcome.kind)).toEqual(["completed", "crashed"]);
  expect(() => run(two, program, 2)).toThrow(RangeError);
});

test("a trace cannot be changed", () => {
  const trace = run(level(), parseProgram(["move"]));
  expect(() => (trace.steps as unknown[]).push({})).toThrow(TypeError);
});
