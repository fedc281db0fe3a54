import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beat, canRun, pause, play, predict, reset, seek, step, traceOf } from "../../src/player/playback.ts";
import { addPiece } from "../../src/player/editing.ts";
import type { PlayerState, Run } from "../../src/player/state.ts";
import type { LevelFile } from "../../src/schema/level.generated.ts";
import { newStatement } from "../../src/schema/edit.ts";
import { unfinished } from "../samples.ts";
import { SOLUTION, opened, untilStill, withProgram } from "./states.ts";

const run = (state: PlayerState) => state.run as Run;

/** Plays to the end. */
const played = (state: PlayerState) => untilStill(play(state), beat);

describe("a run", () => {
  test("that wins is told at its end, once, with its marks", () => {
    const won = played(withProgram(opened(), SOLUTION));
    expect(won.say).toMatchObject({ kind: "verdict", result: "won" });
    expect(won.marks).toEqual(["works", "tidy"]);
    expect(won.celebrating).toBe(true);
    expect(run(won).position).toBe(traceOf(run(won)).steps.length);
  });

  test("that fails is told at its end and remembered for the hints", () => {
    const failed = played(withProgram(opened(), ["move", "turn_left", "move"]));
    expect(failed.say).toMatchObject({ kind: "verdict", result: "crash" });
    expect(failed.help.failures).toEqual(["engine.bump_house"]);
    expect(failed.celebrating).toBe(false);
  });

  test("does not begin when the program's structure is at fault; the fault is told at once", () => {
    const state = play(opened());
    expect(state.run).toBeNull();
    expect(state.say).toMatchObject({ kind: "verdict", result: "structure" });
  });

  test("played, stepped or sought, ends in the same verdict", () => {
    fc.assert(
      fc.property(unfinished, (program) => {
        const state = withProgram(opened(), program);
        const byBeat = played(state);
        const byStep = untilStill(step(state), (each) => (each.run?.told === false ? step(each) : each));
        expect(byStep.say).toEqual(byBeat.say);
        if (!byBeat.run) return;
        const begun = pause(play(state));
        expect(seek(begun, Infinity).say).toEqual(byBeat.say);
      }),
    );
  });
});

describe("going back and forth", () => {
  const middle = seek(pause(play(withProgram(opened(), SOLUTION))), 3);

  test("changes the position only", () => {
    const back = seek(middle, 1);
    expect(run(back).position).toBe(1);
    expect(run(back).attempt).toBe(run(middle).attempt);
    expect(back.say).toBeNull();
  });

  test("stays within the run", () => {
    expect(run(seek(middle, -5)).position).toBe(0);
  });

  test("after the end keeps what was told", () => {
    const ended = played(middle);
    expect(seek(ended, 2).say).toBe(ended.say);
  });

  test("run goes on from where it was paused, and begins anew once it has ended", () => {
    expect(run(play(middle)).position).toBe(3);
    expect(run(play(played(middle))).position).toBe(0);
  });

  test("reset takes Ora back and leaves the program", () => {
    const fresh = reset(played(middle));
    expect(fresh.run).toBeNull();
    expect(fresh.say).toBeNull();
    expect(fresh.program).toBe(middle.program);
  });

  test("an edit ends the run", () => {
    expect(addPiece(middle, newStatement("move", "")).run).toBeNull();
  });
});

describe("a level with several maps", () => {
  const twoMaps: Partial<LevelFile> = { variants: [{ map: ["#######", "#S.LG,,", "#######"] }] };
  const counted = ["move", "move", "move", "light", "move"] as const;

  test("plays the shown map first, then the one on which the program fails", () => {
    const state = play(withProgram(opened(twoMaps), [...counted]));
    const maps = new Set<number>();
    const end = untilStill(state, (each) => {
      maps.add(run(each).variant);
      return beat(each);
    });
    expect([...maps]).toEqual([0, 1]);
    expect(run(end).variant).toBe(1);
    expect(end.say).toMatchObject({ kind: "verdict", result: "misplaced" });
  });

  test("does not tell the verdict while another map is to come", () => {
    const firstEnd = seek(pause(play(withProgram(opened(twoMaps), [...counted]))), Infinity);
    expect(run(firstEnd).variant).toBe(0);
    expect(firstEnd.say).toBeNull();
  });
});

describe("a predict level", () => {
  const question: Partial<LevelFile> = {
    kind: "predict",
    start: { program: ["move", "move"] },
    predict: {
      options: [
        [2, 3],
        [2, 4],
      ],
      answer: [2, 4],
    },
  };
  const right = { row: 1, column: 3 };
  const wrong = { row: 1, column: 2 };

  test("is not run and not changed before the learner has answered", () => {
    const state = opened(question);
    expect(canRun(state)).toBe(false);
    expect(play(state)).toBe(state);
    expect(addPiece(state, newStatement("move", ""))).toEqual(expect.objectContaining({ program: state.program }));
  });

  test("earns its mark by a right answer", () => {
    const end = played(predict(opened(question), right));
    expect(end.say).toMatchObject({ kind: "predicted", right: true });
    expect(end.marks).toEqual(["explained"]);
  });

  test("lets a wrong answer be answered again, or the program be changed", () => {
    const end = played(predict(opened(question), wrong));
    expect(end.say).toMatchObject({ kind: "predicted", right: false });
    expect(end.marks).toEqual([]);
    expect(predict(end, right).marks).toEqual(["explained"]);
    expect(addPiece(end, newStatement("move", "")).program.body).toHaveLength(3);
  });

  test("is a level like any other from then on", () => {
    const end = played(predict(opened(question), right));
    const won = played(withProgram(end, SOLUTION));
    expect(won.marks).toEqual(["works", "tidy", "explained"]);
  });

  test("does not ask again once it is won", () => {
    const saved = { program: opened(question).program, marks: ["works"] } as const;
    expect(opened(question, saved).asks).toBe(false);
  });
});
