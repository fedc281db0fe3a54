/** Run, Step, Reset, and the way back and forth through a run. They never move. */
import type { Speed } from "../../schema/player-data.ts";
import type { Trace } from "../../schema/trace.ts";
import { h, setAttributes } from "../dom.ts";
import { type Kit, icon } from "../kit.ts";

export interface ControlsShown {
  readonly trace: Trace | null;
  readonly position: number;
  readonly playing: boolean;
  readonly canRun: boolean;
  /** What the step did, as a sentence. */
  readonly narration: string;
  /** In which round of which loops, if any; beside the number of the step. */
  readonly detail: string;
  readonly speed: Speed;
}

export interface ControlsActions {
  run(): void;
  pause(): void;
  step(): void;
  back(): void;
  reset(): void;
  seek(position: number): void;
  setSpeed(speed: Speed): void;
}

/** With more steps than this the ticks would run into one another. */
const MOST_TICKS = 80;

export class Controls {
  readonly element: HTMLElement;
  private readonly kit: Kit;
  private readonly run: HTMLButtonElement;
  private readonly stepKey: HTMLButtonElement;
  private readonly back: HTMLButtonElement;
  private readonly forward: HTMLButtonElement;
  private readonly range: HTMLInputElement;
  private readonly ticks = h("div", { class: "p-scrub__ticks", "aria-hidden": "true" });
  private readonly output = h("p", { class: "p-ctrl__step" });
  private readonly speed: HTMLSelectElement;
  private playing = false;
  private trace: Trace | null = null;

  constructor(kit: Kit, actions: ControlsActions) {
    const { t, tp } = kit.words;
    this.kit = kit;
    const toggle = () => (this.playing ? actions.pause() : actions.run());
    this.run = h("button", { type: "button", class: "p-key p-key--run", id: "run", onclick: toggle });
    this.back = this.small("chevron-left", t("One step back"), actions.back);
    this.forward = this.small("chevron-right", t("One step forward"), actions.step);
    this.stepKey = this.key("step-forward", tp("button", "Step"), actions.step);
    this.range = h("input", { type: "range", min: 0, "aria-label": t("Play again, step by step") });
    this.range.addEventListener("input", () => actions.seek(Number(this.range.value)));
    this.speed = h(
      "select",
      { class: "p-speed", "aria-label": tp("of a run", "Speed") },
      h("option", { value: "slow" }, tp("speed", "slow")),
      h("option", { value: "normal" }, tp("speed", "normal")),
      h("option", { value: "fast" }, tp("speed", "fast")),
    );
    this.speed.addEventListener("change", () => actions.setSpeed(this.speed.value as Speed));
    this.element = h(
      "section",
      { class: "p-ctrl", "aria-label": t("Run your program") },
      h(
        "div",
        { class: "p-ctrl__keys" },
        this.run,
        this.stepKey,
        this.key("rotate-ccw", tp("button", "Reset"), actions.reset),
      ),
      h(
        "div",
        { class: "p-ctrl__trace" },
        h(
          "div",
          { class: "p-scrub" },
          this.back,
          h("div", { class: "p-scrub__track" }, this.ticks, this.range),
          this.forward,
        ),
        this.output,
        this.speed,
      ),
    );
  }

  show({ trace, position, playing, canRun, narration, detail, speed }: ControlsShown): void {
    const { t, tp } = this.kit.words;
    const length = trace?.steps.length ?? 0;
    this.playing = playing;
    this.run.replaceChildren(
      icon(this.kit, playing ? "pause" : "play"),
      h("span", {}, playing ? tp("button", "Pause") : tp("button", "Run")),
    );
    // Not `disabled`: the focus stays, and a press says why nothing happens.
    for (const key of [this.run, this.stepKey]) setAttributes(key, { "aria-disabled": canRun ? null : "true" });
    setAttributes(this.back, { "aria-disabled": position === 0 ? "true" : null });
    setAttributes(this.forward, { "aria-disabled": trace && position === length ? "true" : null });
    const counted = t("Step {number} of {all}", { number: position, all: length });
    this.range.max = String(length);
    this.range.value = String(position);
    this.range.disabled = trace === null;
    setAttributes(this.range, { "aria-valuetext": trace ? [counted, narration].filter(Boolean).join(". ") : null });
    this.output.replaceChildren(
      h("strong", {}, trace ? counted : t("Not started yet")),
      h("span", {}, trace ? detail : ""),
    );
    this.speed.value = speed;
    if (trace !== this.trace) this.drawTicks(trace);
    this.trace = trace;
  }

  private drawTicks(trace: Trace | null): void {
    const events = trace?.steps.map(({ event }) => event.kind) ?? [];
    const ticks = events.length > MOST_TICKS ? [] : [null, ...events];
    this.ticks.replaceChildren(...ticks.map((kind) => h("i", { class: tickClass(kind) })));
  }

  private key(name: string, text: string, press: () => void): HTMLButtonElement {
    return h("button", { type: "button", class: "p-key", onclick: press }, icon(this.kit, name), h("span", {}, text));
  }

  private small(name: string, label: string, press: () => void): HTMLButtonElement {
    const attributes = { type: "button", class: "p-ib", "aria-label": label, title: label, onclick: press };
    return h("button", attributes, icon(this.kit, name, true));
  }
}

function tickClass(kind: string | null): string | null {
  if (kind === "repeated" || kind === "asked") return "is-loop";
  return kind === "turned" || kind === null ? "is-small" : null;
}
