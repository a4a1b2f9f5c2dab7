import type { PowerPort } from '../../electron/ports/app-ports.ts';

/** The plug of a computer, and what it was told about falling asleep, in order. */
export class FakeMains {
  readonly keptAwake: boolean[] = [];
  isIn = true;
  readonly #heard: (() => void)[] = [];
  readonly port: Pick<PowerPort, 'keepAwake' | 'onMains' | 'onMainsChange'> = {
    keepAwake: (on) => void this.keptAwake.push(on),
    onMains: () => this.isIn,
    onMainsChange: (heard) => void this.#heard.push(heard),
  };

  /** Puts the plug in or pulls it, on a system that tells. */
  plug(isIn: boolean): void {
    this.isIn = isIn;
    for (const heard of this.#heard) heard();
  }
}
