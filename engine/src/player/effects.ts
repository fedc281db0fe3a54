/** What the outside hears of a change of state: the events of the player's surface. */
import type { PlayerEvents } from "../schema/player-data.ts";
import type { PlayerState } from "./state.ts";

export type Emitted = {
  [Name in keyof PlayerEvents]: { readonly name: Name; readonly detail: PlayerEvents[Name] };
}[keyof PlayerEvents];

export function eventsOf(before: PlayerState, after: PlayerState, activeSeconds: number): Emitted[] {
  return [
    ...editEvents(before, after),
    ...endEvents(before, after, activeSeconds),
    ...(after.help.taken > before.help.taken
      ? [{ name: "codora:hint", detail: { hint: after.help.taken as 1 | 2 | 3 } } as const]
      : []),
    ...(after.preferences === before.preferences
      ? []
      : [{ name: "codora:preferences", detail: after.preferences } as const]),
  ];
}

function editEvents(before: PlayerState, { program, town }: PlayerState): Emitted[] {
  const sameTown = before.town?.map === town?.map && before.town?.facing === town?.facing;
  if (before.program === program && sameTown) return [];
  const own = town ? { map: town.map, facing: town.facing } : {};
  return [{ name: "codora:edit", detail: { program, ...own } }];
}

function endEvents(before: PlayerState, after: PlayerState, activeSeconds: number): Emitted[] {
  const { ended, marks, program, preferences } = after;
  if (!ended || ended === before.ended) return markEvents(before, after);
  const { result, feedback, blocks } = ended.verdict;
  const run = { name: "codora:run", detail: { result, say: feedback.say, blocks, view: preferences.view } } as const;
  if (result !== "won") return [run, ...markEvents(before, after)];
  return [run, { name: "codora:win", detail: { program, blocks, marks, seconds: activeSeconds } }];
}

/** A mark without a win: for the answer to a question. */
function markEvents(before: PlayerState, { marks }: PlayerState): Emitted[] {
  return marks === before.marks ? [] : [{ name: "codora:mark", detail: { marks } }];
}
