import { afterEach, expect, test } from "vitest";
import { silently } from "../../src/view/blocks/silence.ts";

class Loudspeaker {}

const reachable = () => "AudioContext" in globalThis;
const install = () =>
  Object.defineProperty(globalThis, "AudioContext", { value: Loudspeaker, configurable: true, writable: true });

afterEach(() => Reflect.deleteProperty(globalThis, "AudioContext"));

test("what is made silently finds no audio, and afterwards it is there again", () => {
  install();
  expect(silently(reachable)).toBe(false);
  expect(Reflect.get(globalThis, "AudioContext")).toBe(Loudspeaker);
});

test("the audio comes back when the making fails", () => {
  install();
  expect(() =>
    silently(() => {
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(reachable()).toBe(true);
});

test("a browser without audio stays as it is", () => {
  expect(silently(() => "made")).toBe("made");
  expect(reachable()).toBe(false);
});
