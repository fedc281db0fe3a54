import fc from "fast-check";
import { expect, test } from "vitest";
import { walk } from "../../src/schema/edit.ts";
import { parseProgram, toShorthand } from "../../src/schema/shorthand.ts";
import { unfinished } from "../samples.ts";

test("shorthand becomes statements whose ids tell their place", () => {
  const program = parseProgram(["move", { if: { not: "path_ahead" }, do: ["turn_left"], else: ["light", "move"] }]);
  expect(program).toEqual({
    ir: 1,
    body: [
      { id: "1", kind: "call", action: "move" },
      {
        id: "2",
        kind: "if",
        condition: { sensor: "path_ahead", not: true },
        body: [{ id: "2.1", kind: "call", action: "turn_left" }],
        otherwise: [
          { id: "2.e1", kind: "call", action: "light" },
          { id: "2.e2", kind: "call", action: "move" },
        ],
      },
    ],
  });
});

test("a program survives the way to shorthand and back, and its ids are unique", () => {
  fc.assert(
    fc.property(unfinished, (shorthand) => {
      const program = parseProgram(shorthand);
      const ids = [...walk(program.body)].map(({ id }) => id);
      expect(toShorthand(program)).toEqual(shorthand);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});
