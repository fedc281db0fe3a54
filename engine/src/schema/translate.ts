/**
 * Words of the engine in the reader's language, from the catalogue that gettext compiled. The English text is the key.
 * `{name}` in a text is replaced by the parameter of that name; numbers are written as the language does.
 */
import type { MessageCatalogue } from "./player-data.ts";

export type Params = Readonly<Record<string, string | number>>;

export interface Translator {
  readonly language: string;
  t(text: string, params?: Params): string;
  /** The form that the language uses for `n` things; `{n}` stands for the number itself. */
  tn(singular: string, plural: string, n: number, params?: Params): string;
  /** For a word that could be read two ways: the context says which is meant. */
  tp(context: string, text: string, params?: Params): string;
  /** Fills the placeholders of a text that is translated already. */
  fill(text: string, params: Params): string;
}

const CONTEXT_ENDS = "\u0004";

export function translator(catalogue: MessageCatalogue, language: string): Translator {
  const categories = new Intl.PluralRules(language);
  const english = new Intl.PluralRules("en");
  const numbers = new Intl.NumberFormat(language);

  function fill(text: string, params: Params): string {
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = params[name];
      return value === undefined ? placeholder : typeof value === "number" ? numbers.format(value) : value;
    });
  }

  function single(key: string, source: string): string {
    const found = catalogue.messages[key];
    return typeof found === "string" ? found : source;
  }

  function plural(singular: string, several: string, n: number): string {
    const forms = catalogue.messages[singular];
    const index = catalogue.plural[categories.select(n)] ?? catalogue.plural["other"] ?? 0;
    if (Array.isArray(forms)) return (forms[index] as string | undefined) ?? several;
    return english.select(n) === "one" ? singular : several;
  }

  return {
    language,
    t: (text, params = {}) => fill(single(text, text), params),
    tn: (singular, several, n, params = {}) => fill(plural(singular, several, n), { n, ...params }),
    tp: (context, text, params = {}) => fill(single(context + CONTEXT_ENDS + text, text), params),
    fill,
  };
}
