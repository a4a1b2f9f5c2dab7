import type { UpdateStep, UpdateView } from '../../shared/domain/app/update.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import type { UpdaterPort } from '../ports/updater.ts';
import type { KeptMemory } from './put-off.ts';
import type { Updates } from './updates.ts';
import type { UpdatesApp } from './updates-app.ts';

/** So long the app is used before it asks whether it may look for newer versions. */
const weekMs = 7 * 86_400_000;

/** Newer versions, where there can be any. What looks for them is loaded when its owner wants that. */
export class OfferedUpdates {
  readonly #app: UpdatesApp;
  readonly #updater: UpdaterPort;
  readonly #memory: KeptMemory;
  #updates: Updates | undefined;
  #loading: Promise<Updates | undefined> | undefined;
  #isOn = false;
  #isStopped = false;

  constructor(app: UpdatesApp, updater: UpdaterPort, memory: KeptMemory) {
    this.#app = app;
    this.#updater = updater;
    this.#memory = memory;
  }

  follow(): void {
    const isOn = this.#app.preferences.get().updates === true;
    if (isOn === this.#isOn || this.#isStopped) return;
    this.#isOn = isOn;
    void this.#load().then((updates) => updates?.follow(this.#isOn));
  }

  wake(): void {
    this.#updates?.wake();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#updates?.stop();
  }

  view(): UpdateView {
    const { ports, preferences } = this.#app;
    const { checkedAt, firstUsedAt } = this.#memory.get();
    const idle = { phase: 'idle', ...omitUndefined({ checkedAt }) } as const;
    const usedMs = ports.clock.now() - (firstUsedAt ?? Number.POSITIVE_INFINITY);
    const asks = preferences.get().updates === null && usedMs >= weekMs;
    return {
      way: this.#updater.way,
      progress: this.#updates?.progress ?? idle,
      ...(asks && { asks }),
      ...(this.#updates?.isPutOff() && { postponed: true }),
    };
  }

  step(step: UpdateStep): void {
    if (!this.#isStopped) void this.#load().then((updates) => updates?.step(step));
  }

  #load(): Promise<Updates | undefined> {
    this.#loading ??= import('./updates.ts').then(
      ({ Updates: Loaded }) => {
        this.#updates = new Loaded(this.#app, this.#updater, this.#memory);
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
