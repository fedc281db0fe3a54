/** The blocks of which it matters to goals or feedback whether a program uses them, as bits of a number. */
import type { Block } from "../../src/schema/level.generated.ts";
import type { Level } from "../../src/schema/level.ts";

export class Watched {
  private readonly blocks: readonly Block[];

  constructor({ goals, file }: Level) {
    const wanted = goals.flatMap((goal) => ("use" in goal ? [goal.use] : []));
    const asked = (file.feedback ?? []).flatMap(({ when }) => [when.uses, when.lacks]);
    this.blocks = [...new Set([...wanted, ...asked])].filter((block) => block !== undefined);
  }

  /** The set of all. */
  get all(): number {
    return (1 << this.blocks.length) - 1;
  }

  /** The set of this one block; empty when it is not watched. */
  bitOf(block: Block): number {
    const index = this.blocks.indexOf(block);
    return index < 0 ? 0 : 1 << index;
  }

  /** The watched blocks of a set. */
  blocksOf(mask: number): ReadonlySet<Block> {
    return new Set(this.blocks.filter((_, i) => mask & (1 << i)));
  }

  /** Whether a program that uses no watched block outside the set may use this one. */
  allows(mask: number, block: Block): boolean {
    const bit = this.bitOf(block);
    return (mask & bit) === bit;
  }
}
