/** What docs/authoring.md tells authors holds: its example is a good level, and no field or message is left out. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import schema from "../../src/schema/level.schema.json" with { type: "json" };
import { ENGINE_KEYS } from "../../src/goals/messages.ts";
import { faultsAfter, swap } from "./activity-folder.ts";

const GUIDE = readFileSync(new URL("../../../docs/authoring.md", import.meta.url), "utf8");

/** What no failing program gets as its message. */
const NOT_FOR_AUTHORS = ["won", "won_longer", "in_round", "loose_blocks"];

test("the example is a level that the prover finds nothing wrong with", () => {
  const [level = "", text = ""] = [...GUIDE.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => match[1]);
  const faults = faultsAfter((files) => {
    files.levels["budapest-quay"] = level;
    files.activity = swap(files.activity, "  - steps", "  - steps\n  - budapest-quay");
    for (const language of Object.keys(files.texts)) files.texts[language] += text;
  });
  expect(faults).toEqual([]);
});

test("every field, every condition and every message stands in it", () => {
  const named = new Set([...GUIDE.matchAll(/`(?:engine\.)?(\w+)`/g)].map((match) => match[1]));
  const ends = ["must_use_until", "must_use_if", "must_use_if_else"];
  const messages = ENGINE_KEYS.filter((key) => !NOT_FOR_AUTHORS.includes(key) && !ends.includes(key));
  const words = [...Object.keys(schema.properties), ...Object.keys(schema.definitions.when.properties), ...messages];
  expect(words.filter((word) => !named.has(word))).toEqual([]);
});
