import { objectBody, type RequestBody } from '../shared/read-body.ts';
import type { Reply } from '../shared/reply.ts';
import { debugReply } from './debug-page.ts';
import type { Endpoint } from './endpoints.ts';
import type { FcspSettings, RefusalStyle } from './settings.ts';
import type { TokenBook, TokenVerdict } from './tokens.ts';

/** A request whose path is known. */
export interface Call {
  readonly endpoint: Endpoint;
  readonly method: string;
  readonly path: string;
  readonly body: RequestBody;
  readonly contentType: string | undefined;
  readonly auth: AuthKind;
}

/** What stood in the Authorization header. */
export type AuthKind = 'none' | TokenVerdict;

/** What the gate works with. */
export interface GateParts {
  readonly settings: FcspSettings;
  readonly tokens: TokenBook;
  /** Every developer key that somebody sent, in the order they came. */
  readonly keysSeen: string[];
  readonly admit: (endpoint: Endpoint) => Reply;
}

/** Reads the Authorization header. */
export function readAuth(header: string | undefined, tokens: TokenBook): AuthKind {
  if (header === undefined) return 'none';
  const [, token] = /^Bearer (\S+)$/.exec(header) ?? [];
  return token === undefined ? 'unknown' : tokens.judge('access', token);
}

/** Answers as the station: token first, then method, then form, then the call itself. */
export function answerCall(parts: GateParts, call: Call): Reply {
  const { endpoint, method, auth } = call;
  const style = parts.settings.refusalStyle;
  const refused = (status: number, detail: string) =>
    refusal({ status, detail, style, path: call.path });
  const needsToken = endpoint.kind !== 'login' && endpoint.kind !== 'token';
  if (needsToken && auth !== 'valid') return refused(401, AUTH_DETAILS[auth]);
  if (method !== endpoint.method) return refused(405, `Method "${method}" not allowed.`);
  if (method === 'POST') {
    if (!/^application\/json\b/i.test(call.contentType ?? '')) {
      return refused(415, 'Unsupported media type in request.');
    }
    if (objectBody(call.body) === undefined) return refused(400, 'JSON parse error.');
  }
  if (endpoint.kind === 'login') return logIn(parts, call);
  if (endpoint.kind === 'token') return refresh(parts, call);
  return parts.admit(endpoint);
}

const AUTH_DETAILS: Readonly<Record<Exclude<AuthKind, 'valid'>, string>> = {
  none: 'Authentication credentials were not provided.',
  expired: 'Given token not valid for any token type',
  unknown: 'Given token not valid for any token type',
};

function logIn({ settings, tokens, keysSeen }: GateParts, call: Call): Reply {
  const devkey = objectBody(call.body)?.devkey;
  if (typeof devkey !== 'string') {
    return refusal({
      status: 400,
      detail: 'devkey is required.',
      style: settings.refusalStyle,
      path: call.path,
    });
  }
  keysSeen.push(devkey);
  if (devkey !== settings.devkey) {
    return refusal({
      status: settings.wrongKeyStatus,
      detail: 'Wrong key.',
      style: settings.wrongKeyStyle,
      path: call.path,
    });
  }
  return {
    status: 200,
    body: { access: tokens.issue('access'), refresh: tokens.issue('refresh') },
  };
}

function refresh({ settings, tokens }: GateParts, call: Call): Reply {
  const style = settings.refusalStyle;
  const token = objectBody(call.body)?.refresh;
  if (typeof token !== 'string') {
    return refusal({ status: 400, detail: 'refresh is required.', style, path: call.path });
  }
  if (tokens.judge('refresh', token) !== 'valid') {
    return refusal({
      status: 401,
      detail: 'Token is invalid or expired',
      style,
      path: call.path,
    });
  }
  if (settings.refreshRotation === 'new-and-old-dies') tokens.forget(token);
  const rotated = settings.refreshRotation !== 'none';
  return {
    status: 200,
    body: {
      access: tokens.issue('access'),
      ...(rotated ? { refresh: tokens.issue('refresh') } : {}),
    },
  };
}

interface Refusal {
  readonly status: number;
  readonly detail: string;
  readonly style: RefusalStyle;
  readonly path: string;
}

function refusal({ status, detail, style, path }: Refusal): Reply {
  if (style === 'html') return debugReply({ status, path, exception: detail });
  return { status, body: { detail } };
}
