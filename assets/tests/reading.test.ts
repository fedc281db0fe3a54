// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";

import { applyReading, connectReadingForm, keepReading, readingOfDevice } from "../reading.ts";

const FORM = `
  <form class="reading-options">
    ${["theme", "text", "spacing", "column", "tint", "typeface"]
      .map((name) => `<input type="radio" name="${name}" value="" checked><input type="radio" name="${name}" value="x">`)
      .join("")}
    <button type="reset"></button>
  </form>`;

function form(): HTMLFormElement {
  return document.querySelector("form") as HTMLFormElement;
}

function choose(name: string, value: string): void {
  const choice = document.querySelector<HTMLInputElement>(`[name=${name}][value="${value}"]`);
  choice?.click();
}

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = FORM;
  applyReading({});
});

describe("reading options", () => {
  it("tells the style sheet what was chosen, and keeps it", () => {
    connectReadingForm(form());
    choose("tint", "x");
    expect(document.documentElement.dataset["tint"]).toBe("x");
    expect(readingOfDevice()).toEqual({ tint: "x" });
  });

  it("shows what was kept when the page opens again", () => {
    keepReading({ theme: "x" });
    connectReadingForm(form());
    expect(new FormData(form()).get("theme")).toBe("x");
    expect(new FormData(form()).get("text")).toBe("");
  });

  it("goes back to normal on reset", async () => {
    connectReadingForm(form());
    choose("text", "x");
    form().reset();
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.documentElement.dataset["text"]).toBeUndefined();
    expect(readingOfDevice()).toEqual({});
  });

  it("takes storage that was tampered with for empty", () => {
    for (const text of ["{", "3", "null", '"dark"']) {
      localStorage.setItem("codora.reading", text);
      expect(readingOfDevice()).toEqual({});
    }
  });
});
