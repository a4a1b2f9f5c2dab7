import type { Log } from '../../ports/log.ts';

/** Which files the disk refuses to keep; logged once when it begins and once when it is over. */
export class StorageHealth {
  readonly #log: Log;
  readonly #changed: () => void;
  readonly #refusing = new Set<string>();

  constructor(log: Log, changed: () => void) {
    this.#log = log;
    this.#changed = changed;
  }

  refuses(): boolean {
    return this.#refusing.size > 0;
  }

  /** A write was tried; without a failure it worked. */
  said(file: string, failure?: Error): void {
    const before = this.#refusing.has(file);
    if (failure) this.#refusing.add(file);
    else this.#refusing.delete(file);
    if (before === this.#refusing.has(file)) return;
    if (failure) this.#log.error('disk refuses to keep a file', { file, why: failure.message });
    else this.#log.info('disk keeps the file again', { file });
    this.#changed();
  }
}
