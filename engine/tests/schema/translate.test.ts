import { expect, test } from "vitest";
import { translator } from "../../src/schema/translate.ts";

const polish = translator(
  {
    plural: { one: 0, few: 1, many: 2, other: 2 },
    messages: {
      "Row {row}": "Wiersz {row}",
      "{n} lantern is dark.": ["{n} latarnia jest ciemna.", "{n} latarnie są ciemne.", "{n} latarni jest ciemnych."],
      "a program\u0004Run": "Uruchom",
    },
  },
  "pl",
);

test("a text is looked up by its English and filled", () => {
  expect(polish.t("Row {row}", { row: 3 })).toBe("Wiersz 3");
});

test.each([
  [1, "1 latarnia jest ciemna."],
  [3, "3 latarnie są ciemne."],
  [5, "5 latarni jest ciemnych."],
])("the plural form is the language's own: %i", (n, sentence) => {
  expect(polish.tn("{n} lantern is dark.", "{n} lanterns are dark.", n)).toBe(sentence);
});

test("a context tells words apart that look alike in English", () => {
  expect(polish.tp("a program", "Run")).toBe("Uruchom");
  expect(polish.t("Run")).toBe("Run");
});

test("what is not translated is said in English, with English plurals", () => {
  const none = translator({ plural: {}, messages: {} }, "mt");
  expect(none.tn("{n} step", "{n} steps", 1)).toBe("1 step");
  expect(none.tn("{n} step", "{n} steps", 2)).toBe("2 steps");
});

test("a number is written as the language does, an unknown placeholder stays", () => {
  const german = translator({ plural: {}, messages: {} }, "de");
  expect(german.fill("{count} {what}", { count: 12345 })).toBe("12.345 {what}");
});
