/** Runs before the rest of the player has arrived: where the learner's view is the blocks, they are asked for at once. */
import { fetchBlocksEarly } from "../../engine/src/player/blocks-early.ts";
import { preferencesOfDevice } from "./preferences.ts";

if (preferencesOfDevice().view === "blocks") fetchBlocksEarly(document.documentElement.lang);
