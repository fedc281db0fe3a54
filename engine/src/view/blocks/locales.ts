/** Blockly's words: one file a language, with ours for what its translators have not done yet. Loaded when needed. */
type Messages = Record<string, string>;
type Load = () => Promise<unknown>;

const LOCALES: Readonly<Record<string, Load>> = {
  ar: () => import("blockly/msg/ar"),
  bg: () => import("blockly/msg/bg"),
  cs: () => import("blockly/msg/cs"),
  da: () => import("blockly/msg/da"),
  de: () => import("blockly/msg/de"),
  el: () => import("blockly/msg/el"),
  en: () => import("blockly/msg/en"),
  es: () => import("blockly/msg/es"),
  et: () => import("blockly/msg/et"),
  fi: () => import("blockly/msg/fi"),
  fr: () => import("blockly/msg/fr"),
  ga: () => import("blockly/msg/ga"),
  hr: () => import("blockly/msg/hr"),
  hu: () => import("blockly/msg/hu"),
  it: () => import("blockly/msg/it"),
  lt: () => import("blockly/msg/lt"),
  lv: () => import("blockly/msg/lv"),
  mt: () => import("blockly/msg/mt"),
  nl: () => import("blockly/msg/nl"),
  pl: () => import("blockly/msg/pl"),
  pt: () => import("blockly/msg/pt"),
  ro: () => import("blockly/msg/ro"),
  sk: () => import("blockly/msg/sk"),
  sl: () => import("blockly/msg/sl"),
  sv: () => import("blockly/msg/sv"),
  uk: () => import("blockly/msg/uk"),
};

/** Words for keyboard and screen reader, which Blockly has in few languages only. */
const OWN: Readonly<Record<string, () => Promise<{ default: Messages }>>> = {
  bg: () => import("./msg/bg.ts"),
  de: () => import("./msg/de.ts"),
  el: () => import("./msg/el.ts"),
  mt: () => import("./msg/mt.ts"),
};

export async function loadMessages(language: string): Promise<Messages> {
  const load = LOCALES[language] ?? (LOCALES["en"] as Load);
  const [theirs, ours] = await Promise.all([load(), OWN[language]?.()]);
  return { ...(theirs as Messages), ...ours?.default };
}
