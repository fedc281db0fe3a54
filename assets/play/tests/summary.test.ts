import { expect, test } from "vitest";
import type { PathLevel } from "../../../engine/src/schema/player-data.ts";
import { parseProgram } from "../../../engine/src/schema/shorthand.ts";
import { type StoredLevel, withWin } from "../progress.ts";
import { summaryOf } from "../summary.ts";

const level = (slug: string, kind: PathLevel["kind"] = "build"): PathLevel => ({
  slug,
  title: slug,
  url: `/${slug}/`,
  kind,
});
const PATH = [level("one"), level("two"), level("three"), level("own", "create")];
const program = parseProgram(["move"]);
const won = (blocks: number, seconds: number): StoredLevel =>
  withWin({ program, marks: [] }, { program, blocks, seconds }, ["works"]);

test("programs, blocks and minutes are summed over what was won, free play among it", () => {
  const kept = new Map([
    ["one", won(3, 100)],
    ["two", won(4, 80)],
    ["own", won(10, 300)],
  ]);
  expect(summaryOf(PATH, kept)).toMatchObject({ all: 3, won: 2, programs: 3, blocks: 17, minutes: 8 });
});

test("the way goes on at the first level not won, whatever comes after it", () => {
  const kept = new Map([
    ["one", won(3, 10)],
    ["three", won(3, 10)],
  ]);
  expect(summaryOf(PATH, kept)).toMatchObject({ next: PATH[1], last: { level: PATH[2] } });
});

test("free play is not needed to finish", () => {
  const kept = new Map(["one", "two", "three"].map((slug) => [slug, won(1, 1)]));
  expect(summaryOf(PATH, kept).next).toBeNull();
});

test("the last program is the one that won, though the learner has gone on changing it", () => {
  const winning = parseProgram(["move", "light"]);
  const level = withWin({ program, marks: [] }, { program: winning, blocks: 2, seconds: 1 }, ["works"]);
  expect(summaryOf(PATH, new Map([["one", { ...level, program: parseProgram([]) }]])).last?.program).toEqual(winning);
});

test("an untouched browser has made nothing and begins at the first level", () => {
  expect(summaryOf(PATH, new Map())).toEqual({
    all: 3,
    won: 0,
    programs: 0,
    blocks: 0,
    minutes: 0,
    last: null,
    next: PATH[0],
  });
});

test("the time of a level is that of its first win", () => {
  const again = withWin(won(5, 30), { program, blocks: 2, seconds: 500 }, ["works", "tidy"]);
  expect(again.won).toMatchObject({ blocks: 2, seconds: 30 });
});
