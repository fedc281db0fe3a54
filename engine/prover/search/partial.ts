/**
 * Programs that are not written to the end: the search decides a thing only when a run comes to it. One partial program
 * stands for all that agree with it on what ran.
 */
import type { Block } from "../../src/schema/level.generated.ts";
import type { Level } from "../../src/schema/level.ts";
import type { Watched } from "./watched.ts";

/** Statements so far; while `open`, more may follow. */
export interface Sequence {
  readonly items: PartialStatement[];
  open: boolean;
  /** The other branch of the same if_else. One of the two must have a statement. */
  sibling: Sequence | null;
}

export type PartialStatement = PartialCall | PartialRepeat | PartialUntil | PartialIf;

interface PartialCall {
  readonly kind: "call";
  readonly action: Block;
}

/** `from` to `to` are the numbers that it can still be. */
export interface PartialRepeat {
  readonly kind: "repeat";
  from: number;
  to: number;
  readonly body: Sequence;
}

/** `candidates`: bit i is set while the condition can still be the level's i-th. */
export interface PartialUntil {
  readonly kind: "until";
  candidates: number;
  readonly body: Sequence;
}

export interface PartialIf {
  readonly kind: "if";
  candidates: number;
  readonly body: Sequence;
  readonly otherwise: Sequence | null;
}

function emptySequence(): Sequence {
  return { items: [], open: true, sibling: null };
}

export function isControl(block: Block): boolean {
  return block === "repeat" || block === "until" || block === "if" || block === "if_else";
}

/** A block with nothing decided. */
export function partialStatement(block: Block, level: Level): PartialStatement {
  const body = emptySequence();
  const candidates = (1 << level.conditions.length) - 1;
  switch (block) {
    case "repeat":
      return { kind: "repeat", ...level.numbers, body };
    case "until":
    case "if":
      return block === "until" ? { kind: block, candidates, body } : { kind: block, candidates, body, otherwise: null };
    case "if_else": {
      const otherwise = emptySequence();
      body.sibling = otherwise;
      otherwise.sibling = body;
      return { kind: "if", candidates, body, otherwise };
    }
    default:
      return { kind: "call", action: block };
  }
}

/** A copy that later decisions do not change. */
export function snapshot(statement: PartialStatement): PartialStatement {
  if (statement.kind === "call") return statement;
  const body = snapshotSequence(statement.body);
  if (statement.kind !== "if") return { ...statement, body };
  return { ...statement, body, otherwise: statement.otherwise && snapshotSequence(statement.otherwise) };
}

function snapshotSequence({ items, open, sibling }: Sequence): Sequence {
  return { items: items.map(snapshot), open, sibling };
}

/** The watched blocks among those that were decided (bit set). */
export function usedIn(statement: PartialStatement, watched: Watched): number {
  if (statement.kind === "call") return watched.bitOf(statement.action);
  const otherwise = statement.kind === "if" ? statement.otherwise : null;
  let used = watched.bitOf(otherwise ? "if_else" : statement.kind);
  for (const item of statement.body.items) used |= usedIn(item, watched);
  for (const item of otherwise?.items ?? []) used |= usedIn(item, watched);
  return used;
}

/** How many ways are left to choose the numbers and conditions. */
export function choicesLeft(statement: PartialStatement): number {
  if (statement.kind === "call") return 1;
  const own = statement.kind === "repeat" ? statement.to - statement.from + 1 : countBits(statement.candidates);
  const other = statement.kind === "if" && statement.otherwise ? choicesIn(statement.otherwise) : 1;
  return own * choicesIn(statement.body) * other;
}

function choicesIn({ items }: Sequence): number {
  let product = 1;
  for (const item of items) product *= choicesLeft(item);
  return product;
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
