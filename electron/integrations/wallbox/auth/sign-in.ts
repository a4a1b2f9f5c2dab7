import type { Failure } from '../../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import type { HttpAnswer } from '../../../ports/http.ts';
import type { Exchange } from '../exchange.ts';
import { readTokens, type WireTokens } from '../wire.ts';

/** Why there are no new tokens. `refused`: the credential itself is not taken. */
export type NoTokens =
  | { readonly kind: 'refused' }
  /** `answer` says how long to stay away. */
  | { readonly kind: 'throttled'; readonly answer: HttpAnswer }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The two ways to tokens; both are GETs of the account. */
export interface TokenDesk {
  signIn(basic: string): Promise<Result<WireTokens, NoTokens>>;
  refresh(refreshToken: string): Promise<Result<WireTokens, NoTokens>>;
}

/**
 * Sign-in and refresh as the maker asked for them (PY#16). `signal` ends them only with the
 * account: a refresh given up half-way may have spent its token already.
 */
export function tokenDesk(exchange: Exchange, signal: AbortSignal): TokenDesk {
  const get = async (template: string, authorization: string) => {
    const answer = await exchange({ host: 'user', method: 'GET', template, authorization, signal });
    return answer.ok ? judged(answer.value) : noTokens(answer.failure);
  };
  return {
    signIn: (basic) => get('/users/signin', `Basic ${basic}`),
    refresh: (refreshToken) => get('/users/refresh-token', `Bearer ${refreshToken}`),
  };
}

/** 403 is a wrong password, or an account of Google or Apple (HA#58743); 401 a dead token. */
const refusals: readonly number[] = [400, 401, 403, 422];

function judged(answer: HttpAnswer): Result<WireTokens, NoTokens> {
  const { status, body } = answer;
  if (refusals.includes(status)) return failed({ kind: 'refused' });
  if (status === 429) return failed({ kind: 'throttled', answer });
  if (status >= 500) return noTokens({ kind: 'serverError' });
  const tokens = status >= 200 && status < 300 ? readTokens(body) : undefined;
  return tokens ? success(tokens) : noTokens({ kind: 'notUnderstood' });
}

function noTokens(failure: Failure): Result<never, NoTokens> {
  return failed({ kind: 'failed', failure });
}
