import { createHmac, randomBytes } from 'node:crypto';
import type { SimClock } from '../clock.ts';
import type { FcspSettings } from './settings.ts';

/** What a token may be used for. */
export type TokenUse = 'access' | 'refresh';

/** What became of a token that somebody showed. */
export type TokenVerdict = 'valid' | 'expired' | 'unknown';

interface Issued {
  readonly use: TokenUse;
  /** Epoch ms on the station's own clock. */
  readonly expiresAt: number;
}

const SIGNING_KEY = 'an invented signing key';

/** The station's memory of the tokens it gave out. */
export class TokenBook {
  readonly #settings: FcspSettings;
  readonly #clock: SimClock;
  readonly #issued = new Map<string, Issued>();

  constructor(settings: FcspSettings, clock: SimClock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /** A new token; its dates are those of the station's own clock. */
  issue(use: TokenUse): string {
    const { accessLifeMs, refreshLifeMs, tokenDates } = this.#settings;
    const now = this.#stationNow();
    const expiresAt = now + (use === 'access' ? accessLifeMs : refreshLifeMs);
    const token = signed({
      token_type: use,
      jti: randomBytes(16).toString('hex'),
      user_id: 1,
      ...(tokenDates === 'none' ? {} : { iat: seconds(now) }),
      ...(tokenDates === 'both' ? { exp: seconds(expiresAt) } : {}),
    });
    this.#issued.set(token, { use, expiresAt });
    return token;
  }

  judge(use: TokenUse, token: string): TokenVerdict {
    const issued = this.#issued.get(token);
    if (issued?.use !== use) return 'unknown';
    return this.#stationNow() < issued.expiresAt ? 'valid' : 'expired';
  }

  forget(token: string): void {
    this.#issued.delete(token);
  }

  /** Forgets all tokens of one use. */
  revoke(use: TokenUse): void {
    for (const [token, issued] of this.#issued) {
      if (issued.use === use) this.#issued.delete(token);
    }
  }

  #stationNow(): number {
    return this.#clock.now() + this.#settings.clockOffsetMs;
  }
}

function seconds(ms: number): number {
  return Math.floor(ms / 1_000);
}

/** A JWT: header, payload and signature, each in base64url. */
function signed(payload: object): string {
  const text = `${encoded({ typ: 'JWT', alg: 'HS256' })}.${encoded(payload)}`;
  return `${text}.${createHmac('sha256', SIGNING_KEY).update(text).digest('base64url')}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part), 'utf8').toString('base64url');
}
