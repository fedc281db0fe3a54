/**
 * Every program with fewer blocks than a bound, at once. Programs are grown statement by statement; those that come to
 * the same state of the world with as many blocks go on together, with their number. So millions of millions of
 * programs take a few thousand runs, and each is still counted, with the message it gets.
 */
import type { Level } from "../../src/schema/level.ts";
import type { Program } from "../../src/schema/program.ts";
import { addHoles, fewest, Fillings, NO_HOLES, type Holes } from "./counting.ts";
import { Endings, type Shares } from "./endings.ts";
import { Ends } from "./ends.ts";
import { LazyRun, type Ran, type Start } from "./lazy-run.ts";
import { choicesLeft, snapshot, usedIn, type PartialStatement } from "./partial.ts";
import { Watched } from "./watched.ts";

export interface SearchResult {
  /** Programs with at most the bound of blocks and no fault in their structure. */
  readonly programs: number;
  /** Statements that were really run, each for many programs. */
  readonly runs: number;
  /** How many of the programs that do not win get which message. */
  readonly shares: Shares;
  /** A program of the fewest blocks among those that win, if any does. */
  readonly winner: Program | null;
  /** One of the fewest blocks among those that get only the generic message, if any does. */
  readonly unexplained: Program | null;
}

/** Programs that are alike from here on. */
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

/** When the shown map has failed, any statements may follow. */
const REST: Holes = { optional: 1, mandatory: 0, pairs: 0 };

/** @param bound the most blocks a program may have */
export function search(level: Level, bound: number): SearchResult {
  const watched = new Watched(level);
  const fillings = new Fillings(level, bound, watched);
  const ends = new Ends(level);
  const endings = new Endings(level, ends, watched, fillings, bound);
  const layers = Array.from({ length: bound + 1 }, () => new Map<string, Group>());
  const runner = new LazyRun(level, ends);
  let runs = 0;

  function take(before: Group, ran: Ran): void {
    runs++;
    const group: Group = {
      states: ran.states,
      failed: ran.failed,
      used: before.used | usedIn(ran.statement, watched),
      blocks: before.blocks + ran.blocks,
      holes: addHoles(before.holes, ran.holes),
      count: before.count * choicesLeft(ran.statement),
      example: before.example,
    };
    if (group.states.length === 0) endings.add({ ...group, holes: addHoles(group.holes, REST) }, ran.statement);
    else if (roomFor(group) > 0) join(group, ran.statement);
    else endings.add(group, ran.statement);
  }

  function join(group: Group, last: PartialStatement): void {
    const layer = layers[group.blocks] as Map<string, Group>;
    const key = keyOf(group);
    const same = layer.get(key);
    if (same) same.count += group.count;
    else layer.set(key, { ...group, example: [...group.example, snapshot(last)] });
  }

  /** Blocks that may still be added to each of the programs. */
  function roomFor({ blocks, holes }: Group): number {
    return bound - blocks - fewest(holes);
  }

  function grow(group: Group): void {
    runner.expand(group, roomFor(group), (ran) => take(group, ran));
  }

  grow({ states: runner.startStates(), failed: null, used: 0, blocks: 0, holes: NO_HOLES, count: 1, example: [] });
  for (const layer of layers) {
    for (const group of layer.values()) {
      endings.add(group, null);
      grow(group);
    }
    layer.clear();
  }
  const [winner, unexplained] = [endings.winner(), endings.unexplained()];
  return { programs: fillings.total(), runs, shares: endings.shares(), winner, unexplained };
}

/** What a group's future and its message depend on, as text. */
function keyOf({ states, failed, used, holes }: Group): string {
  let key = `${failed},${used},${holes.optional},${holes.mandatory},${holes.pairs}`;
  for (const { position, heading, lit, seen, executed } of states) {
    key += `;${position},${heading},${lit},${seen},${executed}`;
  }
  return key;
}
