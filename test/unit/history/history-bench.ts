import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { HistoryParts } from '../../../electron/history/store/database.ts';
import { connect, loadEngine, type RawDatabase } from '../../../electron/history/store/engine.ts';
import type { History, NewSession } from '../../../electron/history/store/history.ts';
import { openHistory } from '../../../electron/history/store/open-history.ts';
import type { HistoryTrouble } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

export const start = Date.UTC(2026, 10, 21, 18);
export const minute = 60_000;
export const hour = 60 * minute;
export const everything = { from: 0, to: 9e12 };
/** A charger of nobody. */
export const key = 'wallbox/12345';

/** A folder that is gone when the test is over. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chargetray-history-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A history in a folder of its own, with what it said. */
export class HistoryBench {
  readonly log = new RecordedLog();
  readonly clock = new FakeClock(start);
  readonly heard: (HistoryTrouble | undefined)[] = [];
  readonly file: string;
  readonly history: History;
  /** The database that the history holds open. */
  raw: RawDatabase | undefined;

  constructor(file = join(ownFolder(), 'history.db'), more: Partial<HistoryParts> = {}) {
    this.file = file;
    this.history = openHistory({
      file,
      clock: this.clock,
      log: this.log,
      load: () => this.#engine(),
      onTrouble: (trouble) => this.heard.push(trouble),
      ...more,
    });
    onTestFinished(() => this.history.close());
  }

  /** The same file in the hands of the next run of the app. */
  async reopened(more: Partial<HistoryParts> = {}): Promise<HistoryBench> {
    await this.history.close();
    return new HistoryBench(this.file, more);
  }

  /** As when the disk grows fuller or emptier: how large the open database may become. */
  limitTo(pages: number): void {
    this.raw?.exec(`PRAGMA max_page_count = ${pages}`);
  }

  async #engine() {
    const Real = await loadEngine();
    const hold = (raw: RawDatabase) => {
      this.raw = raw;
    };
    return class extends Real {
      constructor(...place: ConstructorParameters<typeof Real>) {
        super(...place);
        hold(this);
      }
    };
  }

  allSamples(): Promise<readonly Sample[]> {
    return this.history.samples({ charger: key, ...everything });
  }
}

/** Runs statements on a file from outside. */
export async function outside(file: string, sql: string): Promise<void> {
  const connection = connect(await loadEngine(), file);
  connection.exec(sql);
  connection.close();
}

/** What stands in a file, asked from outside. */
export async function asked(file: string, sql: string) {
  const connection = connect(await loadEngine(), file);
  const rows = connection.all(sql);
  connection.close();
  return rows;
}

export function sampleAt(at: number, more: Partial<Sample> = {}): Sample {
  return { at, state: 'charging', powerW: 7200, energyWh: 100, limitA: 32, ...more };
}

export function sessionAt(startedAt: number, more: Partial<NewSession> = {}): NewSession {
  return { source: 'recorded', startedAt, startSeen: true, ...more };
}
