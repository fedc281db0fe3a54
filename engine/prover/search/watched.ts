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

  maskOf(used: ReadonlySet<Block>): number {
    return this.blocks.reduce((mask, block, i) => (used.has(block) ? mask | (1 << i) : mask), 0);
  }

  /** The watched blocks of a set. */
  blocksOf(mask: number): ReadonlySet<Block> {
    return new Set(this.blocks.filter((_, i) => mask & (1 << i)));
  }

  /** Whether a program that uses no watched block outside the set may use this one. */
  allows(mask: number, block: Block): boolean {
    const index = this.blocks.indexOf(block);
    return index < 0 || (mask & (1 << index)) !== 0;
  }
}
