import { z } from 'zod';
import { jsonOf } from '../../kit/json-of.ts';

/** Renewed so long before its end, ms, that it does not die on the way. */
const marginMs = 10_000;
/** What claims to live longer than a year tells nothing. */
const longestMs = 366 * 24 * 3_600_000;

const claims = z.object({ iat: z.number().positive(), exp: z.number().positive() });

/**
 * How long a token may be used from the moment it came, ms: from its own `exp` and `iat`, as a
 * duration, because the station's clock may be wrong by years. Undefined where it does not say:
 * then it holds until the station refuses it.
 */
export function tokenLifeMs(token: string): number | undefined {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const read = claims.safeParse(jsonOf(payload));
  if (!read.success) return undefined;
  const lifeMs = (read.data.exp - read.data.iat) * 1000;
  if (lifeMs <= 0 || lifeMs > longestMs) return undefined;
  return lifeMs - Math.min(marginMs, lifeMs / 10);
}
