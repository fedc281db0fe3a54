/** Point 8: every program does in CPython, in a world written apart from ours, what it does here. */
import { spawnSync } from "node:child_process";
import { toPython } from "../../src/language/to-python.ts";
import { record } from "../../src/language/run.ts";
import { parseGrid } from "../../src/schema/grid.ts";
import type { Program } from "../../src/schema/program.ts";
import type { Trace, WorldEvent } from "../../src/schema/trace.ts";
import type { Direction } from "../../src/schema/world.ts";
import { GridWorld } from "../../src/world/grid-world.ts";
import { structureFault } from "../../src/goals/structure.ts";
import type { LevelSource } from "../activity.ts";
import type { Fault } from "../source.ts";
import { listedPrograms } from "./programs.ts";

/** One program on one map. */
export interface Case {
  readonly program: Program;
  readonly map: readonly string[];
  readonly facing: Direction;
  readonly limit: number;
}

/** What a run came to, in the words that both sides share: JSON of events, outcome and final state. */
type Account = string;

export function cpythonFaults(levels: readonly LevelSource[]): Fault[] {
  const runs = levels.flatMap((source) =>
    listedPrograms(source)
      .filter(({ program }) => !structureFault(source.level, program))
      .flatMap(({ place, program }) => casesOf(source, program).map((one) => ({ source, place, one }))),
  );
  const theirs = runInCPython(runs.map(({ one }) => one));
  return runs
    .filter(({ one }, i) => runHere(one) !== theirs[i])
    .map(({ source, place }) => source.source.fault(place, "this program does something else in Python"));
}

function casesOf({ file }: LevelSource, program: Program): Case[] {
  const { map, facing } = file.world;
  const maps = [{ map, facing }, ...(file.variants ?? []).map((variant) => ({ facing, ...variant }))];
  return maps.map((one) => ({ ...one, program, limit: file.limits.steps }));
}

export function runHere({ program, map, facing, limit }: Case): Account {
  return accountOf(record(program, new GridWorld(parseGrid(map, facing)), limit));
}

/** All cases in one Python process. @throws Error when Python cannot be started or the oracle fails */
export function runInCPython(cases: readonly Case[]): Account[] {
  const input = JSON.stringify(cases.map(({ program, ...rest }) => ({ ...rest, python: toPython(program).text })));
  const oracle = new URL("../oracle.py", import.meta.url).pathname;
  const done = spawnSync("python3", [oracle], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`oracle.py failed:\n${done.stderr}`);
  return (JSON.parse(done.stdout) as unknown[]).map((account) => JSON.stringify(account));
}

function accountOf({ start, steps, outcome }: Trace): Account {
  const { at, facing, lit } = steps.at(-1)?.state ?? start;
  return JSON.stringify({
    events: steps.map(({ event }) => eventOf(event)),
    outcome: outcome.kind,
    at: [at.row, at.column],
    facing,
    lit: [...lit].sort(),
  });
}

function eventOf(event: WorldEvent): (string | number | boolean)[] {
  switch (event.kind) {
    case "moved":
      return [event.kind, event.to.row, event.to.column];
    case "turned":
      return [event.kind, event.to];
    case "lit":
      return [event.kind, event.at.row, event.at.column];
    case "bumped":
      return [event.kind, event.obstacle, event.at.row, event.at.column];
    case "misplaced":
      return [event.kind, event.reason, event.at.row, event.at.column];
    case "repeated":
      return [event.kind, event.round, event.of];
    case "asked":
      return [event.kind, event.sensor, event.answer !== (event.not ?? false)];
  }
}
