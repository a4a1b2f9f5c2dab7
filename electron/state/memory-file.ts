import type { DiskMood } from '../disk-mood.ts';
import type { Shells } from '../shells.ts';
import type { Timer } from '../system/clock.ts';
import { type Kept, writeKept } from './kept-memory.ts';

/** No older is what the command line reads. */
const soonMs = 60_000;

/** Keeps what is remembered on the disk: at once what must outlive a crash, the rest soon. */
export class MemoryFile {
  readonly #shells: Pick<Shells, 'clock' | 'memoryFile'>;
  readonly #disk: DiskMood;
  readonly #kept: () => Kept;
  #soon: Timer | undefined;
  #refused = false;

  /** `kept` says what is to be remembered, as it is then. */
  constructor(shells: Pick<Shells, 'clock' | 'memoryFile'>, disk: DiskMood, kept: () => Kept) {
    this.#shells = shells;
    this.#disk = disk;
    this.#kept = kept;
  }

  /** Everything that must outlive a crash, written before anything is told. */
  keep(): void {
    this.#soon?.cancel();
    this.#soon = undefined;
    try {
      writeKept(this.#shells.memoryFile, this.#kept());
      this.#refused = false;
      this.#disk.said('memory');
    } catch (error) {
      this.#refused = true;
      this.#disk.said('memory', error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Something that the next look says again. A disk that has refused is tried at every look. */
  keepSoon(): void {
    if (this.#refused) this.keep();
    else this.#soon ??= this.#shells.clock.after(soonMs, () => this.keep());
  }

  /** Before a sleep or the end: there may be no soon. */
  settle(): void {
    if (this.#soon) this.keep();
  }
}
