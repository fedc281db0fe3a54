/** Makes SVG sprites of single drawings. Pure: text in, text out. */

export interface Drawing {
  /** Id of the symbol: what `<use href="…#id">` names. */
  id: string;
  /** The whole `<svg>` file. */
  source: string;
}

/** Attributes of the root that a symbol does without: a symbol has no size of its own. */
const DROPPED = new Set(["xmlns", "width", "height", "class"]);

/** A sprite of one `<symbol>` a drawing; `notice` stands at its head as a comment. */
export function sprite(drawings: Drawing[], notice: string): string {
  const symbols = drawings.map(symbol).join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- ${notice} -->\n${symbols}\n</svg>\n`;
}

/**
 * A picture put together from drawings: each `<use href="name.svg" …>` in it becomes a symbol within the picture.
 * Colours are written out, since a picture stands in pages as `<img>`, in PDF and in previews.
 */
export function composed({ source }: Drawing, load: (path: string) => string): string {
  const paths = [...new Set([...source.matchAll(/<use href="([^"#]+)\.svg"/g)].map(([, path]) => path ?? ""))];
  const symbols = paths.map((path) => symbol({ id: symbolId(path), source: load(`${path}.svg`) }));
  const body = source.replace(/<use href="([^"#]+)\.svg"/g, (_, path) => `<use href="#${symbolId(path)}"`);
  return withoutProperties(body.replace("</desc>", `</desc>\n<defs>\n${symbols.join("\n")}\n</defs>`));
}

/** What a drawing shows, in words: its `<desc>`. Throws when it has none. */
export function description({ id, source }: Drawing): string {
  const words = /<desc>([^<]+)<\/desc>/.exec(source)?.[1];
  if (!words) throw new Error(`${id}.svg has no <desc>: say in it what the drawing shows`);
  return words;
}

function symbol({ id, source }: Drawing): string {
  const [, attributes, body] = /<svg\b([^>]*)>([\s\S]*)<\/svg>/.exec(source) ?? [];
  if (attributes === undefined || body === undefined) throw new Error(`${id}.svg is not an SVG drawing`);
  return `<symbol id="${id}"${kept(attributes)}>${withOwnIds(id, compact(body))}</symbol>`;
}

function symbolId(path: string): string {
  return path.replaceAll("/", "-");
}

/** `var(--art-…,#fallback)` → `#fallback`. */
function withoutProperties(source: string): string {
  return source.replace(/var\(--[\w-]+,(#\w+)\)/g, "$1");
}

function kept(attributes: string): string {
  const all = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)];
  return all.filter(([, name]) => !DROPPED.has(name ?? "")).map(([attribute]) => ` ${attribute}`).join("");
}

function compact(body: string): string {
  return body
    .replace(/<!--[\s\S]*?-->|<desc>[\s\S]*?<\/desc>/g, "")
    .replace(/\s*\n\s*/g, "")
    .replace(/\s+\/>/g, "/>");
}

/** Ids share one space in a sprite: those referred to get the symbol's id as a prefix, the others go. */
function withOwnIds(prefix: string, body: string): string {
  const used = new Set([...body.matchAll(/(?:href="#|url\(#)([^")]+)/g)].map(([, id]) => id));
  return body
    .replace(/ id="([^"]+)"/g, (_, id) => (used.has(id) ? ` id="${prefix}--${id}"` : ""))
    .replace(/(href="#|url\(#)([^")]+)/g, (_, lead, id) => `${lead}${prefix}--${id}`);
}
