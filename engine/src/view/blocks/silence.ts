/**
 * Makes something with the browser's audio out of its reach. Blockly opens a way to the loudspeaker for each workspace,
 * even where it is to make no sound; on a slow device that takes longer than drawing the blocks.
 */
export function silently<Made>(make: () => Made): Made {
  const audio = Object.getOwnPropertyDescriptor(globalThis, "AudioContext");
  if (!audio?.configurable) return make();
  Reflect.deleteProperty(globalThis, "AudioContext");
  try {
    return make();
  } finally {
    Object.defineProperty(globalThis, "AudioContext", audio);
  }
}
