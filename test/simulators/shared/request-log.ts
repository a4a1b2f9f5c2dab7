/** One request as a simulator saw it. `status` is null until, and unless, one was given. */
export interface RequestRecord<Auth extends string = string> {
  /** Epoch ms on the simulator's clock. */
  readonly at: number;
  readonly method: string;
  /** Path without the query string. */
  readonly path: string;
  /** Query string without the question mark. */
  readonly query: string;
  readonly auth: Auth;
  /** The account the credentials point to, if any. */
  readonly account: string | null;
  readonly userAgent: string | null;
  readonly status: number | null;
}

/** The part of a record a test wants to count by. */
export interface RequestFilter {
  readonly method?: string;
  readonly path?: string | RegExp;
  readonly status?: number;
}

/** How many requests fit the filter. */
export function countRequests(log: readonly RequestRecord[], filter: RequestFilter = {}): number {
  return log.filter((record) => {
    if (filter.method !== undefined && record.method !== filter.method) return false;
    if (filter.status !== undefined && record.status !== filter.status) return false;
    if (filter.path === undefined) return true;
    return typeof filter.path === 'string'
      ? record.path === filter.path
      : record.path.search(filter.path) >= 0;
  }).length;
}
