// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";

import { rememberLanguageChoice, suggestLanguage } from "../languages.ts";

const PAGE = `
  <aside hidden><a></a><button></button></aside>
  <ul>
    <li><a hreflang="de" href="/de/learn/" data-suggestion="Diese Seite auf Deutsch">Deutsch</a></li>
    <li><a hreflang="en" href="/en/learn/" data-suggestion="This page in English">English</a></li>
    <li><a hreflang="fr" href="/fr/learn/">français</a></li>
  </ul>`;

function banner(): HTMLElement {
  return document.querySelector("aside") as HTMLElement;
}

function suggest(shown: string): void {
  suggestLanguage(banner(), [...document.querySelectorAll<HTMLAnchorElement>("li a")], shown);
}

function browserSpeaks(...tags: string[]): void {
  vi.spyOn(navigator, "languages", "get").mockReturnValue(tags);
}

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = PAGE;
});

describe("the language offer", () => {
  it("offers the browser's language, in that language", () => {
    browserSpeaks("de-AT", "en");
    suggest("en");
    const offer = banner().querySelector("a");
    expect(banner().hidden).toBe(false);
    expect(offer?.textContent).toBe("Diese Seite auf Deutsch");
    expect(offer?.lang).toBe("de");
    expect(offer?.getAttribute("href")).toContain("/de/learn/");
  });

  it("stays silent when the page is in it already", () => {
    browserSpeaks("de");
    suggest("de");
    expect(banner().hidden).toBe(true);
  });

  it("stays silent for a language that the site does not speak yet", () => {
    browserSpeaks("fr", "de");
    suggest("en");
    expect(banner().hidden).toBe(true);
  });

  it("puts an earlier choice before the browser's languages", () => {
    browserSpeaks("de");
    rememberLanguageChoice(document.querySelector("ul") as HTMLElement);
    const english = document.querySelector<HTMLAnchorElement>("[hreflang=en]");
    english?.addEventListener("click", (event) => event.preventDefault());
    english?.click();
    suggest("en");
    expect(banner().hidden).toBe(true);
  });

  it("does not ask again once declined", () => {
    browserSpeaks("de");
    suggest("en");
    banner().querySelector("button")?.click();
    expect(banner().hidden).toBe(true);
    suggest("en");
    expect(banner().hidden).toBe(true);
  });
});
