import type { KeptFile } from '../../electron/shells.ts';

/** A file in memory: what is written goes through JSON, as on a disk. */
export class FakeKeptFile implements KeptFile {
  writes = 0;
  keptAside: string | undefined;
  refuses: unknown;
  #text: string | undefined;

  constructor(value?: unknown) {
    this.#text = value === undefined ? undefined : JSON.stringify(value);
  }

  read(): { value: unknown; keptAside?: string } {
    const value: unknown = this.#text === undefined ? undefined : JSON.parse(this.#text);
    return { value, ...(this.keptAside ? { keptAside: this.keptAside } : {}) };
  }

  write(value: unknown): void {
    if (this.refuses) throw this.refuses;
    this.writes++;
    this.#text = JSON.stringify(value);
  }
}
