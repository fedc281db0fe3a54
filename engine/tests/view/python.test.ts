import fc from "fast-check";
import { expect, test } from "vitest";
import { toPython } from "../../src/language/to-python.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import { tokensOf } from "../../src/view/python.ts";
import { unfinished } from "../samples.ts";

test("the coloured pieces of a line are the line, for any line", () => {
  fc.assert(
    fc.property(fc.string(), (line) => {
      expect(
        tokensOf(line)
          .map(({ text }) => text)
          .join(""),
      ).toBe(line);
    }),
  );
});

test("every word of a program has a colour", () => {
  fc.assert(
    fc.property(unfinished, (short) => {
      for (const line of toPython(parseProgram(short)).text.split("\n")) {
        const plain = tokensOf(line).filter(({ kind, text }) => kind === "plain" && /[a-z]{2}/.test(text));
        expect(plain).toEqual([]);
      }
    }),
  );
});

test("keywords, names, numbers and comments are told apart", () => {
  const kinds = tokensOf("while not at_goal(): # until").filter(({ kind }) => kind !== "plain");
  expect(kinds).toEqual([
    { text: "while", kind: "keyword" },
    { text: "not", kind: "keyword" },
    { text: "at_goal", kind: "name" },
    { text: "# until", kind: "comment" },
  ]);
  expect(tokensOf("range(4)").at(2)).toEqual({ text: "4", kind: "number" });
});
