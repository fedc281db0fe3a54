/**
 * How a reader wants pages to look: choices kept on the device and told to the style sheet as `data-*` attributes of
 * the root element. tokens.css gives each name and value its meaning; a choice that is absent is the normal one.
 */
const STORAGE_KEY = "codora.reading";

const NAMES = ["theme", "text", "spacing", "column", "tint", "typeface"] as const;

export type ReadingName = (typeof NAMES)[number];
export type Reading = Readonly<Partial<Record<ReadingName, string>>>;

/** What was chosen on this device; nothing where storage is switched off or was tampered with. */
export function readingOfDevice(): Reading {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "{}");
    return kept instanceof Object ? (kept as Reading) : {};
  } catch {
    return {};
  }
}

export function keepReading(reading: Reading): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(reading));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export function applyReading(reading: Reading, root: HTMLElement = document.documentElement): void {
  for (const name of NAMES) {
    const value = reading[name];
    if (typeof value === "string" && value) root.dataset[name] = value;
    else delete root.dataset[name];
  }
}

/** Lets the form of the component `reading-options` show and change the choices. */
export function connectReadingForm(form: HTMLFormElement): void {
  const chosen = readingOfDevice();
  for (const name of NAMES) {
    const choices = form.elements.namedItem(name);
    if (choices instanceof RadioNodeList) choices.value = chosen[name] ?? "";
  }
  form.addEventListener("change", () => update(form));
  // `reset` is told before the fields change.
  form.addEventListener("reset", () => setTimeout(() => update(form)));
}

function update(form: HTMLFormElement): void {
  const data = new FormData(form);
  const reading = Object.fromEntries(NAMES.map((name) => [name, String(data.get(name) ?? "")]).filter(([, value]) => value));
  keepReading(reading);
  applyReading(reading);
}
