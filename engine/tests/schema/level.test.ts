import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { levelTypes } from "../../prover/write-types.ts";
import { mapFault, parseGrid, tileAt } from "../../src/schema/grid.ts";
import { withMap } from "../../src/schema/level.ts";
import { level } from "../samples.ts";

test("the committed types are those of the schema", async () => {
  const committed = readFileSync(new URL("../../src/schema/level.generated.ts", import.meta.url), "utf8");
  expect(await levelTypes()).toBe(committed);
});

test("a map becomes tiles, with start, lanterns and goal found", () => {
  const grid = parseGrid(["S.L", "~=G"], "north");
  expect(grid).toMatchObject({ rows: 2, columns: 3, facing: "north", start: { row: 0, column: 0 } });
  expect(grid.lanterns).toEqual([{ row: 0, column: 2 }]);
  expect(grid.goal).toEqual({ row: 1, column: 2 });
  expect(tileAt(grid, { row: 1, column: 0 })).toBe("water");
  expect(tileAt(grid, { row: 2, column: 0 })).toBe("edge");
});

test.each([
  [["S.", "..."], { kind: "ragged", row: 1 }],
  [["S.", ".?"], { kind: "unknown_tile", row: 1, tile: "?" }],
  [["..", ".."], { kind: "starts", count: 0 }],
  [["SS", ".."], { kind: "starts", count: 2 }],
  [["SG", "GG"], { kind: "goals", count: 3 }],
  [["S" + "L".repeat(31)], { kind: "lanterns", count: 31 }],
])("a map that cannot be played is told why: %j", (map, fault) => {
  expect(mapFault(map)).toEqual(fault);
  expect(() => parseGrid(map, "east")).toThrow();
});

test("variants keep the facing of the level unless they have their own", () => {
  const { grids } = level({ variants: [{ map: ["S."] }, { map: ["S."], facing: "north" }] });
  expect(grids.map(({ facing }) => facing)).toEqual(["east", "east", "north"]);
});

test("a create level is played on the learner's own map alone", () => {
  const own = withMap(level({ variants: [{ map: ["S."] }] }), ["LS"]);
  expect(own.grids).toHaveLength(1);
  expect(own.grids[0].lanterns).toEqual([{ row: 0, column: 0 }]);
});
