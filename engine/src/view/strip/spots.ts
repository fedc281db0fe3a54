/**
 * A spot is a line of the strip that can be chosen: what comes next is inserted behind it, and the tools change its
 * statement. A loop has two spots, its head (insert at the start of its body) and its foot (insert behind the loop).
 */
import { type Slot, find, insert, remove, slotOf, walk } from "../../schema/edit.ts";
import type { Program, Statement } from "../../schema/program.ts";

export type Spot =
  /** The start block: insert at the beginning. */
  | { readonly kind: "start" }
  /** Behind a statement; for a container this is its foot. */
  | { readonly kind: "after"; readonly id: string }
  /** At the start of a container's body. */
  | { readonly kind: "body"; readonly id: string }
  /** At the start of an else branch. */
  | { readonly kind: "otherwise"; readonly id: string };

type Branch = { readonly branch: Slot["branch"]; readonly body: readonly Statement[] };

export const START: Spot = { kind: "start" };

/** All spots in reading order; never empty. */
export function spotsOf(program: Program): Spot[] {
  const within = (body: readonly Statement[]): Spot[] =>
    body.flatMap((statement) => [
      ...branchesOf(statement).flatMap(({ branch, body: inner }) => [
        { kind: branch, id: statement.id },
        ...within(inner),
      ]),
      { kind: "after", id: statement.id } as const,
    ]);
  return [START, ...within(program.body)];
}

function branchesOf(statement: Statement): Branch[] {
  if (statement.kind === "call") return [];
  const first = { branch: "body", body: statement.body } as const;
  if (statement.kind !== "if" || !statement.otherwise) return [first];
  return [first, { branch: "otherwise", body: statement.otherwise }];
}

/** Id of the statement that the spot belongs to. */
export function spotId(spot: Spot): string | null {
  return spot.kind === "start" ? null : spot.id;
}

export function sameSpot(one: Spot, other: Spot): boolean {
  return one.kind === other.kind && spotId(one) === spotId(other);
}

/** Where a statement inserted at the spot will stand. */
export function slotAt(program: Program, spot: Spot): Slot {
  if (spot.kind === "start") return { parent: null, branch: "body", index: 0 };
  if (spot.kind !== "after") return { parent: spot.id, branch: spot.kind, index: 0 };
  const slot = slotOf(program, spot.id);
  return slot ? { ...slot, index: slot.index + 1 } : { parent: null, branch: "body", index: program.body.length };
}

export function lastSpot(program: Program): Spot {
  return spotsOf(program).at(-1) ?? START;
}

/** The spot to stand on once a statement was inserted: inside it, if it has an inside that is still empty. */
export function spotInside(statement: Statement): Spot {
  return statement.kind !== "call" && statement.body.length === 0
    ? { kind: "body", id: statement.id }
    : { kind: "after", id: statement.id };
}

/** The same spot if the program still has it, else the nearest one before it in `before`. */
export function keepSpot(spot: Spot, before: Program, after: Program): Spot {
  const remaining = spotsOf(after);
  const earlier = spotsOf(before);
  for (let index = earlier.findIndex((each) => sameSpot(each, spot)); index >= 0; index--) {
    const kept = earlier[index] as Spot;
    if (remaining.some((each) => sameSpot(each, kept))) return kept;
  }
  return remaining.at(-1) ?? START;
}

export type Shift = "up" | "down" | "in" | "out";

/** The program with the statement moved, or null where it cannot move so. */
export function shift(program: Program, id: string, direction: Shift): Program | null {
  const from = slotOf(program, id);
  const statement = find(program, id);
  if (!from || !statement) return null;
  const rest = remove(program, id);
  const to = target(rest, from, direction);
  return to && insert(rest, statement, to);
}

/** `from` is a slot of `rest` too: the gap that the statement left. */
function target(rest: Program, from: Slot, direction: Shift): Slot | null {
  if (direction === "out") return from.parent === null ? null : slotAt(rest, { kind: "after", id: from.parent });
  if (direction === "in") return slotInNeighbour(rest, from);
  const slots = spotsOf(rest).map((spot) => slotAt(rest, spot));
  const here = slots.findIndex((slot) => sameSlot(slot, from));
  return slots[direction === "up" ? here - 1 : here + 1] ?? null;
}

/** The end of the container just above, or else the start of the one just below. */
function slotInNeighbour(rest: Program, { parent, branch, index }: Slot): Slot | null {
  const owner = parent === null ? undefined : find(rest, parent);
  const siblings = owner ? branchesOf(owner).find((each) => each.branch === branch)?.body : rest.body;
  const above = siblings?.[index - 1];
  const last = above && branchesOf(above).at(-1);
  if (last) return { parent: above.id, branch: last.branch, index: last.body.length };
  const below = siblings?.[index];
  return below && below.kind !== "call" ? { parent: below.id, branch: "body", index: 0 } : null;
}

function sameSlot(one: Slot, other: Slot): boolean {
  return one.parent === other.parent && one.branch === other.branch && one.index === other.index;
}

/** The statement and all inside it, with ids that the program does not have yet: for pieces that come from elsewhere. */
export function withFreshIds(statement: Statement, program: Program): Statement {
  let next = 1 + Math.max(0, ...[...walk(program.body)].map(({ id }) => Number.parseInt(id, 10) || 0));
  const renew = (old: Statement): Statement => {
    const id = String(next++);
    if (old.kind === "call") return { ...old, id };
    const body = old.body.map(renew);
    return old.kind === "if" && old.otherwise
      ? { ...old, id, body, otherwise: old.otherwise.map(renew) }
      : { ...old, id, body };
  };
  return renew(statement);
}
