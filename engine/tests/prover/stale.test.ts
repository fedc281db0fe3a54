import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readActivity } from "../../prover/activity.ts";
import { staleTexts } from "../../prover/checks/text.ts";
import { written } from "./activity-folder.ts";

// Stamped by `manage.py i18n --stamp`: both sides must compute the same digest.
const STAMPED = 'review: draft\nfrom:\n  title: "55eff36b"\ntitle: Laternenweg\n';

function staleKeys(folder: string): string[] {
  return [...staleTexts(readActivity(folder))].map(({ reason }) => reason.split(" ")[0] as string);
}

function folderOf(english: string, german: string): string {
  return written({ activity: "levels: []\n", levels: {}, texts: { en: english, de: german } });
}

test("a translation that the site stamped is up to date until the English text changes", () => {
  const folder = folderOf("title: Lantern Trail\n", STAMPED);
  expect(staleKeys(folder)).toEqual([]);
  writeFileSync(join(folder, "text.en.yaml"), "title: The Lantern Trail\n");
  expect(staleKeys(folder)).toEqual(["title"]);
});

test("a translation that was never stamped is stale altogether", () => {
  const folder = folderOf("title: A walk\na: {b: Go.}\n", "review: draft\ntitle: Ein Weg\na: {b: Geh.}\n");
  expect(staleKeys(folder)).toEqual(["title", "a.b"]);
});
