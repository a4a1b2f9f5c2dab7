import type { UpdateStep, UpdateView } from '../../shared/domain/app/update.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { isUsedLong } from './cadence.ts';
import type { UpdateMemory } from './update-memory.ts';
import type { Updates } from './updates.ts';
import type { UpdatesApp } from './updates-app.ts';

/** Newer versions of the app. Nothing of it is loaded, and nobody asked, before its owner wants that. */
export class LazyUpdates {
  readonly #app: UpdatesApp;
  #kept: UpdateMemory = {};
  #updates: Updates | undefined;
  #loading: Promise<Updates | undefined> | undefined;
  #isOn = false;
  #isStopped = false;

  constructor(app: UpdatesApp) {
    this.#app = app;
  }

  /** What was remembered when the app ended. */
  recall(kept: UpdateMemory | undefined): void {
    const now = this.#app.ports.clock.now();
    // A first use that is to come was written by a wrong clock.
    const firstUsedAt = Math.min(kept?.firstUsedAt ?? now, now);
    this.#kept = { ...kept, firstUsedAt };
  }

  /** What is to be remembered. */
  kept(): UpdateMemory {
    return this.#kept;
  }

  /** Has them be looked for if its owner wants that, from the start on and whenever that changes. */
  follow(): void {
    const { ports, preferences } = this.#app;
    const isOn = preferences.get().updates === true && ports.updater.way !== undefined;
    if (isOn === this.#isOn || this.#isStopped) return;
    this.#isOn = isOn;
    void this.#load().then((updates) => updates?.follow(this.#isOn));
  }

  /** The computer has slept. */
  wake(): void {
    this.#updates?.wake();
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#updates?.stop();
  }

  /** For the state; undefined where this copy is never offered any. */
  view(): UpdateView | undefined {
    const { ports, preferences } = this.#app;
    const { way } = ports.updater;
    if (!way) return undefined;
    const { checkedAt, firstUsedAt } = this.#kept;
    const idle = { phase: 'idle', ...omitUndefined({ checkedAt }) } as const;
    const isAsked = preferences.get().updates === null;
    return {
      way,
      progress: this.#updates?.progress ?? idle,
      ...(isAsked && isUsedLong(firstUsedAt, ports.clock.now()) && { asks: true }),
      ...(this.#updates?.isPutOff() && { postponed: true }),
    };
  }

  /** What its owner wants done. Waits for nothing: what comes of it stands in the view. */
  step(step: UpdateStep): void {
    if (this.#app.ports.updater.way === undefined || this.#isStopped) return;
    void this.#load().then((updates) => updates?.step(step));
  }

  #load(): Promise<Updates | undefined> {
    this.#loading ??= import('./updates.ts').then(
      ({ Updates: Loaded }) => {
        this.#updates = new Loaded(this.#app, {
          get: () => this.#kept,
          change: (memory) => {
            this.#kept = { ...this.#kept, ...memory };
            this.#app.stateFile.keepSoon();
          },
        });
        return this.#updates;
      },
      (bug: unknown) => {
        this.#app.ports.log.error('updates not loaded', { why: String(bug) });
        return undefined;
      },
    );
    return this.#loading;
  }
}
