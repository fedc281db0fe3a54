/** One program that a partial one stands for, written out with the fewest blocks that fill what no run came to. */
import type { Block, Shorthand, ShorthandStatement } from "../../src/schema/level.generated.ts";
import type { Level } from "../../src/schema/level.ts";
import type { Condition } from "../../src/schema/program.ts";
import { conditionToShorthand } from "../../src/schema/shorthand.ts";
import { fewest, type Holes } from "./counting.ts";
import { isControl, type PartialIf, type PartialStatement, type Sequence } from "./partial.ts";

/** What goes into the holes, each block of `needed` somewhere. */
class Filler {
  private readonly plain: ShorthandStatement;
  private readonly pieces: Shorthand[];
  private readonly places: number;

  constructor(level: Level, holes: Holes, needed: ReadonlySet<Block>, mayUse: (block: Block) => boolean) {
    const controls = [...needed].filter(isControl);
    const actions = [...needed].filter((block) => !isControl(block)) as ShorthandStatement[];
    const action = level.toolbox.find((block) => !isControl(block) && mayUse(block));
    this.plain = (action ?? "turn_left") as ShorthandStatement;
    this.places = fewest(holes);
    // All control blocks stand in one place, one in the other; each action that is needed fills a place of its own.
    const inmost = actions.splice(0, Math.max(1, actions.length - this.places + 1));
    const inside: Shorthand = inmost.length === 0 && controls.length > 0 ? [this.plain] : inmost;
    const first = controls.reduce<Shorthand>((inner, block) => [around(inner, block, level)], inside);
    this.pieces = [first, ...actions.map((each): Shorthand => [each])].filter((piece) => piece.length > 0);
  }

  /** For a place that must have a statement. */
  something(): Shorthand {
    return this.pieces.shift() ?? [this.plain];
  }

  /** For a place that may stay empty: it gets what is needed only where there is no other place for it. */
  perhaps(): Shorthand {
    return this.places === 0 ? (this.pieces.shift() ?? []) : [];
  }
}

function around(inner: Shorthand, block: Block, { numbers, conditions }: Level): ShorthandStatement {
  const condition = conditions[0] ? conditionToShorthand(conditions[0]) : null;
  if (block === "repeat") return { repeat: numbers.from, do: inner };
  if (block === "until") return { until: condition, do: inner };
  if (block === "if") return { if: condition, do: inner };
  return { if: condition, do: inner, else: [] };
}

/** @param needed the watched blocks that stand in the holes; @param mayUse whether a block may stand there */
export function written(
  statements: readonly PartialStatement[],
  level: Level,
  holes: Holes,
  needed: ReadonlySet<Block>,
  mayUse: (block: Block) => boolean,
): Shorthand {
  const filler = new Filler(level, holes, needed, mayUse);
  const all = (items: readonly PartialStatement[]): Shorthand => items.flatMap(one);

  function one(statement: PartialStatement): Shorthand {
    if (statement.kind === "call") return [statement.action as "move"];
    if (statement.kind === "repeat") return [{ repeat: statement.from, do: body(statement.body) }];
    const condition = conditionToShorthand(level.conditions[lowestBit(statement.candidates)] as Condition);
    if (statement.kind === "until") return [{ until: condition, do: body(statement.body) }];
    if (!statement.otherwise) return [{ if: condition, do: body(statement.body) }];
    return [{ if: condition, ...branches(statement, statement.otherwise) }];
  }

  function body(sequence: Sequence): Shorthand {
    return sequence.items.length > 0 ? branch(sequence) : filler.something();
  }

  function branch({ items, open }: Sequence): Shorthand {
    return [...all(items), ...(open ? filler.perhaps() : [])];
  }

  /** At least one of the two has a statement. */
  function branches({ body: yes }: PartialIf, no: Sequence): { do: Shorthand; else: Shorthand } {
    if (yes.items.length > 0 || no.items.length > 0) return { do: branch(yes), else: branch(no) };
    return yes.open ? { do: filler.something(), else: branch(no) } : { do: [], else: filler.something() };
  }

  return all(statements);
}

function lowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}
