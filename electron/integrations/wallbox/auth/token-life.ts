import { z } from 'zod';
import { epochMs } from '../../kit/coerce.ts';
import { jsonOf } from '../../kit/json-of.ts';

const secondsMs = 1000;
/** What to assume when nothing that we are told makes sense. */
const assumedMs = 10 * 60_000;
/** Nobody has seen a token that lives longer than 15 days (BLOG). */
const longestMs = 31 * 24 * 3_600_000;
const renewBeforeMs = 120_000;

/**
 * How long a token lives from the moment it came, ms. Reports go from 15 minutes to 15 days
 * (HA#79785, PY#33, BLOG), and the local clock may be wrong by hours. So the token's own `exp` and
 * `iat` come first, as a duration; an instant is only compared with the clock where nothing else is
 * left.
 */
export function tokenLifeMs(token: string, ttl: number | undefined, now: number): number {
  const { iat, exp } = claimsOf(token);
  const ends = [ttl === undefined ? undefined : epochMs(ttl), exp].filter((at) => at !== undefined);
  const lives = ends.map((at) => at - (iat ?? now)).filter((ms) => ms > 0 && ms <= longestMs);
  return lives.length === 0 ? assumedMs : Math.min(...lives);
}

/** The age at which a token is renewed: two minutes early, but never in its first half. */
export function renewalAgeMs(lifeMs: number): number {
  return lifeMs - Math.min(renewBeforeMs, lifeMs / 2);
}

const claims = z.object({
  iat: z.number().positive().optional().catch(undefined),
  exp: z.number().positive().optional().catch(undefined),
});

/** `iat` and `exp` of a token as epoch ms. Only decoded: whether it is genuine is not ours to say. */
function claimsOf(token: string): { iat: number | undefined; exp: number | undefined } {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const { iat, exp } = claims.safeParse(jsonOf(payload)).data ?? {};
  return { iat: iat && iat * secondsMs, exp: exp && exp * secondsMs };
}
