/** What this browser knows of each level: the program as it stands, the marks, the program that won. */
import type { Mark, SavedLevel } from "../../engine/src/schema/player-data.ts";
import type { Program } from "../../engine/src/schema/program.ts";
import type { Store } from "./store.ts";

export interface StoredLevel extends SavedLevel {
  /** The last program that won, with its blocks and the seconds it took to get there. */
  readonly won?: Win;
}

export interface Win {
  readonly program: Program;
  readonly blocks: number;
  readonly seconds: number;
}

const LEVELS = "level/";

const EMPTY: StoredLevel = { program: { ir: 1, body: [] }, marks: [] };

/** The levels of an activity by slug; of all activities by `activity/slug` when none is named. */
export async function levelsOf(store: Store, activity?: string): Promise<Map<string, StoredLevel>> {
  const prefix = activity === undefined ? LEVELS : `${LEVELS}${activity}/`;
  const entries = await store.entries<StoredLevel>(prefix);
  return new Map(entries.map(([key, level]) => [key.slice(prefix.length), level]));
}

export function updateLevel(
  store: Store,
  activity: string,
  slug: string,
  change: (before: StoredLevel) => StoredLevel,
): Promise<StoredLevel> {
  return store.update<StoredLevel>(`${LEVELS}${activity}/${slug}`, (before) => change(before ?? EMPTY));
}

/** The first win counts for the time; a later one may bring another program. */
export function withWin(before: StoredLevel, win: Win, marks: readonly Mark[]): StoredLevel {
  return { ...before, marks, won: { ...win, seconds: before.won?.seconds ?? win.seconds } };
}

export function isWon(level: StoredLevel | undefined): boolean {
  return level?.marks.includes("works") ?? false;
}
