/**
 * Turning on the spot. Turns, and repeats with nothing but turns inside, end in the same heading wherever they are run, so
 * the search takes all that follow one another as one: a spin. Most short programs are full of them. A spin counts as one
 * statement executed: a program may be taken to end that is stopped as endless, never the other way round.
 */
import type { Block, Shorthand, ShorthandStatement } from "../../src/schema/level.generated.ts";
import type { Level } from "../../src/schema/level.ts";
import type { Watched } from "./watched.ts";

/** Runs of turning statements that are alike. */
export interface Spin {
  readonly kind: "spin";
  /** Quarters to the right, 0 to 3. */
  readonly quarters: number;
  readonly blocks: number;
  /** Watched blocks in them. */
  readonly used: number;
  /** How many there are. */
  readonly ways: number;
  /** One of them. */
  readonly example: Shorthand;
}

/** @returns by number of blocks, up to `most`: the spins of so many */
export function spinsOf(level: Level, watched: Watched, most: number): readonly (readonly Spin[])[] {
  const runs: Spin[][] = [[spin(0, 0, 0, [])]];
  const statements: Spin[][] = [[]];
  for (let blocks = 1; blocks <= most; blocks++) {
    const inside = runs[blocks - 1] as Spin[];
    statements.push(merged(blocks === 1 ? turns(level, watched) : repeats(level, watched, inside)));
    const whole = statements.flatMap((first, n) => (runs[blocks - n] ?? []).flatMap((rest) => first.map((s) => join(s, rest))));
    runs.push(merged(whole));
  }
  return runs.map((spins, blocks) => (blocks === 0 ? [] : spins));
}

function turns({ toolbox }: Level, watched: Watched): Spin[] {
  const turn = (block: Block, quarters: number) =>
    toolbox.includes(block) ? [spin(quarters, 1, watched.bitOf(block), [block as "turn_left"])] : [];
  return [...turn("turn_right", 1), ...turn("turn_left", 3)];
}

function repeats({ toolbox, numbers }: Level, watched: Watched, inside: readonly Spin[]): Spin[] {
  if (!toolbox.includes("repeat")) return [];
  const used = watched.bitOf("repeat");
  const times = Array.from({ length: numbers.to - numbers.from + 1 }, (_, i) => numbers.from + i);
  return inside.flatMap((body) =>
    times.map((n): Spin => {
      const statement: ShorthandStatement = { repeat: n, do: body.example };
      const around = spin(body.quarters * n, body.blocks + 1, body.used | used, [statement]);
      return { ...around, ways: body.ways };
    }),
  );
}

function spin(quarters: number, blocks: number, used: number, example: Shorthand): Spin {
  return { kind: "spin", quarters: quarters & 3, blocks, used, ways: 1, example };
}

function join(a: Spin, b: Spin): Spin {
  const both = spin(a.quarters + b.quarters, a.blocks + b.blocks, a.used | b.used, [...a.example, ...b.example]);
  return { ...both, ways: a.ways * b.ways };
}

/** Those that are alike as one. */
function merged(spins: readonly Spin[]): Spin[] {
  const alike = new Map<string, Spin>();
  for (const one of spins) {
    const key = `${one.quarters},${one.used}`;
    const same = alike.get(key);
    alike.set(key, same ? { ...same, ways: same.ways + one.ways } : one);
  }
  return [...alike.values()];
}
