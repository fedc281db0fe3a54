/** The verdict on a program: won or not, on which map it failed, what to say, which marks. */
import type { Result } from "../schema/level.generated.ts";
import type { Level } from "../schema/level.ts";
import type { Mark } from "../schema/player-data.ts";
import type { Program } from "../schema/program.ts";
import type { Trace } from "../schema/trace.ts";
import { runAll } from "../language/run.ts";
import { runFacts, structureFacts, type Facts } from "./facts.ts";
import { feedbackFor, type Feedback } from "./feedback.ts";
import { engineSay } from "./messages.ts";
import { structureFault } from "./structure.ts";

export interface Verdict {
  readonly result: Result;
  readonly blocks: number;
  /** The map to show: that of the first failure, the shown map (0) when won; null when the program did not run. */
  readonly variant: number | null;
  /** `works` when won, `tidy` when it has no more than the ideal number of blocks. `explained` is the player's to give. */
  readonly marks: readonly Mark[];
  readonly feedback: Feedback;
}

export interface Attempt {
  /** One for each map of the level; none when the program's structure kept it from running. */
  readonly traces: readonly Trace[];
  readonly verdict: Verdict;
}

/**
 * Runs a program on every map of the level, if its structure lets it run, and judges it.
 * @param loose ids of blocks that are not joined to the program: they are spoken of when it does not win
 */
export function attempt(level: Level, program: Program, loose: readonly string[] = []): Attempt {
  const traces = structureFault(level, program) ? [] : runAll(level, program);
  const verdict = judge(level, program, traces);
  const [node] = loose;
  if (node === undefined || verdict.result === "won") return { traces, verdict };
  return { traces, verdict: { ...verdict, feedback: mentionLoose(verdict.feedback, node) } };
}

function mentionLoose(feedback: Feedback, node: string): Feedback {
  const say = engineSay("loose_blocks");
  if (feedback.say === engineSay("empty_program")) return { say, params: {}, show: { node }, also: [] };
  return { ...feedback, also: [...feedback.also, { say, params: {} }] };
}

/** @param traces of every map of the level in order; not looked at when the program's structure is at fault */
export function judge(level: Level, program: Program, traces: readonly Trace[]): Verdict {
  const facts = factsOf(level, program, traces);
  return {
    result: facts.result,
    blocks: facts.blocks,
    variant: facts.run?.variant ?? null,
    marks: marksFor(level, facts),
    feedback: feedbackFor(level, facts),
  };
}

export function factsOf(level: Level, program: Program, traces: readonly Trace[]): Facts {
  const fault = structureFault(level, program);
  if (fault) return structureFacts(program, fault);
  const runs = traces.map((trace, variant) => runFacts(level, program, trace, variant));
  const decisive = runs.find((facts) => facts.result !== "won") ?? runs[0];
  if (!decisive) throw new Error("A program that may run is judged by its traces");
  return decisive;
}

function marksFor(level: Level, { result, blocks }: Facts): Mark[] {
  if (result !== "won") return [];
  return blocks <= level.limits.blocks_ideal ? ["works", "tidy"] : ["works"];
}
