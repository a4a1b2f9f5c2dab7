import type { PowerPort } from '../ports/app-ports.ts';
import type { Clock, Timer } from '../ports/clock.ts';

export interface KeepAwakeParts {
  readonly clock: Clock;
  readonly power: Pick<PowerPort, 'keepAwake' | 'onMains' | 'onMainsChange'>;
}

/** Not every system tells that its plug was pulled. */
const lookMs = 60_000;

/**
 * Keeps the computer from falling asleep while it has to end a block of a plan itself, and only on
 * mains: no battery is emptied for a cheaper hour.
 */
export class KeepAwake {
  readonly #parts: KeepAwakeParts;
  #isWanted = false;
  #isKept = false;
  #listens = false;
  #timer: Timer | undefined;

  constructor(parts: KeepAwakeParts) {
    this.#parts = parts;
  }

  /** Whether a block runs that this computer carries out. False also when the app ends. */
  want(isBlockRunning: boolean): void {
    this.#isWanted = isBlockRunning;
    if (isBlockRunning && !this.#listens) {
      this.#listens = true;
      this.#parts.power.onMainsChange(() => this.#decide());
    }
    this.#decide();
  }

  #decide(): void {
    const { clock, power } = this.#parts;
    this.#timer?.cancel();
    const keeps = this.#isWanted && power.onMains();
    if (keeps !== this.#isKept) power.keepAwake(keeps);
    this.#isKept = keeps;
    this.#timer = this.#isWanted ? clock.after(lookMs, () => this.#decide()) : undefined;
  }
}
