/**
 * node engine/prover/stamp.ts content/activities/<slug> <language> [<key> …]
 *
 * Notes in a translation, under `from`, which English text each key was made from: all keys, or those named. Run it after
 * translating; the rest of the file stays as it is.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digest, ENGLISH, readTexts, type TextFile } from "./texts.ts";

const FROM = /^from:.*\n(?:[ \t]+.*\n)*/m;
const REVIEW = /^review:.*\n/m;

/** The translation's file with its digests brought up to date. @param keys only these; all that are translated if none */
export function stamped(file: string, translation: TextFile, english: TextFile, keys: readonly string[] = []): string {
  const digests = [...english.texts].flatMap(([key, text]) => {
    if (!translation.texts.has(key)) return [];
    const made = keys.length === 0 || keys.includes(key) ? digest(text) : translation.madeFrom[key];
    return made === undefined ? [] : [`  ${key}: "${made}"\n`];
  });
  const block = `from:\n${digests.join("")}`;
  if (FROM.test(file)) return file.replace(FROM, block);
  return REVIEW.test(file) ? file.replace(REVIEW, (review) => review + block) : `review: draft\n${block}${file}`;
}

function main([folder, language, ...keys]: string[]): void {
  if (!folder || !language || language === ENGLISH) {
    console.error("usage: node engine/prover/stamp.ts content/activities/<slug> <language> [<key> …]");
    process.exitCode = 2;
    return;
  }
  const path = join(folder, `text.${language}.yaml`);
  const english = readTexts(join(folder, `text.${ENGLISH}.yaml`), ENGLISH);
  writeFileSync(path, stamped(readFileSync(path, "utf8"), readTexts(path, language), english, keys));
}

if (import.meta.main) main(process.argv.slice(2));
