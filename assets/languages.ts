/**
 * Remembers which language a reader chose, and offers a page in it. Never goes there by itself. The links are those of
 * the component `language-list`; only languages that the site speaks carry a `data-suggestion`.
 */
const CHOSEN_KEY = "codora.language";
const DECLINED_KEY = "codora.language.declined";

export function rememberLanguageChoice(list: HTMLElement): void {
  list.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link) keep(CHOSEN_KEY, link.hreflang);
  });
}

/** Fills `banner` when the reader would rather read another language than the one shown, and has not declined it. */
export function suggestLanguage(banner: HTMLElement, links: readonly HTMLAnchorElement[], shown: string): void {
  const code = preferredLanguage(links.map((link) => link.hreflang));
  const wanted = links.find((link) => link.hreflang === code);
  if (!wanted?.dataset["suggestion"] || code === shown || kept(DECLINED_KEY) === code) return;

  const offer = banner.querySelector("a");
  if (!offer) return;
  offer.href = wanted.href;
  offer.lang = offer.hreflang = code;
  offer.textContent = wanted.dataset["suggestion"];
  offer.addEventListener("click", () => keep(CHOSEN_KEY, code));
  banner.querySelector("button")?.addEventListener("click", () => {
    keep(DECLINED_KEY, code);
    banner.hidden = true;
  });
  banner.hidden = false;
}

/** The language chosen before, else the first of the browser's that the site has, else "". */
function preferredLanguage(offered: readonly string[]): string {
  const wished = [kept(CHOSEN_KEY), ...navigator.languages.map((tag) => tag.split("-")[0] ?? "")];
  return wished.find((code) => offered.includes(code)) ?? "";
}

function kept(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage nothing is remembered.
  }
}
