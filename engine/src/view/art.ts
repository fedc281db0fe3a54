/** The world's sprite sheet, loaded once and put into the page, so that its parts can be coloured and moved by CSS. */
import { s } from "./dom.ts";

export class Art {
  /** To be put into the page, where it shows nothing by itself. It has only the drawings that are used. */
  readonly sheet = s("svg", { class: "p-sheet", "aria-hidden": "true" });
  private readonly symbols: ReadonlyMap<string, SVGSymbolElement>;

  constructor(sheet: Document) {
    this.symbols = new Map([...sheet.querySelectorAll("symbol")].map((symbol) => [symbol.id, symbol]));
  }

  has(name: string): boolean {
    return this.symbols.has(name);
  }

  /** A drawing that stays as it is; 64 units wide and high unless `box` says otherwise. */
  draw(name: string, box: { x?: number; y?: number; size?: number } = {}): SVGUseElement {
    const { x = 0, y = 0, size = 64 } = box;
    const symbol = this.symbols.get(name);
    if (symbol && symbol.parentNode !== this.sheet) {
      // The page has ids of its own.
      symbol.id = idOf(name);
      this.sheet.append(document.adoptNode(symbol));
    }
    return s("use", { href: `#${idOf(name)}`, x, y, width: size, height: size });
  }

  /** A drawing whose own parts can be moved: a copy. */
  copy(name: string): SVGGElement {
    const symbol = this.symbols.get(name);
    const group = s("g", { "data-art": name });
    if (!symbol) return group;
    for (const attribute of symbol.attributes) {
      if (attribute.name !== "id" && attribute.name !== "viewBox") group.setAttribute(attribute.name, attribute.value);
    }
    group.append(...[...symbol.childNodes].map((node) => node.cloneNode(true)));
    return group;
  }

  /** A drawing on its own, as a picture beside text. */
  picture(name: string, className: string): SVGSVGElement {
    return s("svg", { class: className, viewBox: "0 0 64 64", "aria-hidden": "true" }, this.copy(name));
  }
}

export async function loadArt(url: string): Promise<Art> {
  const text = await (await fetch(url)).text();
  return new Art(new DOMParser().parseFromString(text, "image/svg+xml"));
}

function idOf(name: string): string {
  return `art-${name}`;
}
