/** Progress as a file: to go on at another device, or to keep. Checked before a byte of it is taken over. */
import { isObject, readProgram } from "../../engine/src/player/read-program.ts";
import { mapFault } from "../../engine/src/schema/grid.ts";
import type { Mark } from "../../engine/src/schema/player-data.ts";
import type { Direction } from "../../engine/src/schema/world.ts";
import { merged } from "../../engine/src/player/playback.ts";
import { isWon, levelsOf, type StoredLevel, type Win } from "./progress.ts";
import type { Store } from "./store.ts";

const KIND = "progress";
const VERSION = 1;
const NAME = /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/;
const MARKS: readonly unknown[] = ["works", "tidy", "explained"];
const DIRECTIONS: readonly unknown[] = ["north", "east", "south", "west"];

/** Why a file is refused; `level` names the level at fault, as `activity/slug`. */
export type FileFault =
  { readonly kind: "not_ours" } | { readonly kind: "newer" } | { readonly kind: "level"; readonly level: string };

/** Levels by `activity/slug`. */
export type Levels = ReadonlyMap<string, StoredLevel>;

export async function progressText(store: Store): Promise<string> {
  const levels = Object.fromEntries(await levelsOf(store));
  return JSON.stringify({ codora: KIND, version: VERSION, levels }, null, 1);
}

export function readProgress(text: string): Levels | FileFault {
  const value = parsed(text);
  if (!isObject(value) || value["codora"] !== KIND || !isObject(value["levels"])) return { kind: "not_ours" };
  if (value["version"] !== VERSION) return { kind: "newer" };
  const levels = new Map<string, StoredLevel>();
  for (const [name, each] of Object.entries(value["levels"])) {
    const level = NAME.test(name) ? readLevel(each) : null;
    if (!level) return { kind: "level", level: name.slice(0, 80) };
    levels.set(name, level);
  }
  return levels;
}

/** Takes the levels over. What is here already stays unless the file has won the level and this device has not. */
export async function mergeProgress(store: Store, levels: Levels): Promise<void> {
  for (const [name, theirs] of levels) {
    await store.update<StoredLevel>(`level/${name}`, (ours) => (ours ? mergedLevel(ours, theirs) : theirs));
  }
}

export function mergedLevel(ours: StoredLevel, theirs: StoredLevel): StoredLevel {
  const takeTheirs = (isWon(theirs) && !isWon(ours)) || ours.program.body.length === 0;
  return { ...(takeTheirs ? theirs : ours), marks: merged(ours.marks, theirs.marks) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readLevel(value: unknown): StoredLevel | null {
  if (!isObject(value)) return null;
  const program = readProgram(value["program"]);
  const { marks, map, facing, won } = value;
  if (!program || !Array.isArray(marks) || !marks.every((mark) => MARKS.includes(mark))) return null;
  const level: StoredLevel = { program, marks: marks as Mark[] };
  const town = map === undefined ? {} : readTown(map, facing);
  const win = won === undefined ? {} : readWin(won);
  return town && win && { ...level, ...town, ...win };
}

function readTown(map: unknown, facing: unknown): { map: string[]; facing: Direction } | null {
  const isMap = Array.isArray(map) && map.length > 0 && map.every((row) => typeof row === "string");
  if (!isMap || mapFault(map) || !DIRECTIONS.includes(facing)) return null;
  return { map, facing: facing as Direction };
}

function readWin(value: unknown): { won: Win } | null {
  if (!isObject(value)) return null;
  const program = readProgram(value["program"]);
  const { blocks, seconds } = value;
  const count = (number: unknown): number is number => Number.isInteger(number) && (number as number) >= 0;
  return program && count(blocks) && count(seconds) ? { won: { program, blocks, seconds } } : null;
}
