/** Every page's script. Pages read and work without it; it adds dialogs, reading options and the language offer. */
import "./css/site.css";

import { connectFilms } from "./film.ts";
import { rememberLanguageChoice, suggestLanguage } from "./languages.ts";
import { applyReading, connectReadingForm, readingOfDevice } from "./reading.ts";

// Before the first paint: the script tag blocks rendering.
document.documentElement.dataset["script"] = "";
applyReading(readingOfDevice());

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", connect);
else connect();

function connect(): void {
  for (const opener of document.querySelectorAll<HTMLElement>("[data-opens]")) connectOpener(opener);

  connectFilms();

  const form = document.querySelector<HTMLFormElement>(".reading-options");
  if (form) connectReadingForm(form);

  for (const list of document.querySelectorAll<HTMLElement>("[data-languages]")) rememberLanguageChoice(list);
  const banner = document.getElementById("language-suggestion");
  const links = document.querySelectorAll<HTMLAnchorElement>("#language-picker [data-languages] a");
  if (banner) suggestLanguage(banner, [...links], document.documentElement.lang);
}

/** `data-opens` names a dialog. A link stays one where the dialog is missing, and for a new tab. */
function connectOpener(opener: HTMLElement): void {
  const dialog = document.getElementById(opener.dataset["opens"] ?? "");
  if (!(dialog instanceof HTMLDialogElement)) return;
  opener.role = "button";
  opener.ariaHasPopup = "dialog";
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    dialog.showModal();
  });
  // A link that acts as a button answers to the space bar too.
  opener.addEventListener("keydown", (event) => {
    if (event.key !== " " || opener instanceof HTMLButtonElement) return;
    event.preventDefault();
    dialog.showModal();
  });
}
