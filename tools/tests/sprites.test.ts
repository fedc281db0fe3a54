import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

import { composed, description, sprite } from "../sprites.ts";

const ROOT = join(import.meta.dirname, "../..");
const ART = join(ROOT, "assets/art");
const drawing = (body: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64">${body}</svg>`;

describe("a sprite", () => {
  test("makes a symbol of a drawing and leaves out what only the drawing needs", () => {
    const source = drawing('<desc>A dot.</desc><circle id="dot" r="1"/>');
    expect(sprite([{ id: "dot", source }], "Ours")).toContain('<symbol id="dot" viewBox="0 0 64 64"><circle r="1"/></symbol>');
  });

  test("keeps apart the ids that two drawings share", () => {
    const source = drawing('<path id="a" d="M0 0h1"/><use href="#a"/><g clip-path="url(#a)"/>');
    const made = sprite([{ id: "one", source }, { id: "two", source }], "Ours");
    expect(made).toContain('<path id="one--a" d="M0 0h1"/><use href="#one--a"/><g clip-path="url(#one--a)"/>');
    expect(made).toContain('id="two--a"');
  });

  test("refuses what is no drawing", () => {
    expect(() => sprite([{ id: "page", source: "<html></html>" }], "Ours")).toThrow("page.svg is not an SVG drawing");
  });
});

test("a picture carries the drawings it is made of, colours written out", () => {
  const source = drawing('<desc>Two trees.</desc><use href="tiles/tree.svg" x="1"/><use href="tiles/tree.svg" x="9"/>');
  const made = composed({ id: "wood", source }, () => drawing('<path fill="var(--art-grass,#0B5743)" d="M0 0h1"/>'));
  expect(made.match(/<symbol id="tiles-tree"/g)).toHaveLength(1);
  expect(made.match(/<use href="#tiles-tree"/g)).toHaveLength(2);
  expect(made).toContain('fill="#0B5743"');
  expect(made).not.toContain("var(");
});

test("a drawing without words is refused by name", () => {
  expect(() => description({ id: "tree", source: drawing("") })).toThrow("tree.svg has no <desc>");
});

test("tiles can be used from another file: no gradient, filter or clip, which browsers lose on the way", () => {
  for (const file of readdirSync(join(ART, "tiles"))) {
    expect(readFileSync(join(ART, "tiles", file), "utf8"), file).not.toContain("url(");
  }
});

test("each town of the trail has its landmark and two kinds of house", () => {
  const towns = parse(readFileSync(join(ROOT, "content/places/towns.yaml"), "utf8")) as { slug: string; house: string }[];
  const drawn = new Set(readdirSync(join(ART, "tiles")));
  for (const { slug, house } of towns) {
    for (const name of [`landmark-${slug}`, `house-${house}`, `house-${house}-2`]) expect(drawn).toContain(`${name}.svg`);
  }
});
