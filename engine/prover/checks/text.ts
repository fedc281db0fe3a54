/** Point 1: every text in every shipped language, none too many, with the same placeholders, and easy to read. */
import { SHIPPED, type Activity, type LevelSource } from "../activity.ts";
import type { Fault } from "../source.ts";
import { digest, ENGLISH, placeOf, type TextFile } from "../texts.ts";

const SHORT_LENGTH = 60;
const TITLE_LENGTH = 32;
const GOAL_WORDS = 12;
const INSTRUCTION_SENTENCES = 3;
/** Goal and instructions together: what must be read before the first block. */
const TASK_WORDS = 40;
/** Words of a sentence, by the activity's `reading`; a fact may be read by a grown-up. */
const SENTENCE_WORDS: Readonly<Record<string, number>> = { none: 8, short: 15, text: 25 };
const FACT_SENTENCE_WORDS = 22;
/** What messages of a level may use; the rest of a message's numbers depend on what happened. */
const MESSAGE_PLACEHOLDERS = ["blocks"];

export function* textFaults(activity: Activity): Generator<Fault> {
  for (const text of activity.texts.values()) yield* text.faults;
  const english = activity.texts.get(ENGLISH);
  for (const language of SHIPPED) {
    if (!activity.texts.has(language)) yield activity.source.fault([], `text.${language}.yaml is missing`);
  }
  if (!english) return;
  yield* keyFaults(activity, english);
  for (const text of activity.texts.values()) {
    if (text !== english) yield* translationFaults(text, english);
    yield* lengthFaults(text);
  }
  for (const level of activity.levels) yield* readingFaults(level, english, activity.reading);
}

/** Keys whose English text changed after they were translated. */
export function* staleTexts({ texts }: Activity): Generator<Fault> {
  const english = texts.get(ENGLISH);
  for (const { language, source, texts: translated, madeFrom } of texts.values()) {
    if (!english || language === ENGLISH) continue;
    for (const [key, text] of english.texts) {
      if (!translated.has(key) || madeFrom[key] === digest(text)) continue;
      yield source.fault(placeOf(key), `${key} was made from another English text`);
    }
  }
}

function* keyFaults(activity: Activity, english: TextFile): Generator<Fault> {
  const wanted = [...activityKeys(activity), ...activity.levels.flatMap(levelKeys)];
  for (const key of wanted) {
    if (!english.texts.has(key)) yield english.source.fault(placeOf(key), `${key} is missing`);
  }
  const shortForms = wanted.filter((key) => key.includes(".feedback.")).map((key) => `${key}_short`);
  const known = new Set([...wanted, ...shortForms]);
  for (const key of english.texts.keys()) {
    if (!known.has(key)) yield english.source.fault(placeOf(key), `${key} is not used`);
  }
}

function activityKeys({ concepts }: Activity): string[] {
  return ["title", "lead", "make", "finished", ...concepts.map((concept) => `learned.${concept}`)];
}

function levelKeys({ slug, file }: LevelSource): string[] {
  const explain = file.explain ? ["ask", ...file.explain.options].map((option) => `explain.${option}`) : [];
  const hints = file.hints ? ["hints.nudge", "hints.point", "hints.parsons"] : [];
  const messages = new Set((file.feedback ?? []).map(({ say }) => `feedback.${say}`));
  const predict = file.predict ? ["predict"] : [];
  const keys = ["title", "goal", "instructions", "fact", ...predict, ...explain, ...hints, ...messages];
  return keys.map((key) => `${slug}.${key}`);
}

function* translationFaults({ language, source, texts }: TextFile, english: TextFile): Generator<Fault> {
  if (SHIPPED.includes(language)) yield* untranslated(source, texts, english);
  for (const [key, text] of english.texts) {
    const translated = texts.get(key);
    if (translated !== undefined && placeholders(translated).join() !== placeholders(text).join()) {
      yield source.fault(placeOf(key), `${key}: the placeholders are not those of the English text`);
    }
  }
  for (const key of texts.keys()) {
    if (!english.texts.has(key)) yield source.fault(placeOf(key), `${key} is not used`);
  }
}

/** Where nothing of a level is translated yet, that is said once. */
function* untranslated(source: TextFile["source"], texts: TextFile["texts"], english: TextFile): Generator<Fault> {
  const all = [...english.texts.keys()];
  for (const section of new Set(all.map(sectionOf))) {
    const keys = all.filter((key) => sectionOf(key) === section);
    const missing = keys.filter((key) => !texts.has(key));
    if (missing.length > 1 && missing.length === keys.length) {
      yield source.fault([section], `${section} is missing: none of its ${keys.length} texts is translated yet`);
    } else {
      for (const key of missing) yield source.fault(placeOf(key), `${key} is missing`);
    }
  }
}

/** The first part of a key: the level, for a text of a level. */
function sectionOf(key: string): string {
  return key.split(".")[0] as string;
}

function* lengthFaults({ source, texts }: TextFile): Generator<Fault> {
  for (const [key, text] of texts) {
    if (key.endsWith(".title") && text.length > TITLE_LENGTH) {
      yield source.fault(placeOf(key), `${key} has ${text.length} characters, more than ${TITLE_LENGTH}`);
    }
    const isMessage = key.includes(".feedback.");
    const hasShort = texts.has(`${key}_short`);
    if (isMessage && !hasShort && text.length > SHORT_LENGTH) {
      const what = key.endsWith("_short") ? "is longer than" : "needs a short form: it is longer than";
      yield source.fault(placeOf(key), `${key} ${what} ${SHORT_LENGTH} characters`);
    }
    const allowed = isMessage ? MESSAGE_PLACEHOLDERS : [];
    for (const name of placeholders(text).filter((placeholder) => !allowed.includes(placeholder))) {
      yield source.fault(placeOf(key), `${key}: {${name}} is not known here`);
    }
  }
}

function* readingFaults({ slug }: LevelSource, english: TextFile, reading: string): Generator<Fault> {
  const fault = (key: string, reason: string) => english.source.fault([slug, ...placeOf(key)], `${slug}.${key} ${reason}`);
  const text = (key: string) => english.texts.get(`${slug}.${key}`) ?? "";
  if (words(text("goal")) > GOAL_WORDS) yield fault("goal", `has more than ${GOAL_WORDS} words`);
  if (sentences(text("instructions")).length > INSTRUCTION_SENTENCES) {
    yield fault("instructions", `has more than ${INSTRUCTION_SENTENCES} sentences`);
  }
  if (words(text("goal")) + words(text("instructions")) > TASK_WORDS) {
    yield fault("instructions", `and the goal have more than ${TASK_WORDS} words together`);
  }
  for (const [key, whole] of english.texts) {
    if (!key.startsWith(`${slug}.`)) continue;
    const most = key === `${slug}.fact` ? FACT_SENTENCE_WORDS : (SENTENCE_WORDS[reading] ?? 0);
    const long = sentences(whole).find((sentence) => words(sentence) > most);
    if (long) yield fault(key.slice(slug.length + 1), `has a sentence of more than ${most} words`);
  }
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string).sort();
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence !== "");
}

function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}
