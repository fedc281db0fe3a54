/** Which message a learner gets: the level's own rules first, then one of the engine's, which fits what happened. */
import type { Block, Rule, Show, When } from "../schema/level.generated.ts";
import { cellOf, sameCell, type Level } from "../schema/level.ts";
import type { Cell, Fault } from "../schema/trace.ts";
import type { Params } from "../schema/translate.ts";
import { unmetGoal, type Facts, type RunFacts, type Stop } from "./facts.ts";
import { engineSay, type EngineKey } from "./messages.ts";
import type { StructureFault } from "./structure.ts";

/** What to point at. Cells are zero-based. */
export interface Pointer {
  readonly node?: string;
  readonly cell?: Cell;
  readonly block?: Block;
}

export interface Message {
  /** `engine.<key>`, or a `say` of the level without a prefix. */
  readonly say: string;
  /** Numbers for the text; rows and columns count from one. */
  readonly params: Params;
}

export interface Feedback extends Message {
  readonly show: Pointer;
  /** Whole messages to tell after it: the cause on another map, the round of a loop. */
  readonly also: readonly Message[];
}

/** A message of the engine before it is known on which map it happened. */
interface Cause {
  readonly key: EngineKey;
  readonly params?: Params;
  readonly show?: Pointer;
}

export function feedbackFor(level: Level, facts: Facts): Feedback {
  const cause = causeOf(level, facts);
  const rule = level.file.feedback?.find(({ when }) => holds(when, facts));
  return rule ? ownFeedback(rule, facts, cause) : engineFeedback(facts, cause);
}

function ownFeedback(rule: Rule, facts: Facts, cause: Cause): Feedback {
  const params = { ...cause.params, blocks: facts.blocks };
  return { say: rule.say, params, show: { ...cause.show, ...pointerOf(rule.show) }, also: [] };
}

function engineFeedback({ run }: Facts, cause: Cause): Feedback {
  const message = messageOf(cause);
  const show = cause.show ?? {};
  const round = run?.stop?.fault && run.stop.loops.at(-1)?.round;
  const also = round ? [messageOf({ key: "in_round", params: { round } })] : [];
  if (!run || run.variant === 0) return { ...message, show, also };
  const otherMap = messageOf({ key: "other_map", params: { map: run.variant + 1 } });
  return { ...otherMap, show, also: [message, ...also] };
}

function messageOf({ key, params = {} }: Cause): Message {
  return { say: engineSay(key), params };
}

export function pointerOf(show: Show | undefined): Pointer {
  if (!show) return {};
  return "block" in show ? { block: show.block } : { cell: cellOf(show.cell) };
}

/** All of the named conditions hold. */
function holds(when: When, facts: Facts): boolean {
  return (Object.keys(when) as (keyof When)[]).every((name) => {
    const test = TESTS[name] as (wanted: unknown, facts: Facts) => boolean;
    return test(when[name], facts);
  });
}

const TESTS: { readonly [Name in keyof Required<When>]: (wanted: Required<When>[Name], facts: Facts) => boolean } = {
  result: (wanted, { result }) => result === wanted,
  obstacle: (wanted, { run }) => run?.stop?.fault?.kind === "bumped" && run.stop.fault.obstacle === wanted,
  reason: (wanted, { run }) => run?.stop?.fault?.kind === "misplaced" && run.stop.fault.reason === wanted,
  cell: (wanted, { run }) => run !== null && sameCell(run.at, cellOf(wanted)),
  faces: (wanted, { run }) => run?.facing === wanted,
  lacks: (wanted, { uses }) => !uses.has(wanted),
  uses: (wanted, { uses }) => uses.has(wanted),
  in_loop: (wanted, { run }) => run?.stop?.loops.some((loop) => loop.kind === wanted) ?? false,
  unlit: (wanted, { run }) => run?.dark.length === wanted,
  unlit_at_least: (wanted, { run }) => run !== null && run.dark.length >= wanted,
  at_goal: (wanted, { run }) => run?.atGoal === wanted,
  blocks_at_least: (wanted, { blocks }) => blocks >= wanted,
  blocks_at_most: (wanted, { blocks }) => blocks <= wanted,
  variant: (wanted, { run }) => run !== null && (run.variant === 0) === (wanted === "first"),
};

function causeOf(level: Level, facts: Facts): Cause {
  if (facts.structure) return structureCause(facts.structure, facts);
  const run = facts.run as RunFacts;
  if (facts.result === "won") return wonCause(level, facts);
  if (run.stop) return run.stop.fault ? faultCause(run.stop.fault, run, run.stop) : endlessCause(level, run.stop);
  return unmetCause(level, facts, run);
}

function structureCause(fault: StructureFault, { blocks }: Facts): Cause {
  if (fault.kind === "empty_program") return { key: fault.kind };
  if (fault.kind === "too_many_blocks") return { key: fault.kind, params: { blocks, max: fault.max } };
  return { key: fault.kind, show: { node: fault.node } };
}

function wonCause(level: Level, { blocks }: Facts): Cause {
  const ideal = level.limits.blocks_ideal;
  const longer = level.kind !== "create" && blocks > ideal;
  return longer ? { key: "won_longer", params: { blocks, ideal } } : { key: "won" };
}

function faultCause(fault: Fault, run: RunFacts, { node }: Stop): Cause {
  if (fault.kind === "misplaced") return { key: fault.reason, params: place(run.at), show: { node, cell: run.at } };
  const cell = fault.obstacle === "edge" ? run.at : fault.at;
  return { key: `bump_${fault.obstacle}`, params: place(cell), show: { node, cell } };
}

function endlessCause(level: Level, stop: Stop): Cause {
  const until = stop.loops.findLast((loop) => loop.kind === "until");
  if (until) return { key: "endless", show: { node: until.node } };
  return { key: "too_long", params: { steps: level.limits.steps }, show: { node: stop.node } };
}

function unmetCause(level: Level, facts: Facts, run: RunFacts): Cause {
  const goal = unmetGoal(level, run, facts.uses);
  if (goal && "light" in goal) return darkCause(goal.light, run);
  const at = level.grids[run.variant]?.goal;
  if (goal && "reach" in goal && at) return goalCause(at, run);
  if (goal && "use" in goal) return { key: `must_use_${goal.use}`, show: { block: goal.use } };
  return { key: "generic" };
}

function darkCause(goal: "all" | "any", { dark, passedDark }: RunFacts): Cause {
  const [passed] = passedDark;
  if (passed) return { key: "passed_lantern", params: place(passed), show: { cell: passed } };
  const [cell] = dark;
  if (!cell) return { key: "generic" };
  if (goal === "any") return { key: "none_lit", params: place(cell), show: { cell } };
  return { key: "unlit", params: { count: dark.length, ...place(cell) }, show: { cell } };
}

function goalCause(goal: Cell, run: RunFacts): Cause {
  const there = { goal_row: goal.row + 1, goal_column: goal.column + 1 };
  return { key: run.passedGoal ? "passed_goal" : "not_at_goal", params: { ...place(run.at), ...there }, show: { cell: goal } };
}

function place({ row, column }: Cell): { row: number; column: number } {
  return { row: row + 1, column: column + 1 };
}
