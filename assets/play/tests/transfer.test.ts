import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseProgram } from "../../../engine/src/schema/shorthand.ts";
import { unfinished } from "../../../engine/tests/samples.ts";
import { levelsOf, type StoredLevel, updateLevel, withWin } from "../progress.ts";
import { memoryStore } from "../store.ts";
import { mergedLevel, mergeProgress, progressText, readProgress } from "../transfer.ts";

const program = parseProgram(["move", "light"]);
const other = parseProgram([{ repeat: 2, do: ["move"] }]);
const LEVEL: StoredLevel = { program, marks: [] };
const WON: StoredLevel = withWin(LEVEL, { program: other, blocks: 2, seconds: 40 }, ["works", "tidy"]);
const TOWN: StoredLevel = { program, marks: ["works"], map: ["S.L", ",,,"], facing: "north" };

async function storeWith(levels: Record<string, StoredLevel>) {
  const store = memoryStore();
  for (const [name, level] of Object.entries(levels)) {
    const [activity, slug] = name.split("/") as [string, string];
    await updateLevel(store, activity, slug, () => level);
  }
  return store;
}

test("what is saved to a file is loaded from it, on a device that knows nothing yet", async () => {
  const levels = { "trail/porto": WON, "trail/atelier": TOWN, "other/one": LEVEL };
  const text = await progressText(await storeWith(levels));
  const read = readProgress(text);
  if ("kind" in read) throw new Error(`refused: ${read.kind}`);
  const fresh = memoryStore();
  await mergeProgress(fresh, read);
  expect(Object.fromEntries(await levelsOf(fresh))).toEqual(levels);
});

test("any program survives the way through a file", async () => {
  await fc.assert(
    fc.asyncProperty(unfinished, async (short) => {
      const level = { program: parseProgram(short), marks: [] };
      const read = readProgress(await progressText(await storeWith({ "trail/porto": level })));
      expect(read).toEqual(new Map([["trail/porto", level]]));
    }),
  );
});

describe("a file is refused, and nothing is changed, when", () => {
  const file = (levels: unknown, version: unknown = 1) => JSON.stringify({ codora: "progress", version, levels });

  test.each([
    ["it is not JSON", "<html>", { kind: "not_ours" }],
    ["it is of something else", JSON.stringify({ codora: "town" }), { kind: "not_ours" }],
    ["it is of a later version", file({}, 2), { kind: "newer" }],
    ["a level has no program", file({ "a/b": { marks: [] } }), { kind: "level", level: "a/b" }],
    ["a mark is unknown", file({ "a/b": { ...LEVEL, marks: ["gold"] } }), { kind: "level", level: "a/b" }],
    ["a name leads elsewhere", file({ "../b": LEVEL }), { kind: "level", level: "../b" }],
    ["a map is damaged", file({ "a/b": { ...TOWN, map: ["S", ".."] } }), { kind: "level", level: "a/b" }],
    ["a win is damaged", file({ "a/b": { ...WON, won: { program, blocks: -1 } } }), { kind: "level", level: "a/b" }],
  ])("%s", (_, text, fault) => {
    expect(readProgress(text)).toEqual(fault);
  });

  test("whatever it is, without falling over", () => {
    fc.assert(fc.property(fc.json(), (text) => void readProgress(text)));
  });
});

describe("a level known on both sides", () => {
  test("keeps what is here, and the marks of both", () => {
    const here = { ...LEVEL, program: other, marks: ["works"] } as const;
    expect(mergedLevel(here, { ...LEVEL, marks: ["tidy"] })).toEqual({ ...here, marks: ["works", "tidy"] });
  });

  test("takes the file's when only that one is won, or when nothing is here", () => {
    expect(mergedLevel(LEVEL, WON)).toEqual(WON);
    const empty = { program: parseProgram([]), marks: [] };
    expect(mergedLevel(empty, LEVEL)).toEqual(LEVEL);
  });
});
