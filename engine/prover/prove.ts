/** Proves an activity: every check on every level. */
import { readActivity, type Activity, type LevelSource } from "./activity.ts";
import { cpythonFaults } from "./checks/cpython.ts";
import { similarMapFaults } from "./checks/maps.ts";
import { conceptFaults, programFaults } from "./checks/programs.ts";
import { roundTripFaults } from "./checks/round-trips.ts";
import { boundFaults, searchFaults, searchLevel, type Searched } from "./checks/search.ts";
import { staleTexts, textFaults } from "./checks/text.ts";
import { townFaults } from "./checks/towns.ts";
import type { Fault } from "./source.ts";

export interface LevelProof {
  readonly source: LevelSource;
  /** Null for a create level, which has no task of its own to be shortened. */
  readonly searched: Searched | null;
  readonly milliseconds: number;
}

export interface ActivityProof {
  readonly activity: Activity;
  readonly levels: readonly LevelProof[];
  readonly faults: readonly Fault[];
  /** What somebody should look at, without being wrong: texts translated from an older English text. */
  readonly warnings: readonly Fault[];
}

/**
 * What cannot be read comes first: until all of it can, nothing else is looked at, for half of it would be wrong.
 * @param folder such as content/activities/lantern-trail
 */
export function proveActivity(folder: string): ActivityProof {
  const activity = readActivity(folder);
  if (activity.faults.length > 0) return { activity, levels: [], faults: inOrder(activity.faults), warnings: [] };
  const faults: Fault[] = [
    ...conceptFaults(activity),
    ...similarMapFaults(activity),
    ...townFaults(activity.levels),
    ...boundFaults(activity.levels),
    ...textFaults(activity),
    ...cpythonFaults(activity.levels),
  ];
  const levels = activity.levels.map((source) => proveLevel(source, faults));
  return { activity, levels, faults: inOrder(faults), warnings: [...staleTexts(activity)] };
}

function proveLevel(source: LevelSource, faults: Fault[]): LevelProof {
  const began = performance.now();
  faults.push(...programFaults(source), ...roundTripFaults(source));
  const searched = source.level.kind === "create" ? null : searchLevel(source);
  if (searched) faults.push(...searchFaults(source, searched));
  return { source, searched, milliseconds: performance.now() - began };
}

function inOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
