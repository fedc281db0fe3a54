/** The page at the end of an activity: what the learner made, out of this browser. The words around it are the server's. */
import "./finish.css";
import { toPython } from "../../engine/src/language/to-python.ts";
import type { MessageCatalogue, PathLevel } from "../../engine/src/schema/player-data.ts";
import { type Translator, translator } from "../../engine/src/schema/translate.ts";
import { codeLines } from "../../engine/src/view/python.ts";
import { h } from "../../engine/src/view/dom.ts";
import { dataBlock } from "./data-block.ts";
import { defineDevice, saveFile } from "./device.ts";
import { levelsOf } from "./progress.ts";
import { openStore, type Store } from "./store.ts";
import { type Summary, summaryOf } from "./summary.ts";
import { Sync } from "./sync.ts";

interface FinishData {
  readonly language: string;
  readonly activity: { readonly slug: string; readonly title: string };
  readonly path: readonly PathLevel[];
  readonly messages: MessageCatalogue;
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => void open());
else void open();

async function open(): Promise<void> {
  const data = dataBlock<FinishData>("codora-finish-data");
  if (!data) return;
  const words = translator(data.messages, data.language);
  const store = await openStore();
  defineDevice({ store, words: { catalogue: data.messages, language: data.language } });
  const summary = summaryOf(data.path, await levelsOf(store, data.activity.slug));
  showSummary(summary, words);
  if (summary.next !== null) leadOn(summary, summary.next, words);
  part("hero")?.setAttribute("data-known", "");
  showProgram(summary, data, words);
  showName();
  const sync = new Sync(store);
  sync.start();
  if (summary.next === null) await tellFinish(store, sync, data, summary);
}

function showSummary({ all, won, programs, blocks, minutes, next }: Summary, words: Translator): void {
  const { t, tn } = words;
  const place = part("summary");
  if (!place) return;
  if (programs > 0) {
    place.textContent = [
      tn("You wrote {n} program.", "You wrote {n} programs.", programs),
      tn("It took {n} block.", "They took {n} blocks.", blocks),
      tn("You did it in {n} minute.", "You did it in {n} minutes.", minutes),
    ].join(" ");
  }
  if (next === null) return;
  const lamps = document.querySelectorAll(".lantern-ring__lamp");
  for (const [index, lamp] of lamps.entries()) lamp.toggleAttribute("data-dark", index >= won);
  const heading = part("title");
  if (heading)
    heading.textContent =
      won === 0 ? t("Your lanterns are waiting.") : t("You lit up {won} of {all} towns.", { won, all });
  const more = t("Some towns are still dark. There is no hurry.");
  place.textContent = programs > 0 ? `${place.textContent} ${more}` : t("Each level lights up a town.");
}

/** Before the end the page leads to the next level; the certificate waits, and is not claimed. */
function leadOn({ won }: Summary, next: PathLevel, { t }: Translator): void {
  const onward = part("onward");
  if (onward instanceof HTMLAnchorElement) {
    onward.href = next.url;
    const label = onward.querySelector("span");
    const level = next.title;
    if (label) label.textContent = won === 0 ? t("Begin with “{level}”", { level }) : t("Go on with “{level}”", { level });
    onward.hidden = false;
  }
  part("get")?.setAttribute("hidden", "");
  const learned = document.getElementById("learned");
  if (learned) learned.textContent = t("What you learn on this trail");
  part("waits")?.removeAttribute("hidden");
  foldForm(t("I finished on another device"));
}

/** Whoever has finished elsewhere, or lost what this browser kept, is not turned away. */
function foldForm(summary: string): void {
  const fields = part("certificate-form");
  if (!fields) return;
  const fold = h("details", { class: "fold" }, h("summary", {}, summary));
  fold.open = fields.querySelector(".error-summary") !== null;
  fields.replaceWith(fold);
  fold.append(fields);
}

function showProgram({ last }: Summary, { activity }: FinishData, { t }: Translator): void {
  const list = part("program");
  if (!last || !list) return;
  const comment = `# ${t("{level}: my program", { level: last.level.title })}`;
  const text = `${comment}\n${toPython(last.program).text}`;
  list.replaceWith(codeLines(text));
  part("program-section")?.removeAttribute("hidden");
  onAction("copy", async () => {
    await navigator.clipboard.writeText(text);
    part("copied")?.removeAttribute("hidden");
  });
  onAction("save", () => saveFile(`${activity.slug}.py`, text, "text/x-python"));
}

/** The preview of the certificate bears the name as it is typed; it goes nowhere else. */
function showName(): void {
  const preview = document.querySelector("[data-certificate-name]");
  const input = document.querySelector<HTMLInputElement>("#certificate input[name=name]");
  const empty = preview?.textContent ?? "";
  const show = () => preview && input && (preview.textContent = input.value.trim() || empty);
  input?.addEventListener("input", show);
  show();
}

/** Once a visit; `first` only once in this browser. */
async function tellFinish(
  store: Store,
  sync: Sync,
  { activity, language }: FinishData,
  { minutes }: Summary,
): Promise<void> {
  const key = `finished/${activity.slug}`;
  const first = (await store.get<boolean>(key)) !== true;
  const told = sessionTold(key);
  if (told && !first) return;
  await store.update<boolean>(key, () => true);
  await sync.record({ kind: "finish", activity: activity.slug, language, minutes, first });
}

function sessionTold(key: string): boolean {
  try {
    const told = sessionStorage.getItem(key) !== null;
    sessionStorage.setItem(key, "told");
    return told;
  } catch {
    return true;
  }
}

function part(name: string): HTMLElement | null {
  return document.querySelector(`[data-finish="${name}"]`);
}

function onAction(name: string, act: () => void): void {
  document.querySelector(`[data-action="${name}"]`)?.addEventListener("click", act);
}
