import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { openKeptFile } from '../../electron/platform/files/kept-file.ts';
import type { KeptFile } from '../../electron/ports/kept-file.ts';
import { turns } from './fake-clock.ts';
import { FakeMachine, quickFolder } from './fake-machine.ts';
import { RecordedLog } from './recorded-log.ts';

/** Its files are real ones. */
export class FolderMachine extends FakeMachine {
  readonly folder = mkdtempSync(join(quickFolder(), 'chargetray-older-'));
  override readonly historyFile = join(this.folder, 'history.db');
  readonly log = new RecordedLog();
  readonly #now: () => number;
  readonly #opened: KeptFile[] = [];

  constructor(now: () => number) {
    super();
    this.#now = now;
  }

  override file(name: string): KeptFile {
    const { folder, log } = this;
    const file = openKeptFile({ folder, name, now: this.#now, log });
    this.#opened.push(file);
    return file;
  }

  /** No file is written, nor was one since that was seen: what is written makes others be written. */
  override async settled(): Promise<void> {
    const writes = this.#opened.map((file) => file.settled());
    await Promise.all(writes);
    await turns(3);
    const isQuiet = this.#opened.every((file, at) => file.settled() === writes[at]);
    if (!isQuiet) await this.settled();
  }
}
