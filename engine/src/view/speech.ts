/**
 * Reading aloud, sentence by sentence. Only voices that live on the device are used, so no text leaves it; where there
 * is none for the language, nothing is offered.
 */
export class Reader {
  private readonly language: string;
  private voice: SpeechSynthesisVoice | null = null;
  private stopped: (() => void) | null = null;

  /** @param onVoice called whenever it is known whether there is a voice: some browsers find them late */
  constructor(language: string, onVoice: (available: boolean) => void) {
    this.language = language;
    if (!("speechSynthesis" in globalThis)) return;
    const look = () => {
      this.voice = voiceFor(this.language, speechSynthesis.getVoices());
      onVoice(this.voice !== null);
    };
    speechSynthesis.addEventListener("voiceschanged", look);
    look();
  }

  get isReading(): boolean {
    return this.stopped !== null;
  }

  /** @param onSentence which sentence is being read; null when all are read or `stop` was called */
  read(sentences: readonly string[], onSentence: (index: number | null) => void): void {
    this.stop();
    this.stopped = () => onSentence(null);
    const next = (index: number): void => {
      const sentence = sentences[index];
      if (this.stopped === null) return;
      if (sentence === undefined) return this.stop();
      onSentence(index);
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.voice = this.voice;
      utterance.lang = this.language;
      utterance.rate = 0.9;
      utterance.onend = () => next(index + 1);
      utterance.onerror = () => this.stop();
      speechSynthesis.speak(utterance);
    };
    next(0);
  }

  stop(): void {
    const { stopped } = this;
    this.stopped = null;
    if (!stopped) return;
    speechSynthesis.cancel();
    stopped();
  }
}

export function voiceFor<V extends Pick<SpeechSynthesisVoice, "lang" | "localService">>(
  language: string,
  voices: readonly V[],
): V | null {
  const own = (voice: V) => voice.lang.toLowerCase().split(/[-_]/)[0] === language.toLowerCase().split("-")[0];
  return voices.find((voice) => voice.localService && own(voice)) ?? null;
}

export function sentencesOf(text: string, language: string): string[] {
  if (!("Segmenter" in Intl)) return text.match(/[^.!?;…]+[.!?;…]*/g)?.map((sentence) => sentence.trim()) ?? [];
  const segments = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  return [...segments].map(({ segment }) => segment.trim()).filter(Boolean);
}
