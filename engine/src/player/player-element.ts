/**
 * `<codora-player>`: one level of an activity. The page calls `begin` with what it knows and listens to the events of
 * `PlayerEvents`. Inside: one state, transitions that make the next, and views that show it.
 */
import { loadLevel } from "../schema/level.ts";
import type { Mark, PlayerData, Preferences, SavedLevel } from "../schema/player-data.ts";
import { translator } from "../schema/translate.ts";
import { loadArt } from "../view/art.ts";
import { h } from "../view/dom.ts";
import type { Kit } from "../view/kit.ts";
import { play as sound } from "../view/sound.ts";
import { Clockwork } from "./clockwork.ts";
import { eventsOf } from "./effects.ts";
import { considerOffering } from "./helping.ts";
import { beat } from "./playback.ts";
import { beatOf } from "./preferences.ts";
import { stepOf } from "./presenter.ts";
import { Stage } from "./stage.ts";
import { type PlayerState, initialState } from "./state.ts";

export interface Beginning {
  readonly data: PlayerData;
  readonly saved: SavedLevel | null;
  readonly preferences: Preferences;
  /** The marks of every level, by slug. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  /** What the page puts below the list of levels. */
  readonly extra: Node | null;
}

export type Transition = (state: PlayerState) => PlayerState;

export class CodoraPlayer extends HTMLElement {
  private state: PlayerState | null = null;
  private stage: Stage | null = null;
  private clockwork: Clockwork | null = null;

  /** Shows the level. Resolves when it can be played. */
  async begin(beginning: Beginning): Promise<void> {
    const { data, saved, preferences } = beginning;
    const words = translator(data.messages, data.language);
    const art = await loadArt(data.urls.sprite).catch(() => null);
    if (!art) {
      this.replaceChildren(
        h(
          "p",
          { class: "p-broken", role: "alert" },
          words.t("The pictures could not be loaded. Check the connection and load the page again."),
        ),
      );
      return;
    }
    const kit: Kit = { words, art, direction: data.direction, icons: data.urls.icons };
    this.state = initialState(loadLevel(data.slug, data.level), saved, preferences);
    this.stage = new Stage(this, kit, beginning, this.apply, () => this.state as PlayerState);
    this.clockwork = new Clockwork((idle) => this.apply((state) => considerOffering(state, idle)));
    this.stage.show(this.state, this.state);
    this.stage.openLink();
  }

  disconnectedCallback(): void {
    this.clockwork?.stop();
    this.stage?.stop();
  }

  private readonly apply = (transition: Transition): void => {
    const before = this.state as PlayerState;
    const after = transition(before);
    if (after === before) return;
    this.state = after;
    if (after.program !== before.program || after.run !== before.run) this.clockwork?.stir();
    this.stage?.show(after, before);
    this.sounds(after, before);
    this.keepTime(after, before);
    for (const { name, detail } of eventsOf(before, after, this.clockwork?.activeSeconds ?? 0)) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
    }
  };

  /** The next step, when a run is playing. */
  private keepTime({ run, preferences }: PlayerState, before: PlayerState): void {
    if (!run?.playing) return this.clockwork?.stopBeat();
    if (run === before.run && preferences.speed === before.preferences.speed) return;
    const event = stepOf(this.state as PlayerState)?.event ?? null;
    this.clockwork?.afterBeat(beatOf(preferences.speed, event), () => this.apply(beat));
  }

  private sounds(after: PlayerState, before: PlayerState): void {
    if (!after.preferences.sound || after.run === before.run) return;
    const event = after.run?.position === (before.run?.position ?? 0) + 1 ? stepOf(after)?.event : null;
    if (event) sound(event.kind);
    if (after.celebrating && !before.celebrating) sound("won");
  }
}
