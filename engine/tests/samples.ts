/** Levels and programs for tests. */
import fc from "fast-check";
import type { LevelFile, Shorthand, ShorthandStatement } from "../src/schema/level.generated.ts";
import { loadLevel, type Level } from "../src/schema/level.ts";

/** A street with a lantern three steps on, and the goal behind it. */
export const STREET: LevelFile = {
  schema: 1,
  kind: "build",
  world: { type: "grid", town: "riga", time: "day", map: ["#######", "#S..LG,", "#######"], facing: "east" },
  concepts: { new: [], uses: [] },
  toolbox: ["move", "turn_left", "turn_right", "light", "repeat", "until", "if", "if_else"],
  sensors: ["path_ahead", "path_left", "path_right", "at_lantern", "at_goal", { not: "path_ahead" }],
  goals: [{ light: "all" }, { reach: "G" }],
  limits: { steps: 100, blocks_ideal: 4 },
  hints: { point: { cell: [2, 5] } },
  solutions: [{ program: [{ repeat: 3, do: ["move"] }, "light", "move"], expect: { tidy: true } }],
};

export function level(changes: Partial<LevelFile> = {}): Level {
  return loadLevel("street", { ...STREET, ...changes });
}

/** The same level on other maps, the shown one first. */
export function levelOn(maps: string[][], changes: Partial<LevelFile> = {}): Level {
  const [map = [], ...others] = maps;
  const variants = others.map((other) => ({ map: other }));
  return level({ ...changes, world: { ...STREET.world, map }, ...(variants.length > 0 ? { variants } : {}) });
}

const ACTIONS = ["move", "turn_left", "turn_right", "light"] as const;
const SENSORS = ["path_ahead", "path_left", "path_right", "at_lantern", "at_goal"] as const;

const question = fc.oneof(fc.constantFrom(...SENSORS), fc.record({ not: fc.constantFrom(...SENSORS) }));

/** Programs that may run: nothing is empty, everything is chosen. */
export const runnable: fc.Arbitrary<Shorthand> = programs(question, fc.integer({ min: 1, max: 5 }), 1);

/** Programs that look before they walk or light: they seldom fail, so they run long. */
export const careful: fc.Arbitrary<Shorthand> = runnable.map(lookingFirst);

function lookingFirst(program: Shorthand): Shorthand {
  return program.map((statement): ShorthandStatement => {
    if (statement === "move") return { if: "path_ahead", do: ["move"] };
    if (statement === "light") return { if: "at_lantern", do: ["light"] };
    if (typeof statement === "string") return statement;
    const inside = { ...statement, do: lookingFirst(statement.do) };
    return "else" in inside && inside.else ? { ...inside, else: lookingFirst(inside.else) } : inside;
  });
}

/** Any program a learner can have on the screen, half-finished ones too. */
export const unfinished: fc.Arbitrary<Shorthand> = programs(
  fc.option(question),
  fc.option(fc.integer({ min: 1, max: 20 })),
  0,
);

function programs(
  condition: fc.Arbitrary<Extract<ShorthandStatement, { until: unknown }>["until"]>,
  times: fc.Arbitrary<number | null>,
  least: number,
): fc.Arbitrary<Shorthand> {
  const { program } = fc.letrec<{ program: Shorthand; statement: ShorthandStatement }>((tie) => {
    const inside = fc.array(tie("statement"), { minLength: least, maxLength: 3 });
    return {
      program: fc.array(tie("statement"), { minLength: least, maxLength: 5 }),
      statement: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        fc.constantFrom(...ACTIONS),
        fc.record({ repeat: times, do: inside }),
        fc.record({ until: condition, do: inside }),
        fc.record({ if: condition, do: inside }),
        fc.record({ if: condition, do: inside, else: inside }),
      ),
    };
  });
  return program;
}

/** Maps of every tile, with one start and at most one goal. */
export const maps: fc.Arbitrary<string[]> = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns]) =>
    fc.record({
      tiles: fc.array(fc.constantFrom(...".....LL=,#XTB~o+"), { minLength: rows * columns, maxLength: rows * columns }),
      start: fc.nat(rows * columns - 1),
      goal: fc.nat(rows * columns - 1),
      columns: fc.constant(columns),
    }),
  )
  .map(({ tiles, start, goal, columns }) => {
    const placed = tiles.map((tile, i) => (i === start ? "S" : i === goal ? "G" : tile)).join("");
    return placed.match(new RegExp(`.{${columns}}`, "g")) as string[];
  });

export const facings = fc.constantFrom("north", "east", "south", "west");
