/** What the learner chose to see and hear, kept on the device. */
import type { Preferences } from "../../engine/src/schema/player-data.ts";
import { FIRST_PREFERENCES } from "../../engine/src/player/preferences.ts";

const KEY = "codora.preferences";

export function preferencesOfDevice(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>;
    return {
      view: kept.view === "blocks" ? "blocks" : FIRST_PREFERENCES.view,
      speed: kept.speed === "slow" || kept.speed === "fast" ? kept.speed : FIRST_PREFERENCES.speed,
      sound: kept.sound === true,
    };
  } catch {
    return FIRST_PREFERENCES;
  }
}

export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
