/** An activity's page: which levels this browser has done, and where to go on. */
import "./trail.css";
import type { MessageCatalogue } from "../../engine/src/schema/player-data.ts";
import { type Translator, translator } from "../../engine/src/schema/translate.ts";
import { h } from "../../engine/src/view/dom.ts";
import { dataBlock } from "./data-block.ts";
import { defineDevice } from "./device.ts";
import { isWon, levelsOf } from "./progress.ts";
import { openStore } from "./store.ts";

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => void open());
else void open();

async function open(): Promise<void> {
  const catalogue = dataBlock<MessageCatalogue>("codora-messages") ?? { plural: {}, messages: {} };
  const { lang: language } = document.documentElement;
  const words = translator(catalogue, language);
  const store = await openStore();
  defineDevice({ store, words: { catalogue, language } });
  const activity = document.querySelector("codora-device")?.getAttribute("activity");
  if (!activity) return;
  const levels = await levelsOf(store, activity);
  const stops = stopsOf(activity);
  const done = stops.filter(({ slug }) => isWon(levels.get(slug)));
  for (const { element } of done) markDone(element, words);
  const next = stops.findIndex(({ slug }) => !isWon(levels.get(slug)));
  const start = document.querySelector<HTMLAnchorElement>("a[data-action=start]");
  if (!start || done.length === 0 || next < 0) return;
  start.href = (stops[next] as Stop).link.href;
  const label = start.querySelector("span") ?? start;
  label.textContent = words.t("Go on with level {number}", { number: next + 1 });
}

interface Stop {
  readonly element: HTMLElement;
  readonly link: HTMLAnchorElement;
  readonly slug: string;
}

/** The levels as the page lists them; a level's address ends in its name. */
function stopsOf(activity: string): Stop[] {
  return [...document.querySelectorAll<HTMLElement>(".trail__stop")].flatMap((element) => {
    const link = element.querySelector("a");
    const slug = link?.pathname.split(`/play/${activity}/`)[1]?.replace(/\/$/, "");
    return link && slug ? [{ element, link, slug }] : [];
  });
}

function markDone(element: HTMLElement, { tp }: Translator): void {
  element.dataset["done"] = "";
  element.append(h("span", { class: "trail__done" }, tp("a level", "done")));
}
