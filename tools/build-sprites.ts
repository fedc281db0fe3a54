/**
 * Builds what the site loads of icons and art, from single files:
 * the icon sprite, the sprites of the world and of Ora, pictures composed of drawings, and the list of all art for the
 * style guide.
 *
 * `node tools/build-sprites.ts` writes them; `--check` writes nothing and exits 1 when one is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { composed, description, sprite, type Drawing } from "./sprites.ts";

const ROOT = join(import.meta.dirname, "..");
const ART = "assets/art";
const ICONS = "assets/icons";
const LUCIDE = "node_modules/lucide-static/icons";

const ART_NOTICE = "Built by tools/build-sprites.ts. Art of the Codora contributors, CC BY 4.0.";
const ICON_NOTICE = "Built by tools/build-sprites.ts. Icons: Lucide, ISC and MIT licences: see NOTICE.";

/** The style guide's groups, in its order; a drawing belongs to the first whose pattern its name meets. */
const GROUPS: [name: string, pattern: RegExp][] = [
  ["ora", /^ora-/],
  ["cast", /^(fox|hedgehog|gardener)$/],
  ["houses", /^house-/],
  ["landmarks", /^landmark-/],
  ["cards", /^(card|certificate|finish|share)-/],
  ["scenes", /^scene-/],
  ["marks", /^(logo|favicon)$/],
  ["tiles", /./],
];

/** Drawings of Ora whose parts ora.css moves; the others are one moment of a movement, to be shown as they are. */
const MOVED = new Set(["ora-south", "ora-east", "ora-west", "ora-north", "ora-cheer", "ora-think"]);

const compositions = drawings(`${ART}/compositions`);

const outputs: [path: string, text: string][] = [
  [`${ICONS}/icons.svg`, iconSprite()],
  // Tiles and the Ora that ora.css moves together: the player draws its world from one file.
  [`${ART}/world-sprite.svg`, sprite([...drawings(`${ART}/tiles`), ...ora().filter(({ id }) => MOVED.has(id))], ART_NOTICE)],
  [`${ART}/ora-sprite.svg`, sprite(ora(), ART_NOTICE)],
  ...compositions.map((picture): [string, string] => [
    `${ART}/${picture.id}.svg`,
    composed(picture, (path) => read(`${ART}/${path}`)),
  ]),
  [`${ART}/manifest.json`, `${JSON.stringify(manifest(), null, 2)}\n`],
];

const stale = outputs.filter(([path, text]) => !existsSync(join(ROOT, path)) || read(path) !== text);
if (!process.argv.includes("--check")) {
  for (const [path, text] of stale) writeFileSync(join(ROOT, path), text);
} else if (stale.length > 0) {
  console.error(`Stale: ${stale.map(([path]) => path).join(", ")}. Run: node tools/build-sprites.ts`);
  process.exitCode = 1;
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** The single drawings of a folder, by name; sprites, which are built, are none. */
function drawings(folder: string): Drawing[] {
  const files = readdirSync(join(ROOT, folder)).filter((file) => file.endsWith(".svg") && !file.endsWith("-sprite.svg"));
  const ids = files.map((file) => file.slice(0, -".svg".length)).sort();
  return ids.map((id) => ({ id, source: read(`${folder}/${id}.svg`) }));
}

function ora(): Drawing[] {
  return drawings(ART).filter(({ id }) => id.startsWith("ora-"));
}

function iconSprite(): string {
  const names = read(`${ICONS}/list.txt`).split("\n").filter((line) => line && !line.startsWith("#"));
  return sprite(names.map((name) => ({ id: `i-${name}`, source: read(`${LUCIDE}/${name}.svg`) })), ICON_NOTICE);
}

/** Group → drawings, each with its file below the art folder and its words. */
function manifest(): Record<string, { name: string; file: string; alt: string }[]> {
  const all = ["", "tiles/"].flatMap((folder) =>
    drawings(`${ART}/${folder}`).map((drawing) => ({
      name: drawing.id,
      file: `${folder}${drawing.id}.svg`,
      alt: description(drawing),
    })),
  );
  const groupOf = (name: string) => GROUPS.find(([, pattern]) => pattern.test(name))?.[0];
  return Object.fromEntries(GROUPS.map(([group]) => [group, all.filter(({ name }) => groupOf(name) === group)]));
}
