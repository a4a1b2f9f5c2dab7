import { appendFile, lstat, mkdir, rename, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';

export interface LineFilesOptions {
  readonly folder: string;
  /** Without its ending, which is always `.log`. */
  readonly name: string;
  /** Bytes after which a new file is begun. */
  readonly maxBytes: number;
  /** How many are kept beside it, as `name.1.log` and on. */
  readonly olderFiles: number;
  /** What is written where lines are missing that the disk has not taken. */
  readonly missing: (lines: number) => string;
}

interface Waiting {
  readonly text: string;
  /** How many are missing with it: one that says how many are missing stands for those. */
  readonly lines: number;
}

/** More than a bad day says; a disk that hangs must not fill the memory instead. */
const mostWaiting = 1000;

/**
 * Lines on their way into a file that is turned over when it is full. Whoever adds one waits for
 * nothing; they are written one batch after the other, so that their order stays and a disk that
 * hangs keeps no more than one thread.
 */
export class LineFiles {
  readonly #options: LineFilesOptions;
  readonly #waiting: Waiting[] = [];
  #missing = 0;
  #writing: Promise<void> | undefined;

  constructor(options: LineFilesOptions) {
    this.#options = options;
  }

  /** Takes a line with its end. One that the disk refuses is gone, and the next one says so. */
  add(line: string): void {
    if (this.#waiting.length >= mostWaiting) {
      this.#missing += 1;
      return;
    }
    const lines = this.#missing;
    if (lines > 0) this.#waiting.push({ text: this.#options.missing(lines), lines });
    this.#missing = 0;
    this.#waiting.push({ text: line, lines: 1 });
    this.#writing ??= this.#writeAll();
  }

  /** Resolves when every line so far is written or refused. Never rejects. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const size = await this.#prepared();
      const batch = this.#fitting(size);
      try {
        const text = batch.map((one) => one.text).join('');
        await appendFile(this.#path(0), text, { mode: 0o600 });
      } catch {
        this.#missing += batch.reduce((sum, { lines }) => sum + lines, 0);
        // A full disk takes half a line, and the next one would stand behind it.
        await truncate(this.#path(0), size).catch(() => undefined);
      }
    }
    this.#writing = undefined;
  }

  /** Makes room where there is none. Gives the bytes that are in the file then. */
  async #prepared(): Promise<number> {
    const { folder, maxBytes } = this.#options;
    const path = this.#path(0);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() && found.size <= maxBytes) return found.size;
    const isThere = found ?? (await lstat(path).catch(() => undefined));
    // Also turned is what takes no lines: who writes into a pipe waits until somebody reads it.
    if (isThere) return (await this.#turned()) ? 0 : isThere.size;
    // Not there yet, or gone; whether it can be made at all is for the write to find out.
    await mkdir(folder, { recursive: true }).catch(() => undefined);
    return 0;
  }

  /** Takes the waiting lines until the file is full: at least one, as a file need not turn. */
  #fitting(size: number): readonly Waiting[] {
    let bytes = size;
    const end = this.#waiting.findIndex(({ text }, index) => {
      if (index > 0 && bytes > this.#options.maxBytes) return true;
      bytes += Buffer.byteLength(text);
      return false;
    });
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : end);
  }

  /** Each file takes the place of the next older one, the last one's too. A file that cannot be turned just goes on. */
  async #turned(): Promise<boolean> {
    const { olderFiles } = this.#options;
    for (let age = olderFiles - 1; age > 0; age -= 1) {
      // In the first days there are not that many.
      await rename(this.#path(age), this.#path(age + 1)).catch(() => undefined);
    }
    return rename(this.#path(0), this.#path(1)).then(
      () => true,
      () => false,
    );
  }

  #path(age: number): string {
    const { folder, name } = this.#options;
    return join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`);
  }
}
