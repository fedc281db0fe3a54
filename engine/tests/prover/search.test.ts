/** The search stands for every single program: here each is written down, run and judged one by one. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { search } from "../../prover/search/search.ts";
import { attempt } from "../../src/goals/judge.ts";
import { countBlocks } from "../../src/schema/edit.ts";
import type { LevelFile, Shorthand, ShorthandStatement } from "../../src/schema/level.generated.ts";
import { loadLevel, type Level } from "../../src/schema/level.ts";
import { conditionToShorthand, parseProgram } from "../../src/schema/shorthand.ts";
import { facings, level, levelOn, maps, STREET } from "../samples.ts";

function* sequences(on: Level, blocks: number): Generator<Shorthand> {
  if (blocks === 0) yield [];
  for (let first = 1; first <= blocks; first++) {
    for (const statement of statements(on, first)) {
      for (const rest of sequences(on, blocks - first)) yield [statement, ...rest];
    }
  }
}

function* statements(on: Level, blocks: number): Generator<ShorthandStatement> {
  const questions = on.conditions.map(conditionToShorthand);
  for (const block of on.toolbox) {
    if (block === "repeat") {
      for (const body of bodies(on, blocks)) for (let n = on.numbers.from; n <= on.numbers.to; n++) yield { repeat: n, do: body };
    } else if (block === "until") {
      for (const body of bodies(on, blocks)) for (const question of questions) yield { until: question, do: body };
    } else if (block === "if") {
      for (const body of bodies(on, blocks)) for (const question of questions) yield { if: question, do: body };
    } else if (block === "if_else") {
      for (const [yes, no] of pairs(on, blocks)) for (const question of questions) yield { if: question, do: yes, else: no };
    } else if (blocks === 1) yield block;
  }
}

function* bodies(on: Level, blocks: number): Generator<Shorthand> {
  if (blocks > 1) yield* sequences(on, blocks - 1);
}

function* pairs(on: Level, blocks: number): Generator<[Shorthand, Shorthand]> {
  if (blocks < 2) return;
  for (let first = 0; first < blocks; first++) {
    for (const yes of sequences(on, first)) for (const no of sequences(on, blocks - 1 - first)) yield [yes, no];
  }
}

interface Sum {
  programs: number;
  shares: Record<string, number>;
  shortest: number | null;
}

function oneByOne(on: Level, bound: number): Sum {
  const sum: Sum = { programs: 0, shares: {}, shortest: null };
  for (let blocks = 1; blocks <= bound; blocks++) {
    for (const shorthand of sequences(on, blocks)) {
      const { result, feedback } = attempt(on, parseProgram(shorthand)).verdict;
      sum.programs++;
      if (result === "won") sum.shortest ??= blocks;
      else sum.shares[feedback.say] = (sum.shares[feedback.say] ?? 0) + 1;
    }
  }
  return sum;
}

function atOnce(on: Level, bound: number): Sum {
  const { programs, shares, winner } = search(on, bound);
  return { programs, shares: Object.fromEntries(shares), shortest: winner && countBlocks(winner) };
}

const changes = fc.record<Partial<LevelFile>>({
  toolbox: fc.shuffledSubarray([...STREET.toolbox], { minLength: 3, maxLength: 5 }),
  sensors: fc.shuffledSubarray(["path_ahead", "path_left", "at_lantern", "at_goal", { not: "path_ahead" }], { minLength: 1, maxLength: 3 }),
  goals: fc.shuffledSubarray([{ light: "all" }, { light: "any" }, { use: "repeat" }, { use: "if_else" }], { minLength: 1 }),
  feedback: fc.shuffledSubarray([
    { when: { result: "crash", lacks: "repeat" }, say: "a" },
    { when: { uses: "until", blocks_at_least: 2 }, say: "b" },
    { when: { variant: "other", faces: "north" }, say: "c" },
    { when: { in_loop: "until", result: "endless" }, say: "d" },
    { when: { unlit_at_least: 1, lacks: "turn_left" }, say: "e" },
  ]),
});
const anyLevels = fc.tuple(fc.array(maps, { minLength: 1, maxLength: 3 }), facings, changes).map(([all, facing, change]) => {
  const [map = [], ...others] = all;
  const variants = others.map((other) => ({ map: other }));
  const world = { ...STREET.world, map, facing };
  const limits = { steps: 5000, blocks_ideal: 9 };
  return loadLevel("any", { ...STREET, ...change, limits, numbers: { from: 2, to: 3 }, world, ...(others.length > 0 ? { variants } : {}) });
});
/** A map without a lantern asks for nothing: no author's level has one. */
const levels = anyLevels.filter(({ grids }) => grids.every(({ lanterns }) => lanterns.length > 0));

test("on any level, the search counts and judges as if it ran each program", () => {
  fc.assert(
    fc.property(levels, (any) => {
      expect(atOnce(any, 3)).toEqual(oneByOne(any, 3));
    }),
    { numRuns: 50 },
  );
});

test("so it does with four blocks, where loops stand in loops", () => {
  const two = levelOn([["S.L", "..G"], ["SL", ".G"]], {
    toolbox: ["move", "turn_right", "light", "repeat", "until"],
    sensors: ["at_goal", "path_ahead"],
    numbers: { from: 2, to: 3 },
    limits: { steps: 5000, blocks_ideal: 9 },
  });
  expect(atOnce(two, 4)).toEqual(oneByOne(two, 4));
});

test("programs that come to the same place in more steps are stopped sooner", () => {
  const street = levelOn([["S........L"]], {
    toolbox: ["move", "repeat"],
    numbers: { from: 2, to: 4 },
    limits: { steps: 10, blocks_ideal: 9 },
  });
  const found = atOnce(street, 6);
  expect(found).toEqual(oneByOne(street, 6));
  expect(found.shares["engine.too_long"]).toBeGreaterThan(0);
});

test("it finds the one short program among very many", () => {
  const long = level({ limits: { steps: 200, blocks_ideal: 5 } });
  const { programs, runs, winner } = search(long, 4);
  expect(programs).toBeGreaterThan(100_000);
  expect(runs).toBeLessThan(programs / 3);
  expect(winner && attempt(long, winner).verdict.result).toBe("won");
});

test("a block that must be used may stand where no run comes", () => {
  const odd = levelOn([["SG"]], { toolbox: ["move", "if", "repeat"], sensors: ["at_goal"], goals: [{ reach: "G" }, { use: "repeat" }] });
  const { winner } = search(odd, 4);
  expect(winner && attempt(odd, winner).verdict.result).toBe("won");
  expect(winner && countBlocks(winner)).toBe(4);
});
