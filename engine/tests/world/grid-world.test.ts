import { describe, expect, test } from "vitest";
import { parseGrid } from "../../src/schema/grid.ts";
import type { Direction } from "../../src/schema/world.ts";
import { describeCell, describeWorld } from "../../src/world/describe.ts";
import { GridWorld } from "../../src/world/grid-world.ts";

function worldOf(map: string[], facing: Direction = "east"): GridWorld {
  return new GridWorld(parseGrid(map, facing));
}

describe("move", () => {
  test.each([".", "=", "G", "L"])("Ora walks onto %s", (tile) => {
    const world = worldOf([`S${tile}`]);
    expect(world.act("move")).toBe(true);
    expect(world.event()).toEqual({ kind: "moved", from: { row: 0, column: 0 }, to: { row: 0, column: 1 } });
  });

  test.each([
    ["#", "house"],
    ["X", "landmark"],
    ["T", "tree"],
    ["B", "bench"],
    ["~", "water"],
    ["o", "puddle"],
    [",", "ground"],
    ["+", "gate"],
  ])("%s stops Ora: %s", (tile, obstacle) => {
    const world = worldOf([`S${tile}`]);
    expect(world.act("move")).toBe(false);
    expect(world.event()).toEqual({ kind: "bumped", at: { row: 0, column: 1 }, obstacle });
    expect(world.snapshot().at).toEqual({ row: 0, column: 0 });
  });

  test.each<[Direction, object]>([
    ["north", { row: -1, column: 0 }],
    ["east", { row: 0, column: 1 }],
    ["south", { row: 1, column: 0 }],
    ["west", { row: 0, column: -1 }],
  ])("the edge in the %s stops Ora", (facing, at) => {
    const world = worldOf(["S"], facing);
    expect(world.act("move")).toBe(false);
    expect(world.event()).toEqual({ kind: "bumped", at, obstacle: "edge" });
  });
});

test("a turn tells from where to where", () => {
  const world = worldOf(["S"], "north");
  world.act("turn_left");
  expect(world.event()).toEqual({ kind: "turned", from: "north", to: "west" });
  world.act("turn_right");
  world.act("turn_right");
  expect(world.snapshot().facing).toBe("east");
});

describe("light", () => {
  test("lights the lantern Ora stands on, once", () => {
    const world = worldOf(["SL"]);
    world.act("move");
    expect(world.sense("at_lantern")).toBe(true);
    expect(world.act("light")).toBe(true);
    expect(world.event()).toEqual({ kind: "lit", at: { row: 0, column: 1 } });
    expect([...world.snapshot().lit]).toEqual(["0,1"]);
    expect(world.sense("at_lantern")).toBe(false);
    expect(world.act("light")).toBe(false);
    expect(world.event()).toMatchObject({ kind: "misplaced", reason: "already_lit" });
  });

  test("is misplaced where there is no lantern", () => {
    const world = worldOf(["SL"]);
    expect(world.act("light")).toBe(false);
    expect(world.event()).toEqual({ kind: "misplaced", action: "light", at: { row: 0, column: 0 }, reason: "no_lantern" });
  });
});

test("sensors look where Ora looks", () => {
  const world = worldOf(["##.", "#SG", "###"], "north");
  const sensed = (["path_ahead", "path_left", "path_right", "at_goal"] as const).map((sensor) => world.sense(sensor));
  expect(sensed).toEqual([false, false, true, false]);
  world.act("turn_right");
  world.act("move");
  expect(world.sense("at_goal")).toBe(true);
  expect(world.sense("path_left")).toBe(true);
});

test("a snapshot stays as it was when the world goes on", () => {
  const world = worldOf(["SL"]);
  world.act("move");
  const before = world.snapshot();
  world.act("light");
  expect(before.lit.size).toBe(0);
  world.reset();
  expect(world.snapshot()).toEqual({ at: { row: 0, column: 0 }, facing: "east", lit: new Set() });
});

test("a cell is described in data, counted from one", () => {
  const grid = parseGrid(["SL#"], "east");
  const state = new GridWorld(grid).snapshot();
  expect(describeCell(grid, state, { row: 0, column: 0 })).toEqual({ row: 1, column: 1, tile: "start", lit: null, ora: "east" });
  expect(describeCell(grid, state, { row: 0, column: 1 })).toEqual({ row: 1, column: 2, tile: "lantern", lit: false, ora: null });
});

test("the world is described around Ora", () => {
  const grid = parseGrid(["~L#", "TSG", "..."], "north");
  const described = describeWorld(grid, new GridWorld(grid).snapshot());
  const { ahead, left, right } = described;
  expect([ahead.tile, left.tile, right.tile]).toEqual(["lantern", "tree", "goal"]);
  expect(described).toMatchObject({ rows: 3, columns: 3, dark: 1, goal: { row: 2, column: 3 } });
});
