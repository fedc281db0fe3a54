import { expect, test } from "vitest";
import { run } from "../../src/language/run.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import { atRest, momentOf } from "../../src/view/world/moment.ts";
import { level } from "../samples.ts";

const street = level();
const trace = run(street, parseProgram(["move", "turn_left", "turn_right", "move", "light"]));

test("before the first step Ora stands at the start, with nothing behind", () => {
  expect(momentOf(trace, 0, false)).toEqual(atRest(street.grids[0]));
});

test("the trail has each cell walked through, once for standing still", () => {
  expect(momentOf(trace, 4, false).trail.map(({ column }) => column)).toEqual([1, 2, 3]);
});

test("a fault is shown where it happened, and the pose says what Ora did", () => {
  expect(momentOf(trace, 1, false).pose).toBe("walk");
  expect(momentOf(trace, 2, false).pose).toBe("turn");
  expect(momentOf(trace, 5, false)).toMatchObject({ pose: "think", fault: { row: 1, column: 3 } });
});

test("Ora cheers at the end of a run that wins, not before", () => {
  const won = run(street, parseProgram([{ repeat: 3, do: ["move"] }, "light", "move"]));
  expect(momentOf(won, won.steps.length, true).pose).toBe("cheer");
  expect(momentOf(won, won.steps.length - 1, true).pose).toBe("light");
});
