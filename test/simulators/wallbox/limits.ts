import type { BucketLimit, WallboxSettings, WindowLimit } from './settings.ts';

/** Verdict on one request: let it through, or come back after `waitMs`. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly waitMs: number };

const HOUR_MS = 3_600_000;
const OK: Verdict = { ok: true };
/** Two requests a minute apart at the client may arrive a few ms closer here. */
const GRACE_MS = 100;

/** The limits of one account, shared by all that use it. */
export class AccountLimits {
  readonly #settings: WallboxSettings;
  #tokens: number | null = null;
  #refilledAt = 0;
  #writes: number[] = [];
  #signIns: number[] = [];

  constructor(settings: WallboxSettings) {
    this.#settings = settings;
  }

  /** A GET on the api host. A refused one costs nothing. */
  get(now: number): Verdict {
    const limit = this.#settings.getLimit;
    if (limit === null) return OK;
    this.#refill(limit, now);
    const tokens = this.#tokens ?? limit.capacity;
    const missing = 1 - tokens;
    if (missing > GRACE_MS / limit.refillMs) return { ok: false, waitMs: missing * limit.refillMs };
    this.#tokens = tokens - 1;
    return OK;
  }

  /** Any other method on the api host. */
  write(now: number): Verdict {
    const limit = this.#settings.writeLimit;
    if (limit === null) return OK;
    const kept = recent(this.#writes, limit, now);
    const [oldest] = kept;
    if (oldest !== undefined && kept.length >= limit.count) {
      return { ok: false, waitMs: oldest + limit.windowMs - now };
    }
    this.#writes = [...kept, now];
    return OK;
  }

  /** A sign-in, good or bad; refused ones count too. */
  signIn(now: number): Verdict {
    const limit = { count: this.#settings.maxSignInsPerHour, windowMs: HOUR_MS };
    const kept = recent(this.#signIns, limit, now);
    this.#signIns = [...kept, now];
    return kept.length >= limit.count ? { ok: false, waitMs: HOUR_MS } : OK;
  }

  #refill(limit: BucketLimit, now: number): void {
    const gained = (now - this.#refilledAt) / limit.refillMs;
    this.#tokens = Math.min(limit.capacity, (this.#tokens ?? limit.capacity) + gained);
    this.#refilledAt = now;
  }
}

function recent(times: readonly number[], limit: WindowLimit, now: number): number[] {
  return times.filter((at) => now - at < limit.windowMs - GRACE_MS);
}
