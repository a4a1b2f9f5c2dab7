import { randomBytes } from 'node:crypto';
import type { Account } from './world.ts';

/**
 * A token in the shape of the real ones: an RS256 JWT of several hundred characters whose claims
 * name the owner's e-mail. The signature is noise; the simulator knows its tokens by heart.
 * `iat` and `exp` are epoch seconds, `issuedAt` and `expiresAt` epoch ms.
 */
export function makeToken(
  account: Pick<Account, 'email' | 'uid'>,
  issuedAt: number,
  expiresAt: number,
): string {
  const claims = {
    username: account.email,
    uid: account.uid,
    iat: Math.floor(issuedAt / 1_000),
    exp: Math.floor(expiresAt / 1_000),
    jti: randomBytes(60).toString('hex'),
  };
  const signature = randomBytes(256).toString('base64url');
  return `${encode({ typ: 'JWT', alg: 'RS256' })}.${encode(claims)}.${signature}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part), 'utf8').toString('base64url');
}
