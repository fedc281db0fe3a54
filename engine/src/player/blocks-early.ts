/** Asks for what the blocks need, long before they are shown: it is by far the most that a page fetches. */
import { loadMessages } from "../view/blocks/locales.ts";

export function fetchBlocksEarly(language: string): void {
  // Whether it arrived is asked when the blocks are shown.
  Promise.all([import("../view/blocks/blocks-view.ts"), loadMessages(language)]).catch(() => undefined);
}
