import { Worker } from 'node:worker_threads';
import { type BirpcReturn, createBirpc } from 'birpc';
import type {
  HistoryCharger,
  HistoryQuery,
  HistoryTrouble,
  Session,
  SessionCost,
} from '../../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import type { KeptItem } from '../backup/backup.ts';
import type { Edits } from '../edits/edits.ts';
import type { MergedSession } from '../merge/merged-session.ts';
import type { SlotDay, SlotQuery } from '../slots/slot-day.ts';
import type {
  CloudMonth,
  History,
  HistoryAppParts,
  NewSession,
  OpenHistory,
  Page,
  Retention,
  SampleQuery,
  SumsAsked,
} from '../store/history.ts';
import { revisions, sureReads } from '../store/revisions.ts';
import { batched } from './batched.ts';
import type { MainCalls, StreamName, ThreadCalls } from './calls.ts';

/** Starts the thread: `history-thread.ts`, which is told the history's file. */
type Start = () => Worker;

/**
 * A history in a thread of its own: SQLite waits for the disk, and the tray must not wait too.
 * `script` is `history-thread.ts` as it was built, `file` ends in `.db`.
 */
export function openInThread(script: string, file: string): OpenHistory {
  return threadedHistory(() => new Worker(script, { workerData: file }));
}

/** The same over a thread that somebody else starts. */
export function threadedHistory(start: Start): OpenHistory {
  return (parts) => new ThreadedHistory(parts, start);
}

type Thread = BirpcReturn<ThreadCalls, MainCalls>;

class ThreadedHistory implements History {
  readonly #parts: Omit<HistoryAppParts, 'clock'>;
  readonly #start: Start;
  #trouble: HistoryTrouble | undefined;
  #running: Thread | undefined;
  readonly sure = sureReads((name, args) => this.#thread().read('whole', name, args));
  readonly revise = revisions(
    sureReads((name, args) => this.#thread().read('settled', name, args)),
  );

  constructor(parts: Omit<HistoryAppParts, 'clock'>, start: Start) {
    this.#parts = parts;
    this.#start = start;
  }

  know(charger: HistoryCharger): void {
    this.#thread().know.asEvent(charger);
  }

  record(charger: string, sample: Sample): void {
    this.#thread().record.asEvent(charger, sample);
  }

  saveSession(charger: string, session: NewSession): void {
    this.#thread().saveSession.asEvent(charger, session);
  }

  dropSession(charger: string, startedAt: number): void {
    this.#thread().dropSession.asEvent(charger, startedAt);
  }

  endOthers(charger: string, startedAt: number | undefined): void {
    this.#thread().endOthers.asEvent(charger, startedAt);
  }

  saveMerged(charger: string, session: MergedSession): void {
    this.#thread().saveMerged.asEvent(charger, session);
  }

  setCost(session: number, cost: SessionCost | undefined, of?: 'corrected'): void {
    this.#thread().setCost.asEvent(session, cost, of);
  }

  saveEdits(session: number, edits: Edits): void {
    this.#thread().saveEdits.asEvent(session, edits);
  }

  setPrices(charger: string, entries: readonly PriceEntry[]): void {
    this.#thread().setPrices.asEvent(charger, entries);
  }

  setCloudMonth(charger: string, month: CloudMonth): void {
    this.#thread().setCloudMonth.asEvent(charger, month);
  }

  keepSlots(day: SlotDay, how?: 'restored'): void {
    this.#thread().keepSlots.asEvent(day, how);
  }

  flush() {
    return this.#thread().flush();
  }

  chargers() {
    return this.#thread().chargers();
  }

  sessions(query: HistoryQuery, page?: Page) {
    return this.#thread().sessions(query, page);
  }

  deletedSessions(since: number) {
    return this.#thread().deletedSessions(since);
  }

  session(id: number) {
    return this.#thread().session(id);
  }

  samples(query: SampleQuery) {
    return this.#thread().samples(query);
  }

  sums(asked: SumsAsked) {
    return this.#thread().sums(asked);
  }

  prices(charger: string) {
    return this.#thread().prices(charger);
  }

  cloudMonths(charger: string) {
    return this.#thread().cloudMonths(charger);
  }

  slots(query: SlotQuery) {
    return this.#thread().slots(query);
  }

  knownSessions(query: SampleQuery) {
    return this.#thread().knownSessions(query);
  }

  knownSession(id: number) {
    return this.#thread().knownSession(id);
  }

  seenSession(charger: string, startedAt: number) {
    return this.#thread().seenSession(charger, startedAt);
  }

  sessionChunks(query: HistoryQuery): AsyncGenerator<readonly Session[]> {
    return this.#stream('sessionChunks', [query]);
  }

  sampleChunks(query: SampleQuery): AsyncGenerator<readonly Sample[]> {
    return this.#stream('sampleChunks', [query]);
  }

  parts<Name extends KeptItem['kind']>(
    ...names: readonly Name[]
  ): AsyncGenerator<readonly Extract<KeptItem, { kind: Name }>[]> {
    return this.#stream('parts', names);
  }

  applyRetention(retention?: Retention) {
    return this.#thread().applyRetention(retention);
  }

  trouble(): HistoryTrouble | undefined {
    return this.#trouble;
  }

  /** A thread that was never needed has nothing to write. */
  async close(): Promise<void> {
    await this.#running?.close();
  }

  async *#stream<Part>(name: StreamName, args: readonly unknown[]): AsyncGenerator<Part> {
    const thread = this.#thread();
    const stream = await thread.begin(name, args);
    try {
      for (;;) {
        // The stream of that name gives parts of that kind.
        const part = (await thread.next(stream)) as Part | undefined;
        if (part === undefined) return;
        yield part;
      }
    } finally {
      await thread.leave(stream);
    }
  }

  #thread(): Thread {
    this.#running ??= this.#run();
    return this.#running;
  }

  #run(): Thread {
    const { log, onTrouble } = this.#parts;
    const worker = this.#start();
    const heard: MainCalls = {
      trouble: (trouble) => {
        this.#trouble = trouble;
        onTrouble(trouble);
      },
      log: (level, line, facts) => log[level](line, facts),
    };
    const thread = createBirpc<ThreadCalls, MainCalls>(heard, batched(worker));
    // Nothing here keeps a process alive that wants to end.
    worker.unref();
    worker.once('error', (bug) => log.error('history thread ended', { why: String(bug) }));
    // It ends of itself by a bug only, which must cost no more than what it was about.
    worker.once('exit', () => {
      this.#running = undefined;
      thread.$close(new Error('The thread of the history ended'));
    });
    return thread;
  }
}
