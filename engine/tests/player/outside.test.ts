import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readProgram } from "../../src/player/read-program.ts";
import {
  type OwnTown,
  townFromFragment,
  townFromText,
  townToFragment,
  townToText,
} from "../../src/player/town-file.ts";
import { BRUSHES, openTown, paint, pickBrush, resize, turnOra } from "../../src/player/town.ts";
import type { PlayerState } from "../../src/player/state.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import { mapFault } from "../../src/schema/grid.ts";
import { unfinished } from "../samples.ts";
import { opened } from "./states.ts";

const TOWN: OwnTown = { map: ["S.L", ",,,", "#~T"], facing: "north", program: parseProgram(["move", "light"]) };

describe("a program from outside", () => {
  test("is read as it was written", () => {
    fc.assert(
      fc.property(unfinished, (short) => {
        const program = parseProgram(short);
        expect(readProgram(JSON.parse(JSON.stringify(program)))).toEqual(program);
      }),
    );
  });

  const call = { id: "1", kind: "call", action: "move" };
  test.each([
    ["no object", null],
    ["another version", { ir: 2, body: [] }],
    ["an unknown action", { ir: 1, body: [{ ...call, action: "explode" }] }],
    ["two statements of one id", { ir: 1, body: [call, call] }],
    ["a number out of bounds", { ir: 1, body: [{ id: "1", kind: "repeat", times: 0, body: [] }] }],
    ["an unknown sensor", { ir: 1, body: [{ id: "1", kind: "until", condition: { sensor: "x" }, body: [] }] }],
    ["a body that is none", { ir: 1, body: [{ id: "1", kind: "repeat", times: 2, body: "x" }] }],
    ["an unknown kind", { ir: 1, body: [{ id: "1", kind: "while", condition: { sensor: null }, body: [] }] }],
  ])("is refused: %s", (_, value) => {
    expect(readProgram(value)).toBeNull();
  });

  test("is refused when it is nested without end", () => {
    let body: unknown[] = [call];
    for (let depth = 0; depth < 40; depth++) body = [{ id: `r${depth}`, kind: "repeat", times: 2, body }];
    expect(readProgram({ ir: 1, body })).toBeNull();
  });

  test("never throws, whatever it is", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readProgram(value)));
  });
});

describe("a town", () => {
  test("comes out of a file and out of a link as it went in", () => {
    expect(townFromText(townToText(TOWN))).toEqual(TOWN);
    expect(townFromFragment(townToFragment(TOWN))).toEqual(TOWN);
    expect(townToFragment(TOWN)).toMatch(/^#town=[\w-]+$/);
  });

  test.each([
    ["not_json", "{"],
    ["not_a_town", "{}"],
    ["newer", JSON.stringify({ codora: "town", version: 2 })],
    ["size", townToText({ ...TOWN, map: ["S."] })],
    ["map", townToText({ ...TOWN, map: ["S..", "..", "..."] })],
    ["map", townToText({ ...TOWN, map: ["...", "...", "..."] })],
    ["program", townToText({ ...TOWN, program: { ir: 1, body: [{ id: "", kind: "call", action: "move" }] } })],
  ])("is refused with its reason: %s", (reason, text) => {
    expect(townFromText(text)).toBe(reason);
  });

  test("is not looked for in another part of a link", () => {
    expect(townFromFragment("#run")).toBeNull();
    expect(townFromFragment("#town=%%%")).toBe("not_json");
  });
});

describe("the town editor", () => {
  const editor = (): PlayerState => openTown(opened({ kind: "create" }), TOWN);
  const painted = (state: PlayerState, brush: (typeof BRUSHES)[number], row: number, column: number) =>
    paint(pickBrush(state, brush), { row, column });

  test("paints a cell", () => {
    expect(painted(editor(), "lantern", 1, 1).town?.map).toEqual(["S.L", ",L,", "#~T"]);
  });

  test("moves the start and leaves path behind, but never paints over it", () => {
    expect(painted(editor(), "start", 2, 2).town?.map).toEqual(["..L", ",,,", "#~S"]);
    expect(painted(editor(), "house", 0, 0).town?.map).toEqual(TOWN.map);
  });

  test("turns Ora, and the world with it", () => {
    const turned = turnOra(editor());
    expect(turned.town?.facing).toBe("east");
    expect(turned.level.grids[0].facing).toBe("east");
  });

  test("grows and shrinks, but not past its bounds and not over the start", () => {
    expect(resize(editor(), 4, 5).town?.map).toEqual(["S.L,,", ",,,,,", "#~T,,", ",,,,,"]);
    expect(resize(editor(), 2, 3).town?.map).toEqual(TOWN.map);
    const corner = resize(painted(resize(editor(), 4, 4), "start", 3, 3), 3, 3);
    expect(corner.town?.map).toHaveLength(4);
  });

  test("can always be played, whatever is done in it", () => {
    const act = fc.record({
      brush: fc.constantFrom(...BRUSHES),
      row: fc.nat(7),
      column: fc.nat(9),
      rows: fc.nat(8),
      columns: fc.nat(10),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const state = acts.reduce(
          (each, { brush, row, column, rows, columns }) => resize(painted(each, brush, row, column), rows, columns),
          editor(),
        );
        expect(mapFault(state.town!.map)).toBeNull();
        expect(state.level.grids[0].rows).toBe(state.town!.map.length);
      }),
    );
  });
});
