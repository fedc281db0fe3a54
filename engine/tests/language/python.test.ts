import fc from "fast-check";
import { expect, test } from "vitest";
import { fromPython, PythonFault } from "../../src/language/from-python.ts";
import { toPython } from "../../src/language/to-python.ts";
import { parseProgram, toShorthand } from "../../src/schema/shorthand.ts";
import { unfinished } from "../samples.ts";

test("a program reads as a child would write it in Python", () => {
  const program = parseProgram([
    { repeat: 3, do: ["move"] },
    { until: "at_goal", do: [{ if: "path_ahead", do: ["move"], else: ["turn_left"] }] },
    { if: { not: "at_lantern" }, do: [] },
  ]);
  const { text, lines } = toPython(program);
  expect(text).toBe(`for _ in range(3):
    move()
while not at_goal():
    if path_ahead():
        move()
    else:
        turn_left()
if not at_lantern():
    pass
`);
  expect(Object.fromEntries(lines)).toEqual({ "1": 1, "1.1": 2, "2": 3, "2.1": 4, "2.1.1": 5, "2.1.e1": 7, "3": 8 });
});

test("until not is while", () => {
  expect(toPython(parseProgram([{ until: { not: "path_ahead" }, do: ["move"] }])).text).toBe("while path_ahead():\n    move()\n");
});

test("every program survives the way to Python and back, with ids that tell the place", () => {
  fc.assert(
    fc.property(unfinished, (shorthand) => {
      const program = parseProgram(shorthand);
      expect(fromPython(toPython(program).text)).toEqual(program);
    }),
  );
});

test("blank lines and comments do not matter", () => {
  expect(toShorthand(fromPython("# walk\n\nmove()  # one step\n"))).toEqual(["move"]);
});

test.each([
  ["move()\n  light()", 2, "indent"],
  ["move()\n    light()", 2, "indent"],
  ["move(3)", 1, "statement"],
  ["for _ in range(n):\n    move()", 1, "number"],
  ["for _ in range(0):\n    move()", 1, "number"],
  ["if x > 1:\n    move()", 1, "condition"],
  ["move()\nif at_goal():\nlight()", 2, "empty_body"],
  ["else:\n    move()", 1, "lone_else"],
])("Python outside the subset is told with its line: %j", (text, line, reason) => {
  let fault: unknown;
  try {
    fromPython(text);
  } catch (error) {
    fault = error;
  }
  expect(fault).toBeInstanceOf(PythonFault);
  expect(fault).toMatchObject({ line, reason });
});
