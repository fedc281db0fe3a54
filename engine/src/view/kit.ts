/** What every part of the view needs: the reader's words, the icons, the art. */
import type { Translator } from "../schema/translate.ts";
import type { Art } from "./art.ts";
import { s } from "./dom.ts";

export interface Kit {
  readonly words: Translator;
  readonly art: Art;
  readonly direction: "ltr" | "rtl";
  /** URL of the icon sprite. */
  readonly icons: string;
}

/** @param flips whether it points along the reading direction and turns round with it */
export function icon({ icons }: Kit, name: string, flips = false): SVGSVGElement {
  return s(
    "svg",
    { class: flips ? "p-icon p-icon--flips" : "p-icon", "aria-hidden": "true", viewBox: "0 0 24 24" },
    s("use", { href: `${icons}#i-${name}` }),
  );
}
