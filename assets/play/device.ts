/** `<codora-device>`: what this browser has kept, to be saved to a file, loaded from one, or erased. */
import "./device.css";
import type { MessageCatalogue } from "../../engine/src/schema/player-data.ts";
import { type Translator, translator } from "../../engine/src/schema/translate.ts";
import { h } from "../../engine/src/view/dom.ts";
import type { Store } from "./store.ts";
import { notSaved } from "./sync.ts";
import { type FileFault, mergeProgress, progressText, readProgress } from "./transfer.ts";

export interface Device {
  readonly store: Store;
  readonly words: { readonly catalogue: MessageCatalogue; readonly language: string };
}

let device: Device | null = null;

/** Gives the elements of the page their store and their words. */
export function defineDevice(given: Device): void {
  device = given;
  if (!customElements.get("codora-device")) customElements.define("codora-device", DeviceElement);
}

export class DeviceElement extends HTMLElement {
  private readonly message = h("p", { role: "status", class: "device__message" });

  connectedCallback(): void {
    if (!device || this.childElementCount > 0) return;
    const { store, words } = device;
    const text = translator(words.catalogue, words.language);
    this.classList.add("device");
    this.append(h("div", { class: "device__buttons" }, ...this.buttons(store, text)), this.message);
    void this.tellNotSaved(store, text);
  }

  private buttons(store: Store, words: Translator): HTMLElement[] {
    const { t } = words;
    const input = h("input", { type: "file", accept: "application/json,.json", class: "visually-hidden" });
    input.addEventListener("change", () => void this.load(store, words, input));
    return [
      button(t("Save to a file"), () => void this.save(store, words)),
      h("label", { class: "button button--second button--small" }, input, t("Load from a file")),
      button(t("Erase this device"), () => void this.erase(store, words)),
    ];
  }

  private async save(store: Store, { t }: Translator): Promise<void> {
    saveFile("codora-progress.json", await progressText(store), "application/json");
    this.message.textContent = t("Saved as codora-progress.json.");
  }

  private async load(store: Store, words: Translator, input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const levels = readProgress(await file.text());
    input.value = "";
    if ("kind" in levels) {
      this.message.textContent = faultText(words, levels);
      return;
    }
    await mergeProgress(store, levels);
    this.message.textContent = words.tn(
      "{n} level is loaded. The page starts anew.",
      "{n} levels are loaded. The page starts anew.",
      levels.size,
    );
    location.reload();
  }

  private async erase(store: Store, { t }: Translator): Promise<void> {
    if (!confirm(t("Erase all programs and marks from this device? They cannot be brought back."))) return;
    await store.clear();
    try {
      localStorage.clear();
      sessionStorage.clear();
    } catch {
      // Storage that is switched off holds nothing.
    }
    location.reload();
  }

  private async tellNotSaved(store: Store, { tn }: Translator): Promise<void> {
    const events = await notSaved(store);
    if (events === 0) return;
    this.append(
      h(
        "p",
        { class: "device__not-saved" },
        tn(
          "{n} message about your progress was not accepted by the server. Your programs on this device are complete.",
          "{n} messages about your progress were not accepted by the server. Your programs on this device are complete.",
          events,
        ),
      ),
    );
  }
}

export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

function button(text: string, press: () => void): HTMLElement {
  return h("button", { type: "button", class: "button button--second button--small", onclick: press }, text);
}

function faultText({ t }: Translator, fault: FileFault): string {
  switch (fault.kind) {
    case "not_ours":
      return t("This is not a file of Codora progress. Nothing was changed.");
    case "newer":
      return t("This file comes from a newer Codora. Load the page again, then try once more. Nothing was changed.");
    case "level":
      return t("The file is damaged at “{level}”. Nothing was changed.", { level: fault.level });
  }
}
