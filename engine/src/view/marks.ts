/** The three quiet marks of a level: a shape each, never colour alone. */
import type { Mark } from "../schema/player-data.ts";
import type { Translator } from "../schema/translate.ts";
import { h, s } from "./dom.ts";

export const MARKS: readonly Mark[] = ["works", "tidy", "explained"];

/** A tick in a circle, three even lines in a square, a speech bubble. */
const SHAPES: Readonly<Record<Mark, readonly [outline: string, inside: string]>> = {
  works: ["M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 0 0 0-19z", "m7.5 12.5 3 3 6-6.5"],
  tidy: ["M5.5 2.5h13a3 3 0 0 1 3 3v13a3 3 0 0 1-3 3h-13a3 3 0 0 1-3-3v-13a3 3 0 0 1 3-3z", "M7 8h10M7 12h10M7 16h6"],
  explained: [
    "M12 2.5c5.5 0 9.5 3.4 9.5 8s-4 8-9.5 8q-1.4 0-2.7-.3L4 21.5l1-5c-1.6-1.5-2.5-3.6-2.5-6c0-4.6 4-8 9.5-8z",
    "M8 10.5h.1M12 10.5h.1M16 10.5h.1",
  ],
};

export function markName({ t, tp }: Translator, mark: Mark): string {
  switch (mark) {
    case "works":
      return tp("mark of a level", "works");
    case "tidy":
      return tp("mark of a level", "tidy");
    case "explained":
      return t("explained");
  }
}

export function markShape(mark: Mark, earned: boolean): SVGElement {
  const [outline, inside] = SHAPES[mark];
  return s(
    "svg",
    { class: `p-mark p-mark--${mark}${earned ? " is-earned" : ""}`, viewBox: "0 0 24 24", "aria-hidden": "true" },
    s("path", { class: "p-mark__shape", d: outline }),
    s("path", { class: "p-mark__sign", d: inside }),
  );
}

/** All marks that a level has, earned or not, with their names. */
export function markList(words: Translator, possible: readonly Mark[], earned: readonly Mark[]): HTMLElement {
  return h(
    "ul",
    { class: "p-marks" },
    ...possible.map((mark) => {
      const has = earned.includes(mark);
      const state = h("span", { class: "visually-hidden" }, has ? words.t("reached") : words.t("not yet"));
      return h("li", { class: has ? "is-earned" : null }, markShape(mark, has), markName(words, mark), " ", state);
    }),
  );
}
