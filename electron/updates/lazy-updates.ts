import type { UpdateStep, UpdateView } from '../../shared/domain/app/update.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import type { UpdaterPort } from '../ports/updater.ts';
import type { UpdateMemory } from './update-memory.ts';
import type { Updates } from './updates.ts';
import type { UpdatesApp } from './updates-app.ts';

/** So long the app is used before it asks whether it may look for newer versions. */
const weekMs = 7 * 86_400_000;

/** Newer versions of the app. Nothing of it is loaded, and nobody asked, before its owner wants that. */
export class LazyUpdates {
  readonly #app: UpdatesApp;
  #kept: UpdateMemory = {};
  #updater: UpdaterPort | undefined;
  #updates: Updates | undefined;
  #loading: Promise<Updates | undefined> | undefined;
  #isOn = false;

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

  /** Finds out whether there can be any. Waits for nothing. */
  start(): void {
    const { log, updater } = this.#app.ports;
    const found = updater().then((own) => {
      this.#updater = own;
      if (own) this.#app.throttle.now();
      this.follow();
    });
    found.catch((bug: unknown) => log.error('updates not found out', { why: String(bug) }));
  }

  /** Has them be looked for if its owner wants that, from the start on and whenever that changes. */
  follow(): void {
    const isOn = this.#app.preferences.get().updates === true;
    if (isOn === this.#isOn || !this.#updater) return;
    this.#isOn = isOn;
    void this.#load(this.#updater).then((updates) => updates?.follow(this.#isOn));
  }

  /** The computer has slept. */
  wake(): void {
    this.#updates?.wake();
  }

  /** Resolves when nothing is under way any more; nothing is done from here on. */
  async stop(): Promise<void> {
    this.#updater = undefined;
    await this.#updates?.stop();
  }

  /** For the state; undefined where this copy is never offered any. */
  view(): UpdateView | undefined {
    const { ports, preferences } = this.#app;
    if (!this.#updater) return undefined;
    const { way } = this.#updater;
    const { checkedAt, firstUsedAt } = this.#kept;
    const idle = { phase: 'idle', ...omitUndefined({ checkedAt }) } as const;
    const usedMs = ports.clock.now() - (firstUsedAt ?? Number.POSITIVE_INFINITY);
    const asks = preferences.get().updates === null && usedMs >= weekMs;
    return {
      way,
      progress: this.#updates?.progress ?? idle,
      ...(asks && { asks }),
      ...(this.#updates?.isPutOff() && { postponed: true }),
    };
  }

  /** What its owner wants done. Waits for nothing: what comes of it stands in the view. */
  step(step: UpdateStep): void {
    if (this.#updater) void this.#load(this.#updater).then((updates) => updates?.step(step));
  }

  #load(updater: UpdaterPort): Promise<Updates | undefined> {
    this.#loading ??= import('./updates.ts').then(
      ({ Updates: Loaded }) => {
        this.#updates = new Loaded(this.#app, updater, {
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
