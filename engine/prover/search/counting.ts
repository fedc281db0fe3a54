/**
 * How many programs a partial one stands for. Polynomials: `p[n]` is the number of ways with n blocks. Numbers beyond
 * 2^53 lose their last digits, which a report can bear.
 */
import type { Block } from "../../src/schema/level.generated.ts";
import type { Level } from "../../src/schema/level.ts";
import { isControl } from "./partial.ts";
import type { Watched } from "./watched.ts";

type Polynomial = readonly number[];

/** What is open in a partial program. */
export interface Holes {
  /** Sequences that may get any statements, or none. */
  readonly optional: number;
  /** Sequences that must get at least one. */
  readonly mandatory: number;
  /** Pairs of branches of which at least one must get one. */
  readonly pairs: number;
}

export const NO_HOLES: Holes = { optional: 0, mandatory: 0, pairs: 0 };

export function addHoles(a: Holes, b: Holes): Holes {
  return { optional: a.optional + b.optional, mandatory: a.mandatory + b.mandatory, pairs: a.pairs + b.pairs };
}

/** The fewest blocks that fill the holes. */
export function fewest({ mandatory, pairs }: Holes): number {
  return mandatory + pairs;
}

/** Ways to fill holes: with which of the watched blocks (a bit set), with how many blocks. */
export interface Filling {
  readonly watched: number;
  readonly blocks: number;
  readonly ways: number;
}

export class Fillings {
  private readonly level: Level;
  private readonly degree: number;
  private readonly watched: Watched;
  private readonly sequences = new Map<number, Polynomial>();
  private readonly known = new Map<string, readonly Filling[]>();

  /** @param degree the most blocks that are counted */
  constructor(level: Level, degree: number, watched: Watched) {
    this.level = level;
    this.degree = degree;
    this.watched = watched;
  }

  /** How many programs have at least one block and at most `degree`, and no fault in their structure. */
  total(): number {
    return sum(this.sequencesWith(this.watched.all)) - 1;
  }

  /** Every way to fill the holes with at most `room` blocks. */
  of(holes: Holes, room: number): readonly Filling[] {
    const key = `${holes.optional},${holes.mandatory},${holes.pairs},${room}`;
    let fillings = this.known.get(key);
    if (!fillings) this.known.set(key, (fillings = this.fill(holes, room)));
    return fillings;
  }

  private fill(holes: Holes, room: number): Filling[] {
    const fillings: Filling[] = [];
    for (let watched = 0; watched <= this.watched.all; watched++) {
      const exactly = this.exactly(watched, holes);
      for (const [blocks, ways] of exactly.entries()) {
        if (blocks <= room && ways !== 0) fillings.push({ watched, blocks, ways });
      }
    }
    return fillings;
  }

  /** Using each of the watched blocks in the set and none of the others: inclusion and exclusion over its subsets. */
  private exactly(watched: number, holes: Holes): Polynomial {
    const result = new Array<number>(this.degree + 1).fill(0);
    for (let subset = watched; ; subset = (subset - 1) & watched) {
      const sign = parity(watched ^ subset) ? -1 : 1;
      for (const [n, ways] of this.within(subset, holes).entries()) (result[n] as number) += sign * ways;
      if (subset === 0) return result;
    }
  }

  private within(watched: number, { optional, mandatory, pairs }: Holes): Polynomial {
    const any = this.sequencesWith(watched);
    const some = withoutEmpty(any);
    const pair = withoutEmpty(times(any, any));
    let product: Polynomial = any.map((_, n) => (n === 0 ? 1 : 0));
    for (let i = 0; i < optional; i++) product = times(product, any);
    for (let i = 0; i < mandatory; i++) product = times(product, some);
    for (let i = 0; i < pairs; i++) product = times(product, pair);
    return product;
  }

  /** Sequences of statements that use no watched block outside the set. */
  private sequencesWith(watched: number): Polynomial {
    const known = this.sequences.get(watched);
    if (known) return known;
    const allowed = (block: Block) => this.level.toolbox.includes(block) && this.watched.allows(watched, block);
    const actions = this.level.toolbox.filter((block) => !isControl(block) && allowed(block)).length;
    const { from, to } = this.level.numbers;
    const questions = this.level.conditions.length;
    const withOneBody =
      (allowed("repeat") ? to - from + 1 : 0) + (allowed("until") ? questions : 0) + (allowed("if") ? questions : 0);
    const withTwoBodies = allowed("if_else") ? questions : 0;

    const sequences = [1];
    const statements = [0];
    for (let n = 1; n <= this.degree; n++) {
      const inside = n - 1;
      const pairs = convolve(sequences, sequences, inside);
      const ways = inside === 0 ? actions : withOneBody * (sequences[inside] as number) + withTwoBodies * pairs;
      statements.push(ways);
      sequences.push(convolve(statements, sequences, n));
    }
    this.sequences.set(watched, sequences);
    return sequences;
  }
}

/** Coefficient n of a product; factors may be shorter than n. */
function convolve(a: Polynomial, b: Polynomial, n: number): number {
  let total = 0;
  for (let i = 0; i <= n; i++) total += (a[i] ?? 0) * (b[n - i] ?? 0);
  return total;
}

function times(a: Polynomial, b: Polynomial): Polynomial {
  return a.map((_, n) => convolve(a, b, n));
}

function withoutEmpty(polynomial: Polynomial): Polynomial {
  return polynomial.map((ways, n) => (n === 0 ? 0 : ways));
}

function sum(polynomial: Polynomial): number {
  return polynomial.reduce((total, ways) => total + ways, 0);
}

function parity(mask: number): boolean {
  let odd = false;
  for (let rest = mask; rest !== 0; rest &= rest - 1) odd = !odd;
  return odd;
}
