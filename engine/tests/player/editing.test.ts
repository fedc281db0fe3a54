import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addPiece,
  chooseBlock,
  chooseSpot,
  offerOf,
  redo,
  removeChosen,
  replaceProgram,
  shiftChosen,
  startAgain,
  undo,
} from "../../src/player/editing.ts";
import { useHintPiece, takeHint, considerOffering } from "../../src/player/helping.ts";
import type { PlayerState } from "../../src/player/state.ts";
import { blockOf, newStatement, walk } from "../../src/schema/edit.ts";
import { toShorthand } from "../../src/schema/shorthand.ts";
import { unfinished } from "../samples.ts";
import type { Statement } from "../../src/schema/program.ts";
import { opened, untilStill, withProgram } from "./states.ts";

const add = (state: PlayerState, block: Parameters<typeof newStatement>[0]) => addPiece(state, newStatement(block, ""));
const short = (state: PlayerState) => toShorthand(state.program);

test("taps put one block behind the other, and into a new loop", () => {
  const state = (["move", "repeat", "move", "light"] as const).reduce(add, opened());
  expect(short(state)).toEqual(["move", { repeat: null, do: ["move", "light"] }]);
});

test("what comes next goes behind the chosen line", () => {
  const loop = (["repeat", "move"] as const).reduce(add, opened());
  const id = loop.program.body[0]!.id;
  expect(short(add(chooseSpot(loop, { kind: "after", id }), "light"))).toEqual([
    { repeat: null, do: ["move"] },
    "light",
  ]);
  expect(short(add(chooseSpot(loop, { kind: "start" }), "light"))).toEqual(["light", { repeat: null, do: ["move"] }]);
  expect(short(add(chooseBlock(loop, id), "light"))).toEqual([{ repeat: null, do: ["move"] }, "light"]);
});

test("undo after undo leads back to the beginning, redo after redo to the end", () => {
  const edits = fc.array(fc.constantFrom("move", "light", "repeat", "up", "out", "remove", "again"), { maxLength: 12 });
  fc.assert(
    fc.property(unfinished, edits, (program, names) => {
      const first = withProgram(opened(), program);
      const last = names.reduce((state, name) => {
        if (name === "up" || name === "out") return shiftChosen(state, name);
        if (name === "remove") return removeChosen(state);
        if (name === "again") return startAgain(state);
        return add(state, name as "move");
      }, first);
      const undone = untilStill(last, undo);
      expect(undone.program).toEqual(first.program);
      expect(untilStill(undone, redo).program).toEqual(last.program);
    }),
  );
});

test("an edit after undo ends what could be redone", () => {
  const state = add(undo(add(opened(), "move")), "light");
  expect(redo(state)).toBe(state);
});

test("starting again empties the program and can be undone", () => {
  const state = add(opened(), "move");
  expect(short(startAgain(state))).toEqual([]);
  expect(undo(startAgain(state)).program).toBe(state.program);
});

test("the blocks view's word that nothing changed is no edit", () => {
  const state = add(opened(), "move");
  expect(replaceProgram(state, structuredClone(state.program), ["loose"]).past).toBe(state.past);
  expect(replaceProgram(state, structuredClone(state.program), ["loose"]).loose).toEqual(["loose"]);
});

describe("a Parsons level", () => {
  const parsons = () =>
    opened({ kind: "parsons", start: { program: ["light", "move", { repeat: 3, do: [] }, "move"] } });

  test("begins empty and offers its pieces in the author's order", () => {
    expect(short(parsons())).toEqual([]);
    expect(offerOf(parsons()).map((piece) => (typeof piece === "string" ? piece : blockOf(piece)))).toEqual([
      "light",
      "move",
      "repeat",
      "move",
    ]);
  });

  test("offers each piece once, and again once it is taken back", () => {
    let state = parsons();
    for (const piece of offerOf(state)) if (typeof piece !== "string") state = addPiece(state, piece);
    expect(offerOf(state)).toEqual([]);
    expect([...walk(state.program.body)]).toHaveLength(4);
    expect(offerOf(removeChosen(state))).toHaveLength(1);
  });

  test("takes the very piece that was tapped, though another looks the same", () => {
    const [, , , secondMove] = offerOf(parsons());
    const left = offerOf(addPiece(parsons(), secondMove as Statement));
    expect(left.map((piece) => (piece as Statement).id)).toEqual(["1", "2", "3"]);
  });

  test("knows a piece by its look, wherever it came from, a number chosen anew too", () => {
    const state = withProgram(parsons(), [{ repeat: 5, do: ["move"] }]);
    expect(offerOf(state).map((piece) => (typeof piece === "string" ? piece : blockOf(piece)))).toEqual([
      "light",
      "move",
    ]);
  });
});

describe("hints", () => {
  const text = { "hints.nudge": "Nudge", "hints.point": "Point", "hints.parsons": "Pieces" };

  test("come one after the other; the last one stays", () => {
    const one = takeHint(opened(), text);
    expect(one.say).toMatchObject({ kind: "hint", hint: { kind: "nudge" } });
    const two = takeHint(one, text);
    expect(two.pointed).toEqual({ cell: { row: 1, column: 4 } });
    const three = takeHint(two, text);
    expect(takeHint(three, text).say).toEqual(three.say);
    expect(takeHint(three, text).help.taken).toBe(3);
  });

  test("the pieces of the last one go into the program, each once", () => {
    let state = takeHint(takeHint(takeHint(opened(), text), text), text);
    const pieces = () => (state.say?.kind === "hint" ? state.say.pieces : []);
    const all = pieces().length;
    for (let left = all; left > 0; left--) {
      expect(pieces()).toHaveLength(left);
      state = useHintPiece(state, pieces()[0]!);
    }
    expect([...walk(state.program.body)]).toHaveLength(all);
  });

  test("are offered after two like failures, not after two unlike ones", () => {
    const failed = (...failures: string[]) => ({ ...opened(), help: { failures, taken: 0, offered: false } });
    expect(considerOffering(failed("a", "a"), 0).help.offered).toBe(true);
    expect(considerOffering(failed("a", "b"), 0).help.offered).toBe(false);
    expect(considerOffering(failed(), 300).help.offered).toBe(true);
  });

  test("are not offered once the level is won", () => {
    expect(considerOffering({ ...opened(), marks: ["works"] }, 300).help.offered).toBe(false);
  });
});
