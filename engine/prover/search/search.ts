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
import { keyOf, type Group } from "./group.ts";
import { LazyRun, type Ran } from "./lazy-run.ts";
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

/** @param bound the most blocks a program may have */
export function search(level: Level, bound: number): SearchResult {
  return new Search(level, bound).result();
}

/** When the shown map has failed, any statements may follow. */
const REST: Holes = { optional: 1, mandatory: 0, pairs: 0 };

class Search {
  private readonly bound: number;
  private readonly watched: Watched;
  private readonly fillings: Fillings;
  private readonly endings: Endings;
  private readonly runner: LazyRun;
  /** By blocks, then by what makes them alike: groups that may still grow. */
  private readonly layers: readonly Map<string, Group>[];
  private runs = 0;

  constructor(level: Level, bound: number) {
    const ends = new Ends(level);
    this.bound = bound;
    this.watched = new Watched(level);
    this.fillings = new Fillings(level, bound, this.watched);
    this.endings = new Endings(level, ends, this.watched, this.fillings, bound);
    this.runner = new LazyRun(level, ends);
    this.layers = Array.from({ length: bound + 1 }, () => new Map<string, Group>());
  }

  result(): SearchResult {
    this.grow({ states: this.runner.startStates(), failed: null, used: 0, blocks: 0, holes: NO_HOLES, count: 1, example: [] });
    for (const layer of this.layers) {
      for (const group of layer.values()) {
        this.endings.add(group, null);
        this.grow(group);
      }
      layer.clear();
    }
    return {
      programs: this.fillings.total(),
      runs: this.runs,
      shares: this.endings.shares(),
      winner: this.endings.winner(),
      unexplained: this.endings.unexplained(),
    };
  }

  private grow(group: Group): void {
    this.runner.expand(group, this.roomFor(group), (ran) => this.take(group, ran));
  }

  private take(before: Group, ran: Ran): void {
    this.runs++;
    const group: Group = {
      states: ran.states,
      failed: ran.failed,
      used: before.used | usedIn(ran.statement, this.watched),
      blocks: before.blocks + ran.blocks,
      holes: addHoles(before.holes, ran.holes),
      count: before.count * choicesLeft(ran.statement),
      example: before.example,
    };
    if (group.states.length === 0) this.endings.add({ ...group, holes: addHoles(group.holes, REST) }, ran.statement);
    else if (this.roomFor(group) > 0) this.join(group, ran.statement);
    else this.endings.add(group, ran.statement);
  }

  private join(group: Group, last: PartialStatement): void {
    const layer = this.layers[group.blocks] as Map<string, Group>;
    const key = keyOf(group);
    const same = layer.get(key);
    if (same) same.count += group.count;
    else layer.set(key, { ...group, example: [...group.example, snapshot(last)] });
  }

  /** Blocks that may still be added to each of the programs. */
  private roomFor({ blocks, holes }: Group): number {
    return this.bound - blocks - fewest(holes);
  }
}
