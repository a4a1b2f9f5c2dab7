import { makeToken } from './tokens.ts';
import type { Account, World } from './world.ts';

/** What kind of credential a request carried. */
export type AuthKind = 'none' | 'basic' | 'access' | 'refresh' | 'unknown-bearer';

/** A token the cloud gave out, dead or alive. Epoch ms. */
export interface IssuedToken {
  readonly kind: 'access' | 'refresh';
  readonly account: Account;
  readonly sessionId: number;
  readonly expiresAt: number;
  revoked: boolean;
}

/** What a sign-in or a refresh hands out. */
export interface TokenPair {
  readonly access: string;
  readonly accessExpiresAt: number;
  readonly refresh: string;
  readonly refreshExpiresAt: number;
}

/** The cloud's memory of who is signed in. */
export class SessionBook {
  readonly #world: World;
  readonly #tokens = new Map<string, IssuedToken>();
  /** Open sessions per account, oldest first. */
  readonly #open = new Map<Account, number[]>();
  #lastId = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** Opens a session. Over the limit, the oldest is logged out, which may be the owner's phone. */
  open(account: Account): TokenPair {
    this.#lastId += 1;
    const open = [...(this.#open.get(account) ?? []), this.#lastId];
    const { maxSessions } = this.#world.settings;
    while (open.length > maxSessions) {
      const oldest = open.shift();
      this.#world.blame('session-limit', account.email, `more than ${maxSessions} sessions`);
      this.#revoke((token) => token.sessionId === oldest);
    }
    this.#open.set(account, open);
    return this.#issue(account, this.#lastId);
  }

  /** Replaces a refresh token. The old one is dead from now on. */
  renew(token: IssuedToken): TokenPair {
    token.revoked = true;
    return this.#issue(token.account, token.sessionId);
  }

  /** The token behind a text, dead ones included. */
  find(text: string): IssuedToken | undefined {
    return this.#tokens.get(text);
  }

  /** True when a token may be used as `kind` at this moment. */
  isGood(token: IssuedToken | undefined, kind: IssuedToken['kind']): token is IssuedToken {
    if (token === undefined || token.kind !== kind || token.revoked) return false;
    return this.#world.wall.now() < token.expiresAt;
  }

  /** Kills tokens of one kind, for one account or for all, as the cloud does at its own pleasure. */
  revoke(kind: IssuedToken['kind'], email?: string): void {
    this.#revoke(
      (token) => token.kind === kind && (email === undefined || token.account.email === email),
    );
  }

  /** Sessions an account has open. */
  openCount(account: Account): number {
    return this.#open.get(account)?.length ?? 0;
  }

  #revoke(which: (token: IssuedToken) => boolean): void {
    for (const token of this.#tokens.values()) if (which(token)) token.revoked = true;
  }

  #issue(account: Account, sessionId: number): TokenPair {
    const now = this.#world.wall.now();
    const { accessTtlMs, refreshTtlMs } = this.#world.settings;
    const issue = (kind: IssuedToken['kind'], expiresAt: number) => {
      const text = makeToken(account, now, expiresAt);
      this.#tokens.set(text, { kind, account, sessionId, expiresAt, revoked: false });
      return text;
    };
    const accessExpiresAt = now + accessTtlMs;
    const refreshExpiresAt = now + refreshTtlMs;
    return {
      access: issue('access', accessExpiresAt),
      accessExpiresAt,
      refresh: issue('refresh', refreshExpiresAt),
      refreshExpiresAt,
    };
  }
}
