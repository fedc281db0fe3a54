/** What a learner made of an activity, out of what this browser has kept. */
import type { PathLevel } from "../../engine/src/schema/player-data.ts";
import type { Program } from "../../engine/src/schema/program.ts";
import { isWon, type StoredLevel } from "./progress.ts";

export interface Summary {
  /** Levels of the trail, the one for free play apart. */
  readonly all: number;
  readonly won: number;
  /** Programs that won, the one of free play among them. */
  readonly programs: number;
  readonly blocks: number;
  /** At least 1 once something is won. */
  readonly minutes: number;
  /** The program of the last level won, and that level. */
  readonly last: { readonly level: PathLevel; readonly program: Program } | null;
  /** The first level not won yet. */
  readonly next: PathLevel | null;
}

export function summaryOf(path: readonly PathLevel[], kept: ReadonlyMap<string, StoredLevel>): Summary {
  const trail = path.filter(({ kind }) => kind !== "create");
  const wins = path.flatMap(({ slug }) => kept.get(slug)?.won ?? []);
  const wonTrail = trail.filter(({ slug }) => isWon(kept.get(slug)));
  const lastLevel = wonTrail.at(-1);
  const lastProgram = lastLevel && (kept.get(lastLevel.slug)?.won?.program ?? kept.get(lastLevel.slug)?.program);
  const seconds = wins.reduce((sum, win) => sum + win.seconds, 0);
  return {
    all: trail.length,
    won: wonTrail.length,
    programs: wins.length,
    blocks: wins.reduce((sum, { blocks }) => sum + blocks, 0),
    minutes: wins.length === 0 ? 0 : Math.max(1, Math.round(seconds / 60)),
    last: lastLevel && lastProgram ? { level: lastLevel, program: lastProgram } : null,
    next: trail.find(({ slug }) => !isWon(kept.get(slug))) ?? null,
  };
}
