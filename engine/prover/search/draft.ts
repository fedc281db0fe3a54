/** The statement that a search is writing: what may be added where, how many blocks it has and what is open in it. */
import type { Level } from "../../src/schema/level.ts";
import { fewest, type Holes } from "./counting.ts";
import { isControl, partialStatement, type PartialStatement, type Sequence } from "./partial.ts";

export interface DraftState extends Holes {
  /** Blocks decided. */
  readonly blocks: number;
}

export class Draft implements DraftState {
  blocks = 0;
  optional = 0;
  mandatory = 0;
  pairs = 0;
  private most = 0;
  private readonly level: Level;

  constructor(level: Level) {
    this.level = level;
  }

  /** A new draft of at most so many blocks. */
  begin(most: number): void {
    this.most = most;
    this.restore({ blocks: 0, optional: 0, mandatory: 0, pairs: 0 });
  }

  state(): DraftState {
    const { blocks, optional, mandatory, pairs } = this;
    return { blocks, optional, mandatory, pairs };
  }

  restore({ blocks, optional, mandatory, pairs }: DraftState): void {
    this.blocks = blocks;
    this.optional = optional;
    this.mandatory = mandatory;
    this.pairs = pairs;
  }

  /** Every statement that there is room for, each counted while it is tried; whoever tries it restores the state. */
  *additions(): Generator<PartialStatement> {
    const room = this.most - this.blocks - fewest(this);
    for (const block of this.level.toolbox) {
      if (room < (isControl(block) ? 2 : 1)) continue;
      this.blocks++;
      if (block === "if_else") this.pairs++;
      else if (isControl(block)) this.mandatory++;
      yield partialStatement(block, this.level);
    }
  }

  /** An open sequence gets a further item. */
  fill(sequence: Sequence): void {
    if (sequence.items.length > 0) return;
    const need = needOf(sequence);
    if (need === "pairs") this.pairs--;
    if (need === "mandatory") this.mandatory--;
    this.optional += need === "pairs" ? 2 : need === "mandatory" ? 1 : 0;
  }

  /** Bodies have at least one statement. */
  mayClose(sequence: Sequence): boolean {
    return sequence.items.length > 0 || needOf(sequence) !== "mandatory";
  }

  close(sequence: Sequence): void {
    sequence.open = false;
    if (sequence.items.length === 0 && needOf(sequence) === "pairs") {
      this.pairs--;
      this.mandatory++;
    } else {
      this.optional--;
    }
  }
}

/** How an empty open sequence is counted among the holes. */
function needOf({ sibling }: Sequence): keyof Holes {
  if (!sibling) return "mandatory";
  if (sibling.items.length > 0) return "optional";
  return sibling.open ? "pairs" : "mandatory";
}
