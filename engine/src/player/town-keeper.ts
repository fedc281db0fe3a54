/** Takes a learner's town out of the page and lets a friend's in: as a file, as a link. */
import type { Translator } from "../schema/translate.ts";
import type { Apply } from "./parts.ts";
import {
  type OwnTown,
  type TownFault,
  faultText,
  townFromFragment,
  townFromText,
  townToFragment,
  townToText,
} from "./town-file.ts";
import type { PlayerState } from "./state.ts";
import { openTown } from "./town.ts";

export class TownKeeper {
  /** What came of the last try, in words. */
  message = "";
  private readonly words: Translator;
  private readonly apply: Apply;
  private readonly now: () => PlayerState;

  constructor(words: Translator, apply: Apply, now: () => PlayerState) {
    this.words = words;
    this.apply = apply;
    this.now = now;
  }

  readonly save = (): void => {
    const town = ownTown(this.now());
    if (!town) return;
    const url = URL.createObjectURL(new Blob([townToText(town)], { type: "application/json" }));
    const link = Object.assign(document.createElement("a"), { href: url, download: "codora-town.json" });
    link.click();
    URL.revokeObjectURL(url);
    this.say(this.words.t("Saved as codora-town.json."));
  };

  readonly load = async (file: File): Promise<void> => {
    this.open(townFromText(await file.text()));
  };

  readonly share = async (): Promise<void> => {
    const town = ownTown(this.now());
    if (!town) return;
    const link = location.origin + location.pathname + townToFragment(town);
    try {
      await navigator.clipboard.writeText(link);
      this.say(this.words.t("The link is copied. Whoever opens it sees your town. It is stored nowhere else."));
    } catch {
      location.hash = townToFragment(town);
      this.say(this.words.t("The link stands in the address bar. Copy it from there."));
    }
  };

  /** Opens the town that the page's own link carries, if it does. A town of one's own is not given up unasked. */
  openLink(hasOwn: boolean): void {
    const town = townFromFragment(location.hash);
    if (town === null) return;
    history.replaceState(null, "", location.pathname + location.search);
    const question = this.words.t("Open the town of this link? It takes the place of your own town.");
    if (!hasOwn || typeof town === "string" || confirm(question)) this.open(town);
  }

  private open(town: OwnTown | TownFault): void {
    if (typeof town === "string") return this.say(faultText(this.words, town));
    this.apply((state) => openTown(state, town));
    this.say(this.words.t("The town is open. Press Run to see it."));
  }

  private say(message: string): void {
    this.message = message;
    // Shown with the next state: the same one, made anew.
    this.apply((state) => ({ ...state }));
  }
}

function ownTown({ town, program }: PlayerState): OwnTown | null {
  return town && { map: town.map, facing: town.facing, program };
}
