/** Running, stepping, going back. A run is computed whole at once; from then on only the position in it changes. */
import { type Attempt, type Verdict, attempt } from "../goals/judge.ts";
import type { Cell, Trace } from "../schema/trace.ts";
import { sameCell } from "../schema/level.ts";
import type { Mark } from "../schema/player-data.ts";
import type { PlayerState, Run } from "./state.ts";

/** Run, or go on where it was paused. */
export function play(state: PlayerState): PlayerState {
  const { run } = state;
  if (run && !run.told) return { ...state, run: { ...run, playing: true } };
  return begin(state, true);
}

export function pause(state: PlayerState): PlayerState {
  return state.run ? { ...state, run: { ...state.run, playing: false } } : state;
}

/** One step on. Starts a run when there is none. */
export function step(state: PlayerState): PlayerState {
  const paused = state.run ? pause(state) : begin(state, false);
  return paused.run ? advance(paused) : paused;
}

/** While playing, once per beat. */
export function beat(state: PlayerState): PlayerState {
  return state.run?.playing ? advance(state) : state;
}

/** To a step of the run shown; the end tells the verdict. */
export function seek(state: PlayerState, position: number): PlayerState {
  if (!state.run) return state;
  const { steps } = traceOf(state.run);
  const kept = Math.min(Math.max(position, 0), steps.length);
  return arrived({ ...state, run: { ...state.run, position: kept, playing: false } });
}

/** Ora back to the start; the program stays. */
export function reset(state: PlayerState): PlayerState {
  const say = !state.asks ? null : ({ kind: state.prediction ? "answered" : "question" } as const);
  return { ...state, run: null, say, pointed: {}, celebrating: false };
}

/** Not before a predict level is answered; not in a town without a lantern to light. */
export function canRun({ asks, prediction, town, level }: PlayerState): boolean {
  if (asks) return prediction !== null;
  return town === null || level.grids[0].lanterns.length > 0;
}

/** Says where Ora will stand. After the run, another answer is an answer too. */
export function predict(state: PlayerState, cell: Cell): PlayerState {
  if (state.asks) return { ...state, run: null, prediction: cell, say: { kind: "answered" } };
  return compare({ ...state, prediction: cell });
}

export function traceOf({ attempt: { traces }, variant }: Run): Trace {
  return traces[variant] as Trace;
}

function verdictOf(run: Run): Verdict {
  return run.attempt.verdict;
}

/** Whether the shown trace is at its end. */
export function atEnd(run: Run): boolean {
  return run.position === traceOf(run).steps.length;
}

function begin(state: PlayerState, playing: boolean): PlayerState {
  if (!canRun(state)) return state;
  const tried = attempt(state.level, state.program, state.loose);
  const fresh = { ...state, pointed: {}, celebrating: false, say: null };
  if (tried.traces.length === 0) return tell(fresh, tried);
  const run: Run = { attempt: tried, variant: 0, position: 0, playing, told: false };
  return { ...fresh, run, show: { ...state.show, tab: "world" } };
}

function advance(state: PlayerState): PlayerState {
  const run = state.run as Run;
  if (!atEnd(run)) return arrived({ ...state, run: { ...run, position: run.position + 1 } });
  const next = nextMap(run);
  return next === null ? arrived(state) : { ...state, run: { ...run, variant: next, position: 0 } };
}

/** The map on which it fails, when the shown one went well. */
function nextMap({ attempt: { verdict }, variant }: Run): number | null {
  return verdict.variant !== null && verdict.variant > variant ? verdict.variant : null;
}

/** At the very end the verdict is told, once a run. */
function arrived(state: PlayerState): PlayerState {
  const { run } = state;
  if (!run || run.told || !atEnd(run) || nextMap(run) !== null) return state;
  return tell({ ...state, run: { ...run, told: true, playing: false } }, run.attempt);
}

function tell(before: PlayerState, ended: Attempt): PlayerState {
  const state = { ...before, ended };
  if (state.asks) return compare({ ...state, asks: false });
  const { verdict } = ended;
  const { feedback, result } = verdict;
  const say = { kind: "verdict", feedback, result } as const;
  if (result !== "won") {
    const failures = [...state.help.failures, feedback.say];
    return { ...state, say, help: { ...state.help, failures } };
  }
  const marks = merged(state.marks, verdict.marks);
  return { ...state, say, marks, celebrating: true, help: { ...state.help, failures: [], offered: false } };
}

/** What the learner predicted with what happened. A right prediction explains the program. */
function compare(state: PlayerState): PlayerState {
  const { run, prediction, marks } = state;
  if (!run || !prediction) return state;
  const trace = traceOf(run);
  const end = trace.steps.at(-1)?.state ?? trace.start;
  const right = sameCell(prediction, end.at);
  const say = { kind: "predicted", right, feedback: verdictOf(run).feedback } as const;
  return { ...state, say, marks: right ? merged(marks, ["explained"]) : marks };
}

const ORDER: readonly Mark[] = ["works", "tidy", "explained"];

export function merged(one: readonly Mark[], other: readonly Mark[]): Mark[] {
  return ORDER.filter((mark) => one.includes(mark) || other.includes(mark));
}
