/** The player's page: the level out of the page's data block, what this browser remembers, and the progress it sends. */
import "../css/player.css";
import { CodoraPlayer } from "../../engine/src/player/player-element.ts";
import type { PlayerData, PlayerEvents } from "../../engine/src/schema/player-data.ts";
import { applyReading, connectReadingForm, readingOfDevice } from "../reading.ts";
import { dataBlock } from "./data-block.ts";
import { defineDevice, DeviceElement } from "./device.ts";
import type { ProgressEvent } from "./events.ts";
import { keepPreferences, preferencesOfDevice } from "./preferences.ts";
import { isWon, levelsOf, type StoredLevel, updateLevel, withWin } from "./progress.ts";
import { openStore, type Store } from "./store.ts";
import { Sync } from "./sync.ts";

// Before the first paint: the script tag blocks rendering.
document.documentElement.dataset["script"] = "";
applyReading(readingOfDevice());
fetchFaces();

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => void open());
else void open();

/** After the code, which a slow line brings first, and before the words that are set in them; in the page's script alone. */
function fetchFaces(): void {
  for (const face of ["Source Sans 3 Variable", "Geologica Variable"]) {
    // Without it the words stand in another face.
    document.fonts.load(`1em "${face}"`, document.title).catch(() => undefined);
  }
}

async function open(): Promise<void> {
  const data = dataBlock<PlayerData>("codora-player-data");
  const host = document.querySelector("codora-player");
  if (!data || !host) return;
  customElements.define("codora-player", CodoraPlayer);
  const store = await openStore();
  const sync = new Sync(store);
  defineDevice({ store, words: { catalogue: data.messages, language: data.language } });
  const levels = await levelsOf(store, data.activity.slug);
  const player = host as CodoraPlayer;
  remember(player, data, store, sync);
  await player.begin({
    data,
    saved: levels.get(data.slug) ?? null,
    preferences: preferencesOfDevice(),
    marks: new Map([...levels].map(([slug, { marks }]) => [slug, marks])),
    extra: new DeviceElement(),
  });
  openReading(player);
  sync.start();
  void sync.record({ kind: "start", activity: data.activity.slug, level: data.slug });
  if (isWon(levels.get(data.slug))) prefetchNext(data);
}

function remember(player: CodoraPlayer, data: PlayerData, store: Store, sync: Sync): void {
  const of = { activity: data.activity.slug, level: data.slug } as const;
  const change = (step: (before: StoredLevel) => StoredLevel) => void updateLevel(store, of.activity, of.level, step);
  const send = (event: ProgressEvent) => void sync.record(event);

  on(player, "codora:edit", (edit) => change((before) => ({ ...before, ...edit })));
  on(player, "codora:run", (run) => send({ kind: "run", ...of, ...run }));
  on(player, "codora:hint", ({ hint }) => send({ kind: "hint", ...of, hint }));
  on(player, "codora:mark", ({ marks }) => change((before) => ({ ...before, marks })));
  on(player, "codora:preferences", keepPreferences);
  on(player, "codora:win", ({ program, blocks, marks, seconds }) => {
    change((before) => withWin({ ...before, program }, { program, blocks, seconds }, marks));
    send({ kind: "win", ...of, blocks, marks, seconds });
    prefetchNext(data);
  });
}

function on<Name extends keyof PlayerEvents>(
  player: CodoraPlayer,
  name: Name,
  listen: (detail: PlayerEvents[Name]) => void,
): void {
  player.addEventListener(name, (event) => listen((event as CustomEvent<PlayerEvents[Name]>).detail));
}

/** The page's own dialog for reading options, if it has one. */
function openReading(player: CodoraPlayer): void {
  const dialog = document.getElementById("reading-options");
  const form = document.querySelector<HTMLFormElement>(".reading-options");
  if (form) connectReadingForm(form);
  player.addEventListener("codora:reading", () => dialog instanceof HTMLDialogElement && dialog.showModal());
}

/** Once the learner can go on, the next page is fetched while nothing else is to be done. */
function prefetchNext({ path, slug }: PlayerData): void {
  const next = path[path.findIndex((level) => level.slug === slug) + 1];
  if (!next || document.head.querySelector("link[rel=prefetch]")) return;
  const fetchIt = () =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: next.url }));
  if ("requestIdleCallback" in globalThis) requestIdleCallback(fetchIt);
  else setTimeout(fetchIt, 2000);
}
