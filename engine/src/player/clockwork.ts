/** Time in the player: the beat of a run, how long the learner has been here, how long nothing has happened. */
const TICK_SECONDS = 1;

export class Clockwork {
  private beatTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly ticker: ReturnType<typeof setInterval>;
  private active = 0;
  private idle = 0;

  /** @param onIdle called every second with the seconds since `stir` */
  constructor(onIdle: (seconds: number) => void) {
    this.ticker = setInterval(() => {
      // A page in the background is not being thought about.
      if (document.hidden) return;
      this.active += TICK_SECONDS;
      this.idle += TICK_SECONDS;
      onIdle(this.idle);
    }, TICK_SECONDS * 1000);
  }

  /** Seconds on this level with the page in sight. */
  get activeSeconds(): number {
    return this.active;
  }

  /** The learner did something. */
  stir(): void {
    this.idle = 0;
  }

  /** Calls once, after the time of a beat; a later call takes its place. */
  afterBeat(milliseconds: number, call: () => void): void {
    this.stopBeat();
    this.beatTimer = setTimeout(call, milliseconds);
  }

  stopBeat(): void {
    clearTimeout(this.beatTimer);
  }

  stop(): void {
    this.stopBeat();
    clearInterval(this.ticker);
  }
}
