/**
 * Forms with `data-proof`, the address of a challenge (codora/core/proof.py): the browser solves it in a worker while
 * somebody writes, and the solution goes with the form. A form without one is sent all the same; the server says what then.
 */
import workerAddress from "altcha/workers/sha?url";

const FRESH_MS = 25 * 60_000;
const PATIENCE_MS = 30_000;

async function solve(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`No challenge: ${response.status}`);
  const challenge: unknown = await response.json();
  return btoa(JSON.stringify({ challenge, solution: await work(challenge) }));
}

function work(challenge: unknown): Promise<object> {
  const worker = new Worker(workerAddress);
  return new Promise<object>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent) => (data && !data.error ? resolve(data) : reject(new Error("No solution")));
    worker.onerror = () => reject(new Error("No worker"));
    worker.postMessage({ type: "work", challenge, counterStart: 0, counterStep: 1, timeout: PATIENCE_MS });
  }).finally(() => worker.terminate());
}

function connect(form: HTMLFormElement, address: string): void {
  const input = Object.assign(document.createElement("input"), { type: "hidden", name: "altcha" });
  form.append(input);
  let begun = 0;
  let done: Promise<void> | undefined;

  const begin = (): Promise<void> => {
    if (done && Date.now() - begun < FRESH_MS) return done;
    begun = Date.now();
    input.value = "";
    done = solve(address).then(
      (solution) => void (input.value = solution),
      () => undefined,
    );
    return done;
  };

  form.addEventListener("focusin", () => void begin(), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.ariaBusy === "true") return;
    form.ariaBusy = "true";
    void begin().then(() => form.submit());
  });
  // Back from the next page: the solution is used up.
  window.addEventListener("pageshow", () => {
    form.ariaBusy = null;
    done = undefined;
    input.value = "";
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-proof]")) connect(form, form.dataset["proof"] ?? "");
