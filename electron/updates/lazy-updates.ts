import type { UpdateStep, UpdateView } from '../../shared/domain/app/update.ts';
import type { OfferedUpdates } from './offered-updates.ts';
import type { UpdateMemory } from './update-memory.ts';
import type { UpdatesApp } from './updates-app.ts';

/** Newer versions of the app. Nothing of it is loaded where this copy is never offered any. */
export class LazyUpdates {
  readonly #app: UpdatesApp;
  #kept: UpdateMemory = {};
  #offered: OfferedUpdates | undefined;

  constructor(app: UpdatesApp) {
    this.#app = app;
  }

  /** What was remembered when the app ended. */
  recall(kept: UpdateMemory | undefined): void {
    const now = this.#app.ports.clock.now();
    // A first use that is to come was written by a wrong clock.
    this.#kept = { ...kept, firstUsedAt: Math.min(kept?.firstUsedAt ?? now, now) };
  }

  /** What is to be remembered. */
  kept(): UpdateMemory {
    return this.#kept;
  }

  /** Finds out whether there can be any. Waits for nothing. */
  start(): void {
    void this.#find().catch((bug: unknown) => {
      this.#app.ports.log.error('updates not found out', { why: String(bug) });
    });
  }

  /** Has them be looked for if its owner wants that. */
  follow(): void {
    this.#offered?.follow();
  }

  /** The computer has slept. */
  wake(): void {
    this.#offered?.wake();
  }

  /** Resolves when nothing is under way any more; nothing is done from here on. */
  async stop(): Promise<void> {
    await this.#offered?.stop();
  }

  /** For the state; undefined where this copy is never offered any. */
  view(): UpdateView | undefined {
    return this.#offered?.view();
  }

  /** What its owner wants done. Waits for nothing: what comes of it stands in the view. */
  step(step: UpdateStep): void {
    this.#offered?.step(step);
  }

  async #find(): Promise<void> {
    const updater = await this.#app.ports.updater();
    if (!updater) return;
    const { OfferedUpdates: Loaded } = await import('./offered-updates.ts');
    this.#offered = new Loaded(this.#app, updater, {
      get: () => this.#kept,
      change: (memory) => {
        this.#kept = { ...this.#kept, ...memory };
        this.#app.stateFile.keepSoon();
      },
    });
    this.#offered.follow();
    this.#app.throttle.now();
  }
}
