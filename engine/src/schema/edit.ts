/** Reading and changing programs. Every change gives a new program and leaves the old one as it was. */
import type { Block } from "./level.generated.ts";
import type { Condition, Program, Statement } from "./program.ts";

/** A gap between statements: before the `index`-th of a body. `parent` null is the program's own body. */
export interface Slot {
  readonly parent: string | null;
  readonly branch: "body" | "otherwise";
  /** Zero-based; the length of the body means its end. */
  readonly index: number;
}

type Body = readonly Statement[];

/** Every statement, in reading order, those inside others included. */
export function* walk(body: Body): Generator<Statement> {
  for (const statement of body) {
    yield statement;
    if (statement.kind === "call") continue;
    yield* walk(statement.body);
    if (statement.kind === "if" && statement.otherwise) yield* walk(statement.otherwise);
  }
}

/** Conditions and numbers are part of their block. */
export function countBlocks(program: Program): number {
  return [...walk(program.body)].length;
}

/** Which block of the toolbox a statement is. */
export function blockOf(statement: Statement): Block {
  if (statement.kind === "call") return statement.action as Block;
  return statement.kind === "if" && statement.otherwise ? "if_else" : statement.kind;
}

export function find(program: Program, id: string): Statement | undefined {
  for (const statement of walk(program.body)) if (statement.id === id) return statement;
  return undefined;
}

/** Where a statement stands now; undefined when the program has none of that id. */
export function slotOf(program: Program, id: string): Slot | undefined {
  const here = slotIn(program.body, null, "body", id);
  if (here) return here;
  for (const statement of walk(program.body)) {
    if (statement.kind === "call") continue;
    const inside = slotIn(statement.body, statement.id, "body", id);
    if (inside) return inside;
    const other = statement.kind === "if" && statement.otherwise;
    const beside = other && slotIn(other, statement.id, "otherwise", id);
    if (beside) return beside;
  }
  return undefined;
}

function slotIn(body: Body, parent: string | null, branch: Slot["branch"], id: string): Slot | undefined {
  const index = body.findIndex((statement) => statement.id === id);
  return index < 0 ? undefined : { parent, branch, index };
}

/** A new statement for a block of the toolbox, with nothing chosen and nothing inside. */
export function newStatement(block: Block, id: string): Statement {
  const condition: Condition = { sensor: null };
  switch (block) {
    case "repeat":
      return { id, kind: "repeat", times: null, body: [] };
    case "until":
      return { id, kind: "until", condition, body: [] };
    case "if":
      return { id, kind: "if", condition, body: [] };
    case "if_else":
      return { id, kind: "if", condition, body: [], otherwise: [] };
    default:
      return { id, kind: "call", action: block };
  }
}

export function insert(program: Program, statement: Statement, slot: Slot): Program {
  const put = (body: Body): Body => [...body.slice(0, slot.index), statement, ...body.slice(slot.index)];
  if (slot.parent === null) return { ...program, body: put(program.body) };
  return change(program, slot.parent, (parent) => [withBranch(parent, slot.branch, put)]);
}

/** Takes the statement and all that is inside it away. */
export function remove(program: Program, id: string): Program {
  return change(program, id, () => []);
}

/** Puts `statement` where the one with `id` stood: for another number or condition, or another block. */
export function replace(program: Program, id: string, statement: Statement): Program {
  return change(program, id, () => [statement]);
}

/**
 * Moves a statement with all that is inside it. `slot` names a gap of the program as it is before the move. A statement
 * cannot be moved into itself: the program comes back unchanged.
 */
export function move(program: Program, id: string, slot: Slot): Program {
  const statement = find(program, id);
  const from = slotOf(program, id);
  if (!statement || !from) return program;
  if (slot.parent !== null && [...walk([statement])].some((inner) => inner.id === slot.parent)) return program;
  const sameBody = from.parent === slot.parent && from.branch === slot.branch;
  const index = sameBody && from.index < slot.index ? slot.index - 1 : slot.index;
  return insert(remove(program, id), statement, { ...slot, index });
}

function change(program: Program, id: string, to: (statement: Statement) => Body): Program {
  return { ...program, body: changeBody(program.body, id, to) };
}

function changeBody(body: Body, id: string, to: (statement: Statement) => Body): Body {
  return body.flatMap((statement) => {
    if (statement.id === id) return to(statement);
    if (statement.kind === "call") return [statement];
    const inner = withBranch(statement, "body", (inside) => changeBody(inside, id, to));
    return [withBranch(inner, "otherwise", (inside) => changeBody(inside, id, to))];
  });
}

function withBranch(statement: Statement, branch: Slot["branch"], to: (body: Body) => Body): Statement {
  if (statement.kind === "call") return statement;
  if (branch === "body") return { ...statement, body: to(statement.body) };
  if (statement.kind !== "if" || !statement.otherwise) return statement;
  return { ...statement, otherwise: to(statement.otherwise) };
}
