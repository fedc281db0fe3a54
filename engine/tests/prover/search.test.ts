/** The search stands for every single program: here each is written down, run and judged one by one. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { search } from "../../prover/search/search.ts";
import type { Feedback } from "../../src/goals/feedback.ts";
import { attempt } from "../../src/goals/judge.ts";
import { countBlocks } from "../../src/schema/edit.ts";
import type { Direction, LevelFile, Shorthand, ShorthandStatement } from "../../src/schema/level.generated.ts";
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

/** A message that sends a learner to another map and has nothing to say there is no better than the generic one. */
function toldBy({ say, also }: Feedback): string {
  return also.some((message) => message.say === "engine.generic") ? "engine.generic" : say;
}

interface Sum {
  programs: number;
  shares: Record<string, number>;
  /** Blocks of the shortest program that wins, and of the shortest that gets only the generic message. */
  shortest: number | null;
  unexplained: number | null;
}

function oneByOne(on: Level, bound: number): Sum {
  const sum: Sum = { programs: 0, shares: {}, shortest: null, unexplained: null };
  for (let blocks = 1; blocks <= bound; blocks++) {
    for (const shorthand of sequences(on, blocks)) {
      const { result, feedback } = attempt(on, parseProgram(shorthand)).verdict;
      sum.programs++;
      const told = toldBy(feedback);
      if (result === "won") sum.shortest ??= blocks;
      else sum.shares[told] = (sum.shares[told] ?? 0) + 1;
      if (told === "engine.generic") sum.unexplained ??= blocks;
    }
  }
  return sum;
}

function atOnce(on: Level, bound: number): Sum {
  const { programs, shares, winner, unexplained } = search(on, bound);
  if (winner) expect(attempt(on, winner).verdict.result).toBe("won");
  if (unexplained) expect(toldBy(attempt(on, unexplained).verdict.feedback)).toBe("engine.generic");
  const sizes = { shortest: winner && countBlocks(winner), unexplained: unexplained && countBlocks(unexplained) };
  return { programs, shares: Object.fromEntries(shares), ...sizes };
}

/** Levels of every kind that the search can meet, sensible or not: also without a lantern, a goal or a way to win. */
const changes = fc.record<Partial<LevelFile>>({
  toolbox: fc.shuffledSubarray([...STREET.toolbox], { minLength: 1, maxLength: 6 }),
  sensors: fc.shuffledSubarray(["path_ahead", "path_left", "path_right", "at_lantern", "at_goal", { not: "path_ahead" }, { not: "at_lantern" }], {
    minLength: 1,
    maxLength: 3,
  }),
  numbers: fc.constantFrom({ from: 1, to: 2 }, { from: 2, to: 4 }, { from: 3, to: 3 }, { from: 7, to: 9 }),
  goals: fc.shuffledSubarray([{ light: "all" }, { light: "any" }, { reach: "G" }, { use: "repeat" }, { use: "until" }, { use: "if" }, { use: "if_else" }], {
    minLength: 1,
    maxLength: 3,
  }),
  limits: fc.constantFrom(10, 11, 12, 15, 20, 40, 200).map((steps) => ({ steps, blocks_ideal: 9 })),
  feedback: fc.shuffledSubarray([
    { when: { result: "crash", lacks: "repeat" }, say: "a" },
    { when: { uses: "until", blocks_at_least: 2 }, say: "b" },
    { when: { variant: "other", faces: "north" }, say: "c" },
    { when: { in_loop: "until", result: "endless" }, say: "d" },
    { when: { unlit_at_least: 1, lacks: "turn_left" }, say: "e" },
    { when: { in_loop: "repeat", faces: "south" }, say: "f" },
    { when: { result: "endless", uses: "move", blocks_at_most: 2 }, say: "g" },
    { when: { at_goal: true, result: "goal_unmet" }, say: "h" },
    { when: { cell: [1, 1] }, say: "i" },
    { when: { reason: "already_lit" }, say: "j" },
    { when: { result: "endless", faces: "west" }, say: "k" },
    { when: { result: "endless", cell: [1, 2] }, say: "l" },
    { when: { result: "goal_unmet", blocks_at_least: 3 }, say: "m" },
    { when: { variant: "other", result: "crash" }, say: "n" },
    { when: { lacks: "light" }, say: "o" },
    { when: { variant: "other", lacks: "move" }, say: "p" },
  ]),
});
const fewMaps = fc.array(maps, { minLength: 1, maxLength: 4 });
/** Maps on which many programs do the same: one cell may be another. */
const likeMaps = fc.tuple(maps, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...".L#")), { maxLength: 3 })).map(([map, changed]) => [
  map,
  ...changed.map(([cell, tile]) => withTile(map, cell, tile)),
]);

function withTile(map: string[], cell: number, tile: string): string[] {
  const columns = (map[0] as string).length;
  const at = cell % (map.length * columns);
  const swapped = (row: string, column: number) => row.slice(0, column) + tile + row.slice(column + 1);
  return map.map((row, r) => (r === Math.floor(at / columns) && !"SG".includes(row[at % columns] as string) ? swapped(row, at % columns) : row));
}

const likeFacings = fc.oneof(fc.array(facings, { minLength: 4, maxLength: 4 }), facings.map((facing) => [facing, facing, facing, facing]));
const levels = fc.tuple(fc.oneof(fewMaps, likeMaps), likeFacings, changes).map(
  ([all, turned, change]) => {
    const [first, ...others] = all.map((map, i) => ({ map, facing: turned[i] as Direction }));
    const world = { ...STREET.world, ...first };
    return loadLevel("any", { ...STREET, ...change, world, ...(others.length > 0 ? { variants: others } : {}) });
  },
);

/** How many blocks there can be so that writing down every program takes no time. */
function depthOf(any: Level): number {
  return [4, 3, 2].find((bound) => search(any, bound).programs < 4_000) ?? 1;
}

test("on any level, the search counts and judges as if it ran each program", () => {
  fc.assert(
    fc.property(levels, (any) => {
      const bound = depthOf(any);
      expect(atOnce(any, bound)).toEqual(oneByOne(any, bound));
    }),
    { numRuns: 60 },
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

test("programs that agree on the shown map and fail in two ways on another are told apart", () => {
  const corner = levelOn([[".G", "S."], ["TG", "S#"]], {
    toolbox: ["move", "turn_left", "turn_right"],
    goals: [{ reach: "G" }],
    feedback: [{ when: { obstacle: "tree" }, say: "tree" }, { when: { obstacle: "house" }, say: "house" }],
    limits: { steps: 40, blocks_ideal: 9 },
  });
  expect(atOnce(corner, 6)).toEqual(oneByOne(corner, 6));
});

test("turning on the spot takes steps too", () => {
  const square = levelOn([["S.", ".."]], {
    toolbox: ["turn_left", "turn_right", "repeat"],
    numbers: { from: 2, to: 4 },
    goals: [{ use: "repeat" }],
    limits: { steps: 10, blocks_ideal: 9 },
  });
  const found = atOnce(square, 4);
  expect(found).toEqual(oneByOne(square, 4));
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
