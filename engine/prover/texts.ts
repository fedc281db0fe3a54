/**
 * Text files: `text.<language>.yaml` beside an activity, nested keys joined by dots. English is the source; a
 * translation also has `review` and `from`, the digest of the English text that each key was made from.
 */
import { createHash } from "node:crypto";
import { Source, type Fault, type Place } from "./source.ts";

export interface TextFile {
  readonly language: string;
  readonly source: Source;
  /** Flat key → text. */
  readonly texts: ReadonlyMap<string, string>;
  /** Flat key → digest of the English text it was made from. */
  readonly madeFrom: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
}

export const ENGLISH = "en";
const REVIEWS = ["draft", "native"];

/** As the site computes it: codora/core/texts.py. */
export function digest(text: string): string {
  return createHash("sha256").update(text.trim()).digest("hex").slice(0, 8);
}

export function readTexts(path: string, language: string): TextFile {
  const source = new Source(path);
  const { review, from, ...content } = isRecord(source.data) ? source.data : {};
  const faults: Fault[] = [...source.faults];
  const texts = new Map(flat(content, [], (place, reason) => faults.push(source.fault(place, reason))));
  if (language !== ENGLISH && !REVIEWS.includes(String(review))) {
    faults.push(source.fault(["review"], "review: must be draft or native"));
  }
  return { language, source, texts, madeFrom: isRecord(from) ? (from as Record<string, string>) : {}, faults };
}

export function placeOf(key: string): Place {
  return key.split(".");
}

function* flat(
  content: Record<string, unknown>,
  place: Place,
  complain: (place: Place, reason: string) => void,
): Generator<[string, string]> {
  for (const [key, value] of Object.entries(content)) {
    const here = [...place, key];
    if (isRecord(value)) yield* flat(value, here, complain);
    else if (typeof value === "string" && value.trim() !== "") yield [here.join("."), value.trim()];
    else complain(here, `${here.join(".")}: a text is needed here`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
