/** Where a run is in a partial program. */
import type { MapState } from "./ends.ts";
import type { PartialRepeat, PartialUntil, Sequence } from "./partial.ts";

/** Index at which a loop decides on its next round. */
export const HEAD = -1;

/** A body being run; never changed, since several tries share it. */
export class Frame {
  readonly sequence: Sequence;
  /** Index of the item to run next, or HEAD. */
  readonly index: number;
  readonly parent: Frame | null;
  readonly loop: PartialRepeat | PartialUntil | null;
  readonly round: number;
  /** The world at an earlier head of this until, to see that it goes in circles. */
  readonly mark: MapState | null;

  constructor(
    sequence: Sequence,
    index: number,
    parent: Frame | null,
    loop: Frame["loop"] = null,
    round = 0,
    mark: MapState | null = null,
  ) {
    this.sequence = sequence;
    this.index = index;
    this.parent = parent;
    this.loop = loop;
    this.round = round;
    this.mark = mark;
  }

  at(index: number): Frame {
    return new Frame(this.sequence, index, this.parent, this.loop, this.round, this.mark);
  }

  nextRound(mark: MapState | null): Frame {
    return new Frame(this.sequence, 0, this.parent, this.loop, this.round + 1, mark);
  }
}
