/**
 * The surface between the engine and the page it stands in. The page hands over one `PlayerData` (as a JSON data
 * block) and the learner's `SavedLevel`; the player answers with the events of `PlayerEvents`. Nothing else passes.
 */
import type { LevelFile } from "./level.generated.ts";
import type { Program } from "./program.ts";
import type { Direction } from "./world.ts";

export interface PlayerData {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly activity: { readonly slug: string; readonly title: string };
  /** Every level of the activity in order, this one among them. */
  readonly path: readonly PathLevel[];
  /** Slug of the level to play. */
  readonly slug: string;
  readonly level: LevelFile;
  /** This level's texts by flat key: `title`, `goal`, `instructions`, `fact`, `hints.nudge`, `feedback.use_repeat` … */
  readonly text: Readonly<Record<string, string>>;
  /** Keys of `text` that are in English because the translation lacks them. */
  readonly untranslated: readonly string[];
  /** The town's own name in the reader's language, and the style of its houses. */
  readonly town: { readonly name: string; readonly country: string; readonly house: string; readonly landmark: string };
  /** Interface strings of the engine, compiled from gettext. */
  readonly messages: MessageCatalogue;
  readonly urls: {
    /** Page of the activity, for leaving. */
    readonly leave: string;
    readonly languages: string;
    readonly finish: string;
    /** The world's sprite sheet. */
    readonly sprite: string;
    /** The icon sprite. */
    readonly icons: string;
    /** Folder of Blockly's media, ending in a slash. */
    readonly blocklyMedia: string;
  };
}

export interface PathLevel {
  readonly slug: string;
  readonly title: string;
  readonly url: string;
  readonly kind: LevelFile["kind"];
}

export interface MessageCatalogue {
  /** CLDR plural category of `Intl.PluralRules` → index into a message's plural forms. */
  readonly plural: Readonly<Record<string, number>>;
  /** English source (context and text joined by \u0004 where there is a context) → translation, or its plural forms. */
  readonly messages: Readonly<Record<string, string | readonly string[]>>;
}

export type Mark = "works" | "tidy" | "explained";
export type ViewName = "strip" | "blocks";

/** What the browser remembers of one level. */
export interface SavedLevel {
  readonly program: Program;
  readonly marks: readonly Mark[];
  /** Create levels only: the learner's own map, and where Ora looks at first. */
  readonly map?: readonly string[];
  readonly facing?: Direction;
}

/** What the learner chose, for every level. Sound is off at first. */
export interface Preferences {
  readonly view: ViewName;
  readonly speed: Speed;
  readonly sound: boolean;
}

export type Speed = "slow" | "normal" | "fast";

/** `detail` of the custom events that the player dispatches (bubbling), by event name. */
export interface PlayerEvents {
  /** The program, or the map of a create level, changed. */
  "codora:edit": Pick<SavedLevel, "program" | "map" | "facing">;
  /** A run ended. `result` as in the level schema; `say` is the message key that was told. */
  "codora:run": { readonly result: string; readonly say: string; readonly blocks: number; readonly view: ViewName };
  /** The level is won; marks so far. */
  "codora:win": { readonly program: Program; readonly blocks: number; readonly marks: readonly Mark[]; readonly seconds: number };
  /** Another mark, after the win: the question was answered. */
  "codora:mark": { readonly marks: readonly Mark[] };
  "codora:hint": { readonly hint: 1 | 2 | 3 };
  /** The learner chose another view, speed or sound. */
  "codora:preferences": Preferences;
  /** The button for reading options was pressed: they belong to the page. */
  "codora:reading": null;
}
