import type { RequestBody } from '../shared/read-body.ts';
import type { Reply } from '../shared/reply.ts';
import type { Credentials } from './credentials.ts';
import { errorReply } from './errors.ts';
import type { AccountLimits } from './limits.ts';
import type { Route } from './route-kit.ts';
import type { SessionBook } from './sessions.ts';
import type { Account, World } from './world.ts';

/** What the api host knows. */
export interface ApiDesk {
  readonly world: World;
  readonly sessions: SessionBook;
  readonly routes: readonly Route[];
  readonly limitsOf: (account: Account) => AccountLimits;
}

/** A request to the api host. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: RequestBody;
  readonly credentials: Credentials;
}

/** Checks, in this order: forbidden paths, the token, the limits, the path. */
export function answerApi(desk: ApiDesk, request: ApiRequest): Reply {
  const { world, sessions, routes } = desk;
  const { method, path, credentials } = request;
  const banned = bannedPath(desk, request);
  if (banned !== undefined) return banned;
  const { token } = credentials;
  if (!sessions.isGood(token, 'access')) return errorReply('gateway', 401, 'Unauthorized');
  const throttled = throttle(desk, token.account, method);
  if (throttled !== undefined) return throttled;
  for (const route of routes) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (match !== null) {
      const visit = { ...request, world, account: token.account, id: Number(match[1] ?? 0) };
      return route.answer(visit);
    }
  }
  return errorReply('gateway', 404, 'Not found');
}

/** The sign-in the vendor asked clients to leave (PY#16), and the portal's own paths (PY#68). */
function bannedPath({ world }: ApiDesk, { path, credentials }: ApiRequest): Reply | undefined {
  if (path === '/auth/token/user') {
    world.blame('legacy-sign-in', credentials.email, path);
    return errorReply('sign-in', 410, 'Gone');
  }
  if (path.startsWith('/perseus/')) {
    world.blame('portal-path', credentials.email, path);
    return errorReply('gateway', 404, 'Not found');
  }
  return undefined;
}

function throttle(desk: ApiDesk, account: Account, method: string): Reply | undefined {
  const { settings, wall, blame } = desk.world;
  const limits = desk.limitsOf(account);
  const now = wall.now();
  const verdict = method === 'GET' ? limits.get(now) : limits.write(now);
  if (verdict.ok) return undefined;
  blame('throttled', account.email, `${method} ${Math.ceil(verdict.waitMs)} ms too early`);
  return errorReply(
    'gateway',
    settings.throttleStatus,
    'Too many requests',
    retryAfter(desk.world),
  );
}

function retryAfter({ settings, wall }: World): Readonly<Record<string, string>> {
  const { retryAfter: hint } = settings;
  switch (hint.kind) {
    case 'none':
      return {};
    case 'seconds':
      return { 'retry-after': String(hint.seconds) };
    case 'date':
      return { 'retry-after': new Date(wall.now() + hint.inMs).toUTCString() };
  }
}
