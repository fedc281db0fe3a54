/** The program as Python: coloured, its running line marked. To be read and copied, not changed. */
import type { Program } from "../schema/program.ts";
import { toPython } from "../language/to-python.ts";
import { h, replaceChildren } from "./dom.ts";
import { type Kit, icon } from "./kit.ts";

/** One coloured piece of a line. */
export interface Token {
  readonly text: string;
  readonly kind: "keyword" | "name" | "number" | "comment" | "plain";
}

const KEYWORDS = new Set(["for", "in", "while", "not", "if", "else", "pass", "range"]);
const PIECE = /#.*|[A-Za-z_]\w*|\d+|\s+|[^\s\w#]+/g;

/** Enough of Python for the programs that blocks can say. */
export function tokensOf(line: string): Token[] {
  return [...line.matchAll(PIECE)].map(([text], index, all): Token => {
    if (text.startsWith("#")) return { text, kind: "comment" };
    if (KEYWORDS.has(text)) return { text, kind: "keyword" };
    if (/^\d/.test(text)) return { text, kind: "number" };
    const called = all[index + 1]?.[0].startsWith("(") === true && /^\w/.test(text);
    return { text, kind: called ? "name" : "plain" };
  });
}

export function codeLines(text: string, running?: number): HTMLElement {
  const lines = text.replace(/\n$/, "").split("\n");
  return h(
    "ol",
    {},
    ...lines.map((line, index) =>
      h(
        "li",
        { class: index + 1 === running ? "is-running" : null },
        ...tokensOf(line).map((token) =>
          token.kind === "plain" ? token.text : h("span", { class: `code__${token.kind}` }, token.text),
        ),
      ),
    ),
  );
}

export class PythonView {
  readonly element: HTMLElement;
  private readonly code: HTMLElement;
  private text = "";

  constructor(kit: Kit) {
    const { t } = kit.words;
    const done = h("span", { class: "visually-hidden", role: "status" });
    const copy = h("button", { type: "button", class: "p-btn p-btn--small" }, icon(kit, "copy"), t("Copy"));
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(this.text);
      done.textContent = t("Copied.");
    });
    this.code = h("div", { class: "p-code", dir: "ltr", translate: "no", tabindex: 0, role: "region" });
    this.code.setAttribute("aria-label", t("Your program as Python"));
    this.element = h("div", { class: "p-python" }, this.code, h("p", { class: "p-python__foot" }, copy, done));
  }

  show(program: Program, running: string | null): void {
    const { text, lines } = toPython(program);
    this.text = text;
    replaceChildren(this.code, codeLines(text, running === null ? undefined : lines.get(running)));
  }
}
