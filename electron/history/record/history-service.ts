import type { Settings } from '../../../shared/domain/app/settings.ts';
import type { DeletedSession } from '../../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import {
  type ChangeFailure,
  restorableMs,
  type SessionChange,
} from '../../../shared/domain/session/session-change.ts';
import type { Statement, StatementOrder } from '../../../shared/domain/session/statement.ts';
import type { Restored, RestoreFailure, Saved } from '../../../shared/ipc/contract.ts';
import { failed, type Result } from '../../../shared/result.ts';
import type { DesktopPort } from '../../ports/app-ports.ts';
import { backupText, restoreFrom } from '../backup/backing-up.ts';
import { changeSession } from '../edits/change-session.ts';
import { followOwner, type LastSessions } from '../edits/last-sessions.ts';
import { writeWhole } from '../export/export-file.ts';
import { type ExportOrder, exportTo } from '../export/exporting.ts';
import { spanOf, statementOf } from '../statement/statement.ts';
import { chargerKeyOf, type Sums, type SumsAsked } from '../store/history.ts';
import { type Doing, HistoryRepository, type HistoryRepositoryParts } from './repository.ts';
import { withRunning } from './running-costs.ts';

export interface HistoryServiceParts extends HistoryRepositoryParts {
  readonly desktop: Pick<DesktopPort, 'choosePlace' | 'chooseFile'>;
  readonly setSettings: (settings: Settings) => void;
  readonly lastSessions: LastSessions;
}

const tellEveryMs = 250;

/** What a person asks of the history. Made with the first need of it, see `lazy-history.ts`. */
export class HistoryService {
  readonly repository: HistoryRepository;
  readonly #parts: HistoryServiceParts;
  #writing: AbortController | undefined;
  #following: Promise<void> = Promise.resolve();

  constructor(parts: HistoryServiceParts) {
    this.#parts = parts;
    this.repository = new HistoryRepository({ ...parts, changed: () => this.#followOwner() });
    this.#knowNames();
    this.#followOwner();
  }

  /** `name` is proposed for the file. One export at a time: a new one ends the one before. */
  async export(order: ExportOrder, name: string): Promise<Saved> {
    const path = await this.#parts.desktop.choosePlace(name);
    if (path === undefined) return 'cancelled';
    return this.#underWay(({ signal, tell }) => {
      const progress = (exported: number) => tell({ exported });
      return exportTo(this.repository.history, order, { path, signal, progress });
    });
  }

  cancelExport(): void {
    this.#writing?.abort();
  }

  async backUp(name: string): Promise<Saved> {
    const { clock, desktop, settings } = this.#parts;
    const path = await desktop.choosePlace(name);
    if (path === undefined) return 'cancelled';
    const chunks = backupText(this.repository.history, settings(), clock.now());
    return this.#underWay(async ({ signal, tell }) => {
      const progress = ({ rows }: { readonly rows: number }) => tell({ backedUp: rows });
      const written = await writeWhole({ path, chunks, signal, progress });
      if (written.ok) return 'saved';
      return written.failure.kind === 'cancelled' ? 'cancelled' : 'failed';
    });
  }

  async restore(): Promise<Result<Restored, RestoreFailure>> {
    const { desktop, setSettings } = this.#parts;
    const chunks = await desktop.chooseFile();
    if (!chunks) return failed({ kind: 'cancelled' });
    const { history, pricing } = this.repository;
    return this.#underWay(async ({ signal, tell }) => {
      const progress = (backedUp: number) => tell({ backedUp });
      try {
        return await restoreFrom({ history, chunks, signal, setSettings, progress });
      } catch (error) {
        // A file that goes away while it is read, or a disk that takes no more.
        this.#parts.log.warn('backup not brought in', { why: whyOf(error) });
        return failed({ kind: 'failed' });
      } finally {
        await pricing.tellAll();
        this.repository.slotsChanged();
        this.#knowNames();
        this.repository.changed();
      }
    });
  }

  /** `running`: with what the sessions cost so far that run. */
  async sums(asked: SumsAsked, running?: true): Promise<Sums> {
    const sums = await this.repository.history.sums(asked);
    if (!running) return sums;
    const { totals } = sums;
    const costs = withRunning(totals.costs, this.#parts.lastSessions.records(), asked.query);
    return { ...sums, totals: { ...totals, costs } };
  }

  async setPrices(charger: string, entries: readonly PriceEntry[]): Promise<void> {
    await this.repository.pricing.replace(charger, entries);
    this.repository.changed();
  }

  /** Does to a session what its owner asks. */
  async change(id: number, change: SessionChange): Promise<Result<null, ChangeFailure>> {
    const { clock } = this.#parts;
    const { history, pricing } = this.repository;
    const done = await changeSession({ history, pricing, now: () => clock.now() }, id, change);
    if (done.ok) this.repository.changed();
    await this.#following;
    return done;
  }

  /** What was deleted and can be restored, the last deleted first. */
  deleted(): Promise<readonly DeletedSession[]> {
    return this.repository.history.deletedSessions(this.#parts.clock.now() - restorableMs);
  }

  /**
   * Undefined where the history knows none of the chargers. Rejects where the history cannot be read:
   * a paper without its sessions would be a false one.
   */
  async statement({ chargers, ...order }: StatementOrder): Promise<Statement | undefined> {
    const { history } = this.repository;
    const known = (await history.chargers()).filter(({ key }) => chargers.includes(key));
    if (known.length === 0) return undefined;
    const span = spanOf(order);
    const pasts = known.map(async (charger) => ({
      charger,
      sessions: await history.sure.sessions({ charger: charger.key, ...span }),
      prices: await history.sure.prices(charger.key),
    }));
    return statementOf(order, await Promise.all(pasts), this.#parts.clock.now());
  }

  async stop(): Promise<void> {
    this.#writing?.abort();
    await this.#following;
    await this.repository.stop();
  }

  /** The owner's own: perhaps given while nothing was read; a backup has those of another time. */
  #knowNames(): void {
    for (const { alias: name, brand, id } of this.#parts.lastSessions.records()) {
      const key = chargerKeyOf(brand, id);
      if (name !== undefined) this.repository.history.know({ key, brand, name });
    }
  }

  /** Whatever has changed: an edit, a price, a backup, a session that turned out to be two. */
  #followOwner(): void {
    const { changed, lastSessions, log } = this.#parts;
    changed();
    this.#following = this.#following
      .then(() => followOwner(this.repository.history, lastSessions, log))
      .then(changed);
  }

  /** One at a time: a new one ends the one before. How far it is is told a few times a second. */
  async #underWay<T>(
    work: (how: { signal: AbortSignal; tell: (doing: Doing) => void }) => Promise<T>,
  ): Promise<T> {
    const { clock } = this.#parts;
    const writing = this.#beginWriting();
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = (doing: Doing) => {
      const isNothing = !doing.exported && !doing.backedUp;
      if (isNothing || this.#writing !== writing) return;
      if (clock.monotonic() - toldAt < tellEveryMs) return;
      toldAt = clock.monotonic();
      this.repository.doing(doing);
    };
    try {
      return await work({ signal: writing.signal, tell });
    } finally {
      if (this.#writing === writing) this.repository.doing();
    }
  }

  #beginWriting(): AbortController {
    this.#writing?.abort();
    this.#writing = new AbortController();
    return this.#writing;
  }
}

function whyOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : error instanceof Error ? error.message : typeof error;
}
