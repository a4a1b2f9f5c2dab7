import type { KeptFile } from '../../electron/ports/kept-file.ts';

/** A file in memory: what is written goes through JSON, as on a disk. */
export class FakeKeptFile implements KeptFile {
  writes = 0;
  keptAside: string | undefined;
  /** What was to be kept before it is written anew. */
  asides: unknown[] = [];
  refuses: unknown;
  #text: string | undefined;
  #hangs: Promise<void> | undefined;

  constructor(value?: unknown) {
    this.#text = value === undefined ? undefined : JSON.stringify(value);
  }

  read(): { value: unknown; keptAside?: string } {
    const value: unknown = this.#text === undefined ? undefined : JSON.parse(this.#text);
    return { value, ...(this.keptAside ? { keptAside: this.keptAside } : {}) };
  }

  keepAside(): string {
    this.asides.push(JSON.parse(this.#text ?? 'null'));
    return 'kept.unknown.json';
  }

  async settled(): Promise<void> {
    await this.#hangs;
  }

  async write(value: unknown): Promise<void> {
    const text = JSON.stringify(value);
    if (this.#hangs) await this.#hangs;
    if (this.refuses) throw this.refuses;
    this.writes++;
    this.#text = text;
  }

  /** Nothing is written from now on, until what it gives is called. */
  hang(): () => void {
    let goOn = (): void => undefined;
    this.#hangs = new Promise((resolve) => {
      goOn = () => {
        this.#hangs = undefined;
        resolve();
      };
    });
    return goOn;
  }
}
