/** What the programs of a search came to: how many get which message, and whether one wins. */
import type { Block } from "../../src/schema/level.generated.ts";
import type { Level } from "../../src/schema/level.ts";
import type { Program } from "../../src/schema/program.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import { resultOf, type Facts } from "../../src/goals/facts.ts";
import { feedbackFor } from "../../src/goals/feedback.ts";
import { engineSay } from "../../src/goals/messages.ts";
import type { Filling, Fillings, Holes } from "./counting.ts";
import type { Ends } from "./ends.ts";
import type { Group } from "./group.ts";
import { snapshot, type PartialStatement } from "./partial.ts";
import type { Watched } from "./watched.ts";
import { written } from "./written.ts";

const GENERIC = engineSay("generic");

/** Number of failing programs by message key. */
export type Shares = ReadonlyMap<string, number>;

/** Programs that ended alike. */
interface Ending {
  /** How each map ended, up to the first that failed by a fault (ids of `Ends`). */
  readonly runs: readonly number[];
  readonly used: number;
  readonly blocks: number;
  readonly holes: Holes;
  count: number;
  readonly example: readonly PartialStatement[];
}

export class Endings {
  private readonly level: Level;
  private readonly ends: Ends;
  private readonly watched: Watched;
  private readonly fillings: Fillings;
  private readonly bound: number;
  private readonly endings = new Map<string, Ending>();
  private readonly decided = new Map<string, string | null>();
  private readonly blocksMatter: boolean;

  constructor(level: Level, ends: Ends, watched: Watched, fillings: Fillings, bound: number) {
    this.level = level;
    this.ends = ends;
    this.watched = watched;
    this.fillings = fillings;
    this.bound = bound;
    const rules = level.file.feedback ?? [];
    this.blocksMatter = rules.some(({ when }) => (when.blocks_at_least ?? when.blocks_at_most) !== undefined);
  }

  /** The programs of the group end here. @param last their last statement, where it is not in the group's example yet */
  add({ states, failed, used, blocks, holes, count, example }: Group, last: PartialStatement | null): void {
    const completed = states.map((state, variant) => this.ends.idOf(variant, state, "none", "", 0));
    const runs = failed === null ? completed : [...completed, failed];
    const key = `${runs.join()};${used},${blocks},${holes.optional},${holes.mandatory},${holes.pairs}`;
    const same = this.endings.get(key);
    if (same) same.count += count;
    else {
      const whole = last ? [...example, snapshot(last)] : example;
      this.endings.set(key, { runs, used, blocks, holes, count, example: whole });
    }
  }

  shares(): Shares {
    const shares = new Map<string, number>();
    for (const [ending, filling, say] of this.decisions()) {
      if (say !== null) shares.set(say, (shares.get(say) ?? 0) + ending.count * filling.ways);
    }
    return shares;
  }

  /** A program of the fewest blocks that wins. */
  winner(): Program | null {
    return this.shortest(null);
  }

  /** A program of the fewest blocks among those that get only the generic message. */
  unexplained(): Program | null {
    return this.shortest(GENERIC);
  }

  private shortest(wanted: string | null): Program | null {
    let best: readonly [Ending, Filling] | null = null;
    const size = ([ending, filling]: readonly [Ending, Filling]) => ending.blocks + filling.blocks;
    for (const [ending, filling, say] of this.decisions()) {
      const found = [ending, filling] as const;
      if (say === wanted && (!best || size(found) < size(best))) best = found;
    }
    return best && this.programOf(...best);
  }

  /** Each ending with each way to fill its holes: the message it gets, or null when it wins. */
  private *decisions(): Generator<readonly [Ending, Filling, string | null]> {
    for (const ending of this.endings.values()) {
      for (const filling of this.fillings.of(ending.holes, this.bound - ending.blocks)) {
        yield [ending, filling, this.decide(ending, ending.used | filling.watched, ending.blocks + filling.blocks)];
      }
    }
  }

  private decide({ runs }: Ending, used: number, blocks: number): string | null {
    const key = `${runs.join()};${used};${this.blocksMatter ? blocks : ""}`;
    let say = this.decided.get(key);
    if (say === undefined) this.decided.set(key, (say = this.sayOf(runs, this.watched.blocksOf(used), blocks)));
    return say;
  }

  private sayOf(runs: readonly number[], uses: ReadonlySet<Block>, blocks: number): string | null {
    const facts = runs.map((id): Facts => {
      const run = this.ends.runFacts(id);
      return { result: resultOf(this.level, run, uses), blocks, uses, run, structure: null };
    });
    const failed = facts.find(({ result }) => result !== "won");
    if (!failed) return null;
    const { say, also } = feedbackFor(this.level, failed);
    return also.some((message) => message.say === GENERIC) ? GENERIC : say;
  }

  private programOf({ example, holes }: Ending, { watched }: Filling): Program {
    const mayUse = (block: Block) => this.watched.allows(watched, block);
    return parseProgram(written(example, this.level, holes, this.watched.blocksOf(watched), mayUse));
  }
}
