/** Small sounds made on the spot. Whatever they say stands on the screen as well. */
import type { WorldEvent } from "../schema/trace.ts";

export type Sound = WorldEvent["kind"] | "won";

type Note = readonly [hertz: number, startSeconds: number, seconds: number];

const NOTES: Readonly<Partial<Record<Sound, readonly Note[]>>> = {
  moved: [[330, 0, 0.07]],
  turned: [[440, 0, 0.05]],
  lit: [
    [660, 0, 0.12],
    [880, 0.1, 0.2],
  ],
  bumped: [
    [160, 0, 0.16],
    [120, 0.1, 0.2],
  ],
  misplaced: [[200, 0, 0.2]],
  won: [
    [523, 0, 0.14],
    [659, 0.13, 0.14],
    [784, 0.26, 0.14],
    [1047, 0.39, 0.3],
  ],
};

let context: AudioContext | null = null;

export function play(sound: Sound): void {
  context ??= new AudioContext();
  void context.resume();
  for (const note of NOTES[sound] ?? []) ring(context, note);
}

function ring(audio: AudioContext, [hertz, startSeconds, seconds]: Note): void {
  const start = audio.currentTime + startSeconds;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.type = "triangle";
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.12, start + 0.01);
  volume.gain.exponentialRampToValueAtTime(0.001, start + seconds);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + seconds + 0.02);
}
