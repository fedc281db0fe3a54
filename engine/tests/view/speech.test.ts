import { expect, test } from "vitest";
import { sentencesOf, voiceFor } from "../../src/view/speech.ts";

test("only a voice that lives on the device reads, and only in its own language", () => {
  const near = { lang: "de_AT", localService: true };
  const far = { lang: "de-DE", localService: false };
  expect(voiceFor("de", [far, near])).toBe(near);
  expect(voiceFor("de", [far])).toBeNull();
  expect(voiceFor("el", [near])).toBeNull();
});

test("a text falls into its sentences", () => {
  expect(sentencesOf("Walk on. Where does Ora turn? Look!", "en")).toEqual([
    "Walk on.",
    "Where does Ora turn?",
    "Look!",
  ]);
  expect(sentencesOf("", "en")).toEqual([]);
});
