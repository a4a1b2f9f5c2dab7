import type { Reply } from '../shared/reply.ts';
import type { Credentials } from './credentials.ts';
import { errorReply } from './errors.ts';
import type { AccountLimits } from './limits.ts';
import type { SessionBook, TokenPair } from './sessions.ts';
import type { Account, World } from './world.ts';

/** A value that is no time in any unit (HA-t). */
const NONSENSE_TTL = 145_656_758;

/** What the user-api host knows. */
export interface SignInDesk {
  readonly world: World;
  readonly sessions: SessionBook;
  readonly limitsOf: (account: Account) => AccountLimits;
}

/** A request to the user-api host. */
export interface SignInRequest {
  readonly method: string;
  readonly path: string;
  /** The `Partner` header. */
  readonly partner: string | undefined;
  readonly credentials: Credentials;
}

/** Answers `/users/signin` and `/users/refresh-token`; undefined for other paths. */
export function answerSignIn(desk: SignInDesk, request: SignInRequest): Reply | undefined {
  const { path, method, partner } = request;
  if (path !== '/users/signin' && path !== '/users/refresh-token') return undefined;
  if (method !== 'GET') return errorReply('sign-in', 405, 'Method not allowed');
  if (partner !== 'wallbox') return errorReply('sign-in', 400, 'Partner header is required');
  return path === '/users/signin' ? signIn(desk, request.credentials) : renew(desk, request);
}

/** 403 for a wrong password, an unknown owner and one who signs in with Google (HA#58743). */
function signIn({ world, sessions, limitsOf }: SignInDesk, credentials: Credentials): Reply {
  const { kind, email, password } = credentials;
  if (kind !== 'basic') return errorReply('sign-in', 401, 'Credentials are required');
  const account = world.accounts.find((other) => other.email === email);
  if (account === undefined) return errorReply('sign-in', 403, 'Invalid credentials');
  if (!limitsOf(account).signIn(world.wall.now()).ok) {
    world.blame('sign-in-flood', account.email, 'too many sign-ins within an hour');
    return errorReply('sign-in', 429, 'Too many attempts');
  }
  if (account.sso || account.password !== password) {
    return errorReply('sign-in', 403, 'Invalid credentials');
  }
  return tokenReply(world, account, sessions.open(account));
}

function renew({ world, sessions }: SignInDesk, { credentials }: SignInRequest): Reply {
  const { token } = credentials;
  if (!sessions.isGood(token, 'refresh')) {
    return errorReply('sign-in', world.settings.deadRefreshStatus, 'Invalid refresh token');
  }
  return tokenReply(world, token.account, sessions.renew(token));
}

function tokenReply(world: World, account: Account, pair: TokenPair): Reply {
  const ttl = (ms: number) => {
    if (world.settings.ttlUnit === 'nonsense') return NONSENSE_TTL;
    return world.settings.ttlUnit === 's' ? Math.floor(ms / 1_000) : ms;
  };
  return {
    status: 200,
    body: {
      data: {
        type: 'user_signin',
        id: account.uid,
        attributes: {
          token: pair.access,
          refresh_token: pair.refresh,
          user_id: world.settings.userIdType === 'number' ? account.id : account.uid,
          ttl: ttl(pair.accessExpiresAt),
          refresh_token_ttl: ttl(pair.refreshExpiresAt),
          // A text, and a true one in JavaScript: a trap (HA-t).
          error: 'false',
          status: 200,
        },
      },
    },
  };
}
