/**
 * node bench/interpreter.ts [--json]
 *
 * How many statements a second the engine's interpreter executes: bare, as the prover runs it, and recorded as a trace,
 * as a learner's run is. Each figure is the best of several rounds, since others share the machine.
 */
import { interpret } from "../engine/src/language/interpreter.ts";
import { record } from "../engine/src/language/run.ts";
import { parseGrid } from "../engine/src/schema/grid.ts";
import { parseProgram } from "../engine/src/schema/shorthand.ts";
import { GridWorld } from "../engine/src/world/grid-world.ts";

const ROUNDS = 5;
const BARE_STATEMENTS = 5_000_000;
const RECORDED_STATEMENTS = 300_000;

/** Round and round a square, asking at every corner: loop, question, walk and turn in turn. */
const TOWN = parseGrid(["#######", "#S....#", "#.###.#", "#.###.#", "#.....#", "#######"], "east");
const PROGRAM = parseProgram([
  { until: "at_goal", do: [{ repeat: 2, do: [{ if: "path_ahead", do: ["move"], else: ["turn_right"] }] }] },
]);

/** Runs the program for so many statements. */
type Runner = (statements: number) => void;

function bare(statements: number): void {
  for (const _ of interpret(PROGRAM, new GridWorld(TOWN), statements));
}

function recorded(statements: number): void {
  record(PROGRAM, new GridWorld(TOWN), statements);
}

function statementsPerSecond(runner: Runner, statements: number): number {
  const seconds = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    runner(statements);
    return (performance.now() - began) / 1000;
  });
  return Math.round(statements / Math.min(...seconds));
}

const figures = {
  bare: statementsPerSecond(bare, BARE_STATEMENTS),
  recorded: statementsPerSecond(recorded, RECORDED_STATEMENTS),
};

if (process.argv.includes("--json")) console.log(JSON.stringify(figures));
else {
  for (const [name, rate] of Object.entries(figures)) {
    console.log(`${name.padEnd(9)} ${rate.toLocaleString("en").padStart(12)} statements/s ${(1e9 / rate).toFixed(0).padStart(5)} ns each`);
  }
}
