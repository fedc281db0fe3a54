import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { find, insert, remove, slotOf, walk } from "../../src/schema/edit.ts";
import type { Program } from "../../src/schema/program.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import {
  START,
  keepSpot,
  lastSpot,
  shift,
  slotAt,
  spotInside,
  spotsOf,
  withFreshIds,
} from "../../src/view/strip/spots.ts";
import { unfinished } from "../samples.ts";

const anyProgram = unfinished.map(parseProgram);
const ids = (program: Program) => [...walk(program.body)].map(({ id }) => id);

/** A program and one of its statements. */
const oneOf = anyProgram
  .filter(({ body }) => body.length > 0)
  .chain((program) => fc.constantFrom(...ids(program)).map((id) => ({ program, id })));

test("what is inserted stands where the spot said, and taking it out again gives the program back", () => {
  fc.assert(
    fc.property(anyProgram, fc.nat(), (program, pick) => {
      const spots = spotsOf(program);
      const slot = slotAt(program, spots[pick % spots.length]!);
      const statement = { id: "new", kind: "call", action: "move" } as const;
      const after = insert(program, statement, slot);
      expect(slotOf(after, statement.id)).toEqual(slot);
      expect(remove(after, statement.id)).toEqual(program);
    }),
  );
});

test("up and then down brings a statement back", () => {
  fc.assert(
    fc.property(oneOf, ({ program, id }) => {
      const up = shift(program, id, "up");
      if (up) expect(shift(up, id, "down")).toEqual(program);
    }),
  );
});

test("moving keeps every statement and its content", () => {
  fc.assert(
    fc.property(oneOf, fc.constantFrom("up", "down", "in", "out" as const), ({ program, id }, direction) => {
      const moved = shift(program, id, direction);
      if (!moved) return;
      expect(ids(moved).toSorted()).toEqual(ids(program).toSorted());
      expect(find(moved, id)).toEqual(find(program, id));
    }),
  );
});

test("down, a statement walks line by line to the end of the program", () => {
  fc.assert(
    fc.property(oneOf, ({ program, id }) => {
      const lines = spotsOf(remove(program, id)).length;
      let steps = 0;
      let last = program;
      for (let next: Program | null = program; next; next = shift(next, id, "down")) {
        last = next;
        steps += 1;
      }
      expect(steps).toBeLessThanOrEqual(lines);
      expect(last.body.at(-1)!.id).toBe(id);
    }),
  );
});

describe("in and out", () => {
  const loop = parseProgram(["move", { repeat: 4, do: ["turn_left"] }, "light"]);

  test("in goes to the end of the loop above, else to the start of the loop below", () => {
    expect(slotOf(shift(loop, "3", "in")!, "3")).toEqual({ parent: "2", branch: "body", index: 1 });
    expect(slotOf(shift(loop, "1", "in")!, "1")).toEqual({ parent: "2", branch: "body", index: 0 });
  });

  test("in goes to the else branch when there is one above", () => {
    const choice = parseProgram([{ if: "path_ahead", do: ["move"], else: ["turn_left"] }, "light"]);
    expect(slotOf(shift(choice, "2", "in")!, "2")).toEqual({ parent: "1", branch: "otherwise", index: 1 });
  });

  test("out goes behind the loop", () => {
    expect(slotOf(shift(loop, "2.1", "out")!, "2.1")).toEqual({ parent: null, branch: "body", index: 2 });
  });

  test("there is no out at the top and no in without a loop beside", () => {
    expect(shift(loop, "1", "out")).toBeNull();
    expect(shift(parseProgram(["move", "light"]), "1", "in")).toBeNull();
  });
});

describe("the chosen spot", () => {
  const before = parseProgram(["move", { repeat: 2, do: ["light"] }]);

  test("goes into a new loop, and behind a new step", () => {
    expect(spotInside({ id: "9", kind: "repeat", times: 2, body: [] })).toEqual({ kind: "body", id: "9" });
    expect(spotInside({ id: "9", kind: "call", action: "move" })).toEqual({ kind: "after", id: "9" });
  });

  test("falls back to the line before when its statement is taken away", () => {
    expect(keepSpot({ kind: "after", id: "2.1" }, before, remove(before, "2.1"))).toEqual({ kind: "body", id: "2" });
    expect(keepSpot({ kind: "after", id: "1" }, before, remove(before, "1"))).toEqual(START);
  });

  test("is the end of the program when nothing else is known", () => {
    expect(lastSpot(parseProgram([]))).toEqual(START);
    expect(keepSpot({ kind: "after", id: "gone" }, before, before)).toEqual({ kind: "after", id: "2" });
  });
});

test("a piece copied into a program gets ids of its own, inside as well", () => {
  fc.assert(
    fc.property(oneOf, ({ program, id }) => {
      const copy = withFreshIds(find(program, id)!, program);
      const all = ids(insert(program, copy, slotAt(program, START)));
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});
