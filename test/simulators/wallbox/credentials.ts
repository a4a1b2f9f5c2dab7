import type { AuthKind, IssuedToken, SessionBook } from './sessions.ts';

/** Who a request says it comes from. */
export interface Credentials {
  readonly kind: AuthKind;
  readonly email: string | null;
  readonly password: string | null;
  readonly token: IssuedToken | undefined;
}

const NONE: Credentials = { kind: 'none', email: null, password: null, token: undefined };

/** Reads an `Authorization` header. Basic is UTF-8; only the first colon separates. */
export function readCredentials(header: string | undefined, sessions: SessionBook): Credentials {
  const [scheme = '', value = ''] = (header ?? '').split(' ');
  if (scheme === 'Basic') {
    const text = Buffer.from(value, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    if (colon < 0) return { ...NONE, kind: 'basic' };
    const email = text.slice(0, colon);
    return { kind: 'basic', email, password: text.slice(colon + 1), token: undefined };
  }
  if (scheme !== 'Bearer') return NONE;
  const token = sessions.find(value);
  if (token === undefined) return { ...NONE, kind: 'unknown-bearer' };
  return { kind: token.kind, email: token.account.email, password: null, token };
}
