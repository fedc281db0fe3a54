/** What the browser tells the server: that something happened, never who, when or where. */
import type { Mark, ViewName } from "../../engine/src/schema/player-data.ts";

interface OfLevel {
  readonly activity: string;
  readonly level: string;
}

export type ProgressEvent =
  | (OfLevel & { readonly kind: "start" })
  | (OfLevel & {
      readonly kind: "run";
      readonly result: string;
      readonly say: string;
      readonly blocks: number;
      readonly view: ViewName;
    })
  | (OfLevel & {
      readonly kind: "win";
      readonly blocks: number;
      readonly marks: readonly Mark[];
      readonly seconds: number;
    })
  | (OfLevel & { readonly kind: "hint"; readonly hint: number })
  | {
      readonly kind: "finish";
      readonly activity: string;
      readonly language: string;
      readonly minutes: number;
      /** The first finish of this activity in this browser. */
      readonly first: boolean;
    };
