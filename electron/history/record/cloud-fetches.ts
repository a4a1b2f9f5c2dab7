import type { Failure } from '../../../shared/domain/failure.ts';
import type { Result } from '../../../shared/result.ts';
import type { SessionRecord } from '../../charging/record.ts';
import type { SessionRange } from '../../integrations/connection.ts';
import { type CloudParts, fetchSessions } from './cloud.ts';

export interface CloudFetchesParts extends CloudParts {
  /** A charger that perhaps nobody has read yet is about to have sessions. */
  readonly know: (key: string) => void;
  /** Sessions have come. */
  readonly changed: () => void;
  readonly failed: (bug: unknown) => void;
}

/** Clouds count a charge some minutes after it has ended. */
const cloudDelayMs = 5 * 60_000;
const dayMs = 86_400_000;

type Fetched = Promise<Result<{ sessions: number }, Failure>>;

/** When clouds are asked for sessions: whenever a person wants it, and once after each charge. */
export class CloudFetches {
  readonly #parts: CloudFetchesParts;
  /** The start of the last charge of each charger that the cloud was asked about. */
  readonly #fetched = new Map<string, number>();
  readonly #fetching = new Map<string, Fetched>();

  constructor(parts: CloudFetchesParts) {
    this.#parts = parts;
  }

  fetch(key: string, range: SessionRange): Fetched {
    // Whoever asks again meanwhile waits for the same answer.
    const name = JSON.stringify([
      key,
      ...[range.from, range.to].map((at) => Math.floor(at / dayMs)),
    ]);
    const fetching = this.#fetching.get(name) ?? this.#fetch(key, range);
    this.#fetching.set(name, fetching);
    return fetching.finally(() => this.#fetching.delete(name));
  }

  /** Only when the car has gone does the cloud count the charge as over. */
  left(key: string, { endedAt, startedAt }: SessionRecord): void {
    const { clock, charger, failed } = this.#parts;
    if (this.#fetched.get(key) === startedAt) return;
    this.#fetched.set(key, startedAt);
    if (!charger(key)?.sessions) return;
    clock.after(cloudDelayMs, () => {
      this.#fetchOnce(key, startedAt, endedAt ?? startedAt).catch((bug: unknown) => {
        // The next reading that sees the car gone tries again.
        this.#fetched.delete(key);
        failed(bug);
      });
    });
  }

  async #fetch(key: string, range: SessionRange): Promise<Awaited<Fetched>> {
    const { changed, know } = this.#parts;
    know(key);
    const fetched = await fetchSessions(this.#parts, key, range);
    if (fetched.ok) changed();
    return fetched;
  }

  /** Not again after a restart of the app. */
  async #fetchOnce(key: string, startedAt: number, endedAt: number): Promise<void> {
    const { clock, history, signal } = this.#parts;
    if (signal.aborted) return;
    const months = await history.sure.cloudMonths(key);
    if (months.some(({ fetchedAt }) => fetchedAt > endedAt)) return;
    await this.fetch(key, { from: startedAt - dayMs, to: Math.round(clock.now()) });
  }
}
