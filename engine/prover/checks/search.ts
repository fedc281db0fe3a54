/**
 * Points 4 and 5: no program shorter than `blocks_ideal` wins, and every failing one gets a message that says why. Also:
 * the level's own messages are all reached.
 */
import { attempt } from "../../src/goals/judge.ts";
import { engineSay } from "../../src/goals/messages.ts";
import { toPython } from "../../src/language/to-python.ts";
import { countBlocks } from "../../src/schema/edit.ts";
import type { Program } from "../../src/schema/program.ts";
import type { LevelSource } from "../activity.ts";
import { search, type SearchResult } from "../search/search.ts";
import type { Fault } from "../source.ts";
import { listedPrograms } from "./programs.ts";

export interface Searched extends SearchResult {
  /** The most blocks that were tried. */
  readonly bound: number;
  /** Shares of the failing programs, 0 to 1. */
  readonly own: number;
  readonly engine: number;
  readonly generic: number;
}

const GENERIC = engineSay("generic");

export function searchLevel({ level, file }: LevelSource): Searched {
  const whole = level.limits.blocks_ideal - 1;
  const bound = Math.min(file.search?.bound ?? whole, whole);
  const found = search(level, bound);
  const counts = [...found.shares];
  const failing = counts.reduce((sum, [, count]) => sum + count, 0);
  const share = (belongs: (say: string) => boolean) =>
    failing === 0 ? 0 : counts.reduce((sum, [say, count]) => sum + (belongs(say) ? count : 0), 0) / failing;
  return {
    ...found,
    bound,
    own: share((say) => !say.startsWith("engine.")),
    engine: share((say) => say.startsWith("engine.") && say !== GENERIC),
    generic: share((say) => say === GENERIC),
  };
}

export function* searchFaults(source: LevelSource, searched: Searched): Generator<Fault> {
  const { source: yaml, file } = source;
  const { winner, unexplained } = searched;
  if (winner) yield yaml.fault(["limits", "blocks_ideal"], `${countBlocks(winner)} blocks are enough:${listing(winner)}`);
  if (unexplained && !file.allow_generic) {
    const percent = (searched.generic * 100).toLocaleString("en", { maximumSignificantDigits: 2 });
    yield yaml.fault([], `${percent} % of the failing programs get only the generic message, such as:${listing(unexplained)}`);
  }
  yield* unreachedFaults(source, searched);
}

/** At most three levels of a track may be searched less deep than to the shortest solution. */
export function* boundFaults(levels: readonly LevelSource[]): Generator<Fault> {
  const shallow = levels.filter(({ file }) => file.search);
  for (const { source, file } of shallow) {
    if ((file.search?.bound ?? 0) >= file.limits.blocks_ideal - 1) {
      yield source.fault(["search"], "search: the bound is where the search would go by itself");
    }
  }
  for (const { source } of shallow.slice(MOST_SHALLOW)) {
    yield source.fault(["search"], `search: ${MOST_SHALLOW} levels before this one have a bound already`);
  }
}

const MOST_SHALLOW = 3;

function listing(program: Program): string {
  return `\n${toPython(program).text.trimEnd()}`.replaceAll("\n", "\n    ");
}

function* unreachedFaults(source: LevelSource, { shares }: Searched): Generator<Fault> {
  const listed = listedPrograms(source).map(({ program }) => attempt(source.level, program).verdict.feedback.say);
  const reached = new Set([...shares.keys(), ...listed]);
  for (const [i, { say }] of (source.file.feedback ?? []).entries()) {
    if (!reached.has(say)) yield source.source.fault(["feedback", i], `no program gets the message ${say}`);
  }
}
