import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { AccountUpdate, ChargerUpdate, Reader, Update } from '../charging/reader.ts';
import type { ChargerEvent } from '../charging/reduce.ts';
import type { Applied, ChargerTracker } from '../charging/tracker.ts';
import type { Log } from '../ports/log.ts';

export interface PipelineParts {
  readonly tracker: Pick<ChargerTracker, 'apply'>;
  /** In the order in which they hear of things. */
  readonly readers: readonly Reader[];
  /** Puts records and what readers have laid down on the disk. */
  readonly file: {
    /** Resolves once it is there; with a disk that hangs, never. Never rejects. */
    keep(): Promise<void>;
    /** Within a minute. */
    keepSoon(): void;
  };
  readonly log: Log;
}

/**
 * The one way from what was heard of a charger to everybody who wants to know: first it is taken in,
 * then it is on the disk as far as it must outlive a crash, then all readers hear of it, in order.
 */
export class Pipeline {
  readonly #parts: PipelineParts;
  #told = Promise.resolve();

  constructor(parts: PipelineParts) {
    this.#parts = parts;
  }

  /**
   * Takes in what has happened to a charger. Undefined where nothing was taken. `told` resolves when
   * all readers have heard of it, which with a disk that hangs may be never.
   */
  apply(id: string, event: ChargerEvent): (Applied & { readonly told: Promise<void> }) | undefined {
    const { file, tracker } = this.#parts;
    const applied = tracker.apply(id, event);
    if (!applied) return undefined;
    const told = this.#pass({ about: 'charger', ...applied }, applied.persist === 'atOnce');
    if (applied.persist === 'soon') file.keepSoon();
    return { ...applied, told };
  }

  /** What happened to a charger, or to an account, without anybody reading a charger. */
  announce(update: Omit<ChargerUpdate, 'event'> | AccountUpdate): void {
    void this.#pass(update, true);
  }

  /** Shows the state to all who show one. */
  show(state: AppState): void {
    for (const { name, show } of this.#parts.readers) {
      this.#safely(name, () => show?.(state));
    }
  }

  /** One after the other: an update waits for the disk, and for every update before it. */
  #pass(update: Update, mustPersist: boolean): Promise<void> {
    const { file, readers } = this.#parts;
    for (const { name, stage } of readers) this.#safely(name, () => stage?.(update));
    const kept = mustPersist ? file.keep() : undefined;
    this.#told = this.#told
      .then(() => kept)
      .then(() => {
        for (const { name, tell } of readers) this.#safely(name, () => tell?.(update));
      });
    return this.#told;
  }

  /** A bug in one reader is no reason for the others not to hear. */
  #safely(reader: string, work: () => void): void {
    try {
      work();
    } catch (bug) {
      this.#parts.log.error('reader failed', { reader, why: String(bug) });
    }
  }
}
