import type { AppState } from '../../shared/domain/app-state.ts';
import type { PriceEntry } from '../../shared/domain/price.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Statement } from '../../shared/domain/statement.ts';
import type { Restored, RestoreFailure, Saved } from '../../shared/ipc/contract.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { DesktopShell } from '../shells.ts';
import { Archive, type ArchiveParts } from './archive.ts';
import { backupText, restoreFrom } from './backing-up.ts';
import { writeWhole } from './export-file.ts';
import { type ExportOrder, exportTo } from './exporting.ts';
import { statementOf } from './statement.ts';
import { toldStatement } from './told-statement.ts';

export interface RecordsParts extends ArchiveParts {
  readonly desktop: Pick<DesktopShell, 'choosePlace' | 'chooseFile'>;
  readonly setSettings: (settings: Settings) => void;
}

/** What a person asks of the history. Made with the first need of it, see `lazy-records.ts`. */
export class Records {
  readonly archive: Archive;
  readonly #parts: RecordsParts;
  #writing: AbortController | undefined;

  constructor(parts: RecordsParts) {
    this.#parts = parts;
    this.archive = new Archive(parts);
  }

  /** `name` is proposed for the file. One export at a time: a new one ends the one before. */
  async export(order: ExportOrder, name: string): Promise<Saved> {
    const path = await this.#parts.desktop.choosePlace(name);
    if (path === undefined) return 'cancelled';
    const writing = this.#beginWriting();
    const progress = (exported: number) => this.archive.changed({ exported });
    const to = { path, signal: writing.signal, progress };
    const saved = await exportTo(this.archive.history, order, to);
    this.archive.changed();
    return saved;
  }

  cancelExport(): void {
    this.#writing?.abort();
  }

  async backUp(name: string): Promise<Saved> {
    const { clock, desktop, settings } = this.#parts;
    const path = await desktop.choosePlace(name);
    if (path === undefined) return 'cancelled';
    const chunks = backupText(this.archive.history, settings(), clock.now());
    const written = await writeWhole({ path, chunks, signal: this.#beginWriting().signal });
    if (written.ok) return 'saved';
    return written.failure.kind === 'cancelled' ? 'cancelled' : 'failed';
  }

  async restore(): Promise<Result<Restored, RestoreFailure>> {
    const { desktop, setSettings } = this.#parts;
    const chunks = await desktop.chooseFile();
    if (!chunks) return failed({ kind: 'cancelled' });
    const { signal } = this.#beginWriting();
    try {
      return await restoreFrom({ history: this.archive.history, chunks, signal, setSettings });
    } catch {
      // A file that goes away while it is read.
      return failed({ kind: 'failed' });
    } finally {
      await this.archive.pricing.tellAll();
      this.archive.changed();
    }
  }

  async setPrices(charger: string, entries: readonly PriceEntry[]): Promise<void> {
    await this.archive.pricing.replace(charger, entries);
    this.archive.changed();
  }

  /** `month` is such as `2026-11`. Undefined for a charger that the history does not know. */
  async statement(key: string, month: string, zone: string): Promise<Statement | undefined> {
    const { history } = this.archive;
    const charger = (await history.chargers()).find((one) => one.key === key);
    if (!charger) return undefined;
    const [year = 0, number = 0] = month.split('-').map(Number);
    // A day more at each end: the zone decides where a month begins.
    const from = Date.UTC(year, number - 1, 0);
    const to = Date.UTC(year, number, 2);
    const sessions = await history.sessions({ charger: key, from, to });
    const prices = await history.prices(key);
    const made = { year, month: number };
    const parts = { charger, owner: '', month: made, zone, sessions, prices };
    return toldStatement(statementOf(parts, this.#parts.clock.now()), month);
  }

  view(): AppState['history'] {
    return this.archive.view();
  }

  async stop(): Promise<void> {
    this.#writing?.abort();
    await this.archive.stop();
  }

  #beginWriting(): AbortController {
    this.#writing?.abort();
    this.#writing = new AbortController();
    return this.#writing;
  }
}
