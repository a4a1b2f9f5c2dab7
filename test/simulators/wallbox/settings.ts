/** A token bucket: `capacity` at once, one more every `refillMs`. */
export interface BucketLimit {
  readonly capacity: number;
  readonly refillMs: number;
}

/** At most `count` in any stretch of `windowMs`. */
export interface WindowLimit {
  readonly count: number;
  readonly windowMs: number;
}

/** How a throttled answer says when to come back; absent in every report so far. */
export type RetryAfter =
  | { readonly kind: 'none' }
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'date'; readonly inMs: number };

/** The cloud's manners. A test may change them while the simulator runs. */
export interface WallboxSettings {
  /** Life of an access token, ms. 15 minutes is what clients see most (HA#79785, PY#33). */
  accessTtlMs: number;
  refreshTtlMs: number;
  /** Unit of `ttl`: ms since late 2022, seconds before (PY); nonsense in one test (HA-t). */
  ttlUnit: 'ms' | 's' | 'nonsense';
  /** `user_id` is a number here (HA-t) and a text there (KRU). */
  userIdType: 'string' | 'number';
  /** A dead refresh token is answered with either (PRE). */
  deadRefreshStatus: 401 | 403;
  /** Open sessions an account may have before the oldest is logged out. */
  maxSessions: number;
  /** Sign-ins, good or bad, an account may try in an hour. */
  maxSignInsPerHour: number;
  /** Null: unlimited. Default: a burst of three, then one a minute. */
  getLimit: BucketLimit | null;
  /** Null: unlimited. Default: five in any minute. */
  writeLimit: WindowLimit | null;
  throttleStatus: 429 | 403;
  retryAfter: RetryAfter;
  /** How far apart the charger's reports to the cloud are, ms. 0: the cloud knows at once. */
  cloudDelayMs: number;
  /** Duration of a firmware update, ms. */
  updateMs: number;
  /** Names the trap instead of the vendor's internal host in `links`, to see who follows it. */
  linksToTrap: boolean;
  /** `mixed`: the session list also holds elements of the newer type, in Wh (HA#127958). */
  sessionTypes: 'log' | 'mixed';
  /** `maxEnergy`: an entry without a whole `max_energy` gets 400 (PY#72). */
  scheduleShape: 'target' | 'maxEnergy';
}

const MINUTE = 60_000;

/** Strict by default: a client that misbehaves should fail here first. */
export const DEFAULT_SETTINGS: Readonly<WallboxSettings> = {
  accessTtlMs: 15 * MINUTE,
  refreshTtlMs: 7 * 24 * 60 * MINUTE,
  ttlUnit: 'ms',
  userIdType: 'string',
  deadRefreshStatus: 401,
  maxSessions: 10,
  maxSignInsPerHour: 10,
  getLimit: { capacity: 3, refillMs: MINUTE },
  writeLimit: { count: 5, windowMs: MINUTE },
  throttleStatus: 429,
  retryAfter: { kind: 'none' },
  cloudDelayMs: 0,
  updateMs: 10 * MINUTE,
  linksToTrap: false,
  sessionTypes: 'log',
  scheduleShape: 'target',
};
