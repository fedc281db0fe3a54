/** Programs that the search has taken together, since they cannot be told apart from here on. */
import type { Holes } from "./counting.ts";
import type { Start } from "./lazy-run.ts";
import type { PartialStatement } from "./partial.ts";

export interface Group extends Start {
  /** Watched blocks used so far (bit set). */
  readonly used: number;
  readonly blocks: number;
  readonly holes: Holes;
  /** How many programs. */
  count: number;
  /** One of them. */
  readonly example: readonly PartialStatement[];
}

/** What a group's future and its message depend on, as text. */
export function keyOf({ states, failed, used, holes }: Group): string {
  let key = `${failed},${used},${holes.optional},${holes.mandatory},${holes.pairs}`;
  for (const { position, heading, lit, seen, executed } of states) {
    key += `;${position},${heading},${lit},${seen},${executed}`;
  }
  return key;
}
