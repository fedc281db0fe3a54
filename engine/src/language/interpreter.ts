/**
 * Runs programs. One yield is one statement executed: a call, a round of a repeat, a question of an until or if. What is
 * yielded is always the same object, changed in place, so that a run costs next to nothing when nobody records it.
 */
import type { Condition, If, Program, Repeat, Statement, Until } from "../schema/program.ts";
import type { World } from "../world/world.ts";

type Body = readonly Statement[];

/** The statement that just ran. Read it before the next one runs. */
export interface Execution {
  statement: Statement;
  /** The bodies around the statement, innermost first. */
  frame: Frame;
  /** Repeat: the round that began. */
  round: number;
  /** Until, if: what the condition was. */
  answer: boolean;
}

/** A body being run. */
export interface Frame {
  readonly body: Body;
  /** The loop that the body belongs to; null for a branch of an if and for the program itself. */
  readonly loop: Repeat | Until | null;
  readonly parent: Frame | null;
  /** Index of the statement to run next. */
  next: number;
  /** Round of the loop, counting from one; 0 before the first. */
  round: number;
}

export type Ending =
  | { readonly kind: "completed" }
  | { readonly kind: "crashed"; readonly statement: Statement }
  /** `statement` would have run next. */
  | { readonly kind: "step_limit"; readonly statement: Statement };

/**
 * @param limit how many statements may run before the program is stopped as endless
 * @throws Error for a number or condition not chosen yet: look for structure problems first (goals/structure.ts)
 */
export function* interpret(program: Program, world: World, limit: number): Generator<Execution, Ending, void> {
  let frame: Frame | null = enter(program.body, null);
  const now: Execution = { statement: program.body[0] as Statement, frame, round: 0, answer: false };
  let executed = 0;
  while (frame) {
    const statement = due(frame);
    if (!statement) {
      frame = frame.parent;
      continue;
    }
    const roundBegins = statement === frame.loop;
    if (!roundBegins) frame.next++;
    if (!roundBegins && (statement.kind === "repeat" || statement.kind === "until")) {
      frame = enterLoop(statement, frame);
      continue;
    }
    if (executed++ === limit) return { kind: "step_limit", statement };
    now.statement = statement;
    now.frame = frame;
    if (statement.kind === "call") {
      const done = world.act(statement.action);
      yield now;
      if (!done) return { kind: "crashed", statement };
    } else if (statement.kind === "repeat") {
      now.frame = frame.parent as Frame;
      now.round = beginRound(frame);
      yield now;
    } else {
      now.answer = ask(statement.condition, world);
      if (statement.kind === "until") now.frame = frame.parent as Frame;
      yield now;
      frame = statement.kind === "until" ? afterUntil(frame, now.answer) : branch(statement, frame, now.answer);
    }
  }
  return { kind: "completed" };
}

/** What runs next in a frame: a statement of its body, its loop when a round may begin, or nothing more. */
function due(frame: Frame): Statement | null {
  if (frame.next < frame.body.length) return frame.body[frame.next] as Statement;
  if (frame.loop?.kind === "repeat") return frame.round < chosen(frame.loop.times) ? frame.loop : null;
  return frame.loop;
}

function enter(body: Body, parent: Frame | null): Frame {
  return { body, loop: null, parent, next: 0, round: 0 };
}

/** A loop's frame starts at the end of its body: there its next round is decided. */
function enterLoop(loop: Repeat | Until, parent: Frame): Frame {
  return { body: loop.body, loop, parent, next: loop.body.length, round: 0 };
}

function beginRound(frame: Frame): number {
  frame.next = 0;
  return ++frame.round;
}

function afterUntil(frame: Frame, answer: boolean): Frame | null {
  if (answer) return frame.parent;
  beginRound(frame);
  return frame;
}

function branch(statement: If, frame: Frame, answer: boolean): Frame {
  const body = answer ? statement.body : statement.otherwise;
  return body ? enter(body, frame) : frame;
}

function ask({ sensor, not }: Condition, world: World): boolean {
  return world.sense(chosen(sensor)) !== (not ?? false);
}

function chosen<T>(value: T | null): T {
  if (value === null) throw new Error("A program with something not chosen cannot run");
  return value;
}
