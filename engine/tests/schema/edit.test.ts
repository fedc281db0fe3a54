import fc from "fast-check";
import { expect, test } from "vitest";
import { countBlocks, find, insert, move, newStatement, remove, replace, slotOf, walk } from "../../src/schema/edit.ts";
import { parseProgram, toShorthand } from "../../src/schema/shorthand.ts";
import { unfinished } from "../samples.ts";

const program = parseProgram(["move", { repeat: 3, do: ["turn_left", "light"] }, { if: "at_goal", do: [], else: ["move"] }]);

test("a block goes into the gap that a slot names", () => {
  const block = newStatement("light", "new");
  const inLoop = insert(program, block, { parent: "2", branch: "body", index: 1 });
  const inElse = insert(program, block, { parent: "3", branch: "otherwise", index: 0 });
  expect(toShorthand(inLoop)[1]).toEqual({ repeat: 3, do: ["turn_left", "light", "light"] });
  expect(toShorthand(inElse)[2]).toEqual({ if: "at_goal", do: [], else: ["light", "move"] });
});

test("removing a loop takes what is inside with it", () => {
  expect(countBlocks(program)).toBe(6);
  expect(countBlocks(remove(program, "2"))).toBe(3);
});

test("a number is chosen by replacing the block", () => {
  const loop = find(program, "2");
  const chosen = replace(program, "2", { ...loop, times: 5 } as NonNullable<typeof loop>);
  expect(toShorthand(chosen)[1]).toEqual({ repeat: 5, do: ["turn_left", "light"] });
});

test("a move names its gap in the program as it is shown before the move", () => {
  const down = move(program, "1", { parent: null, branch: "body", index: 2 });
  expect(down.body.map(({ id }) => id)).toEqual(["2", "1", "3"]);
  const inside = move(program, "1", { parent: "2", branch: "body", index: 2 });
  expect(toShorthand(inside)[0]).toEqual({ repeat: 3, do: ["turn_left", "light", "move"] });
});

test("a loop cannot be moved into itself", () => {
  expect(move(program, "2", { parent: "2", branch: "body", index: 0 })).toBe(program);
});

test("taking a block away and putting it back where it stood changes nothing", () => {
  fc.assert(
    fc.property(unfinished, fc.nat(), (shorthand, pick) => {
      const whole = parseProgram(shorthand);
      const all = [...walk(whole.body)];
      if (all.length === 0) return;
      const statement = all[pick % all.length] as (typeof all)[number];
      const slot = slotOf(whole, statement.id);
      expect(slot).toBeDefined();
      if (slot) expect(insert(remove(whole, statement.id), statement, slot)).toEqual(whole);
    }),
  );
});

test("no edit changes the program it was given", () => {
  const before = JSON.stringify(program);
  remove(program, "2.1");
  move(program, "3", { parent: null, branch: "body", index: 0 });
  expect(JSON.stringify(program)).toBe(before);
});
