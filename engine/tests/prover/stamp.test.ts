import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readActivity, type Activity } from "../../prover/activity.ts";
import { staleTexts } from "../../prover/checks/text.ts";
import { stamped } from "../../prover/stamp.ts";
import type { TextFile } from "../../prover/texts.ts";
import { written } from "./activity-folder.ts";

function textsOf(activity: Activity, language: string): TextFile {
  return activity.texts.get(language) as TextFile;
}

function stamp(folder: string, keys: string[] = []): void {
  const activity = readActivity(folder);
  const path = join(folder, "text.de.yaml");
  const file = readFileSync(path, "utf8");
  writeFileSync(path, stamped(file, textsOf(activity, "de"), textsOf(activity, "en"), keys));
}

function staleKeys(folder: string): string[] {
  return [...staleTexts(readActivity(folder))].map(({ reason }) => reason.split(" ")[0] as string);
}

function folderOf(english: string, german: string): string {
  return written({ activity: "levels: []\n", levels: {}, texts: { en: english, de: `review: draft\n${german}` } });
}

test("a translation is stale until it is stamped, and again when the English text changes", () => {
  const folder = folderOf("title: A walk\na: {b: Go.}\n", "# Grüße\ntitle: Ein Weg\na: {b: Geh.}\n");
  expect(staleKeys(folder)).toEqual(["title", "a.b"]);
  stamp(folder);
  expect(staleKeys(folder)).toEqual([]);
  writeFileSync(join(folder, "text.en.yaml"), "title: A long walk\na: {b: Go.}\n");
  expect(staleKeys(folder)).toEqual(["title"]);
});

test("stamping keeps the rest of the file, and a second time changes nothing", () => {
  const folder = folderOf("title: A walk\n", "# Grüße\ntitle: Ein Weg   # kurz\n");
  stamp(folder);
  const once = readFileSync(join(folder, "text.de.yaml"), "utf8");
  expect(once).toMatch(/^review: draft\nfrom:\n {2}title: "[0-9a-f]{8}"\n# Grüße\ntitle: Ein Weg {3}# kurz\n$/);
  stamp(folder);
  expect(readFileSync(join(folder, "text.de.yaml"), "utf8")).toBe(once);
});

test("only the named keys are stamped", () => {
  const folder = folderOf("title: A walk\nlead: Go.\n", "title: Ein Weg\nlead: Los.\n");
  stamp(folder, ["lead"]);
  expect(staleKeys(folder)).toEqual(["title"]);
});

test("the digest is that of the site: the first 8 hex digits of SHA-256", () => {
  const folder = folderOf("title: Lantern Trail\n", "title: Laternenweg\n");
  stamp(folder);
  expect(textsOf(readActivity(folder), "de").madeFrom).toEqual({ title: "55eff36b" });
});
