import type { Failure } from '../../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import type { HttpAnswer } from '../../../ports/http.ts';
import type { AdapterTools } from '../../adapter.ts';
import type { Line } from '../line.ts';
import { readTokens, type WireTokens } from '../wire.ts';
import type { Restraint } from './restraint.ts';
import { tokenLifeMs } from './token-life.ts';

/** A token, and whether it had to be fetched just now. */
export interface Bearer {
  readonly text: string;
  readonly way: 'held' | 'refresh' | 'login';
}

export interface SessionParts {
  readonly tools: AdapterTools;
  readonly line: Line;
  readonly restraint: Restraint;
  /** Ends with the account only: a refresh given up half-way may have spent its token already. */
  readonly signal: AbortSignal;
  /** Undefined when it is not known any more: then nothing is sent. */
  readonly key: string | undefined;
}

interface HeldToken {
  readonly text: string;
  readonly lifeMs: number | undefined;
  readonly cameMonotonic: number;
  readonly cameAt: number;
}

/**
 * The tokens of one station, in memory only: one login for each start of the app. Relies on the
 * queue for never having two renewals at once. A refresh that failed on its way is not followed by
 * a login in the same turn, which would only double the wait.
 */
export class Session {
  readonly #parts: SessionParts;
  #access: HeldToken | undefined;
  #refresh: string | undefined;
  #closed = false;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    if (parts.key) parts.tools.hide(parts.key);
  }

  /** Why no request can be sent now, whatever it is. */
  blockedReason(): Failure | undefined {
    if (this.#parts.key === undefined || this.#closed)
      return { kind: 'signInNeeded', cause: 'noSecret' };
    return this.#parts.restraint.blockedReason();
  }

  /** A token that should do: the one in use for its whole life, else a new one. */
  async bearer(): Promise<Result<Bearer, Failure>> {
    const access = this.#access;
    if (access && this.#isUsable(access)) return success({ text: access.text, way: 'held' });
    return (this.#refresh && (await this.#renew(this.#refresh))) || this.#logIn();
  }

  /**
   * A token was not taken. Gives the failure when it came from a login just now: then it is the key
   * that is refused. Otherwise the next `bearer` fetches one in another way.
   */
  refused({ way }: Bearer): Failure | undefined {
    this.#access = undefined;
    if (way !== 'held') this.#refresh = undefined;
    return way === 'login' ? this.#parts.restraint.keyRefused() : undefined;
  }

  /** Forgets every token. */
  close(): void {
    this.#closed = true;
    this.#access = undefined;
    this.#refresh = undefined;
  }

  /** Undefined when the refresh token is refused: only a login can help. */
  async #renew(refresh: string): Promise<Result<Bearer, Failure> | undefined> {
    const { line, signal } = this.#parts;
    const answer = await line.send({ call: 'refresh', json: { refresh }, signal });
    const outcome = answer.ok ? this.#judged(answer.value) : answer;
    if (outcome.ok) return this.#adopt(outcome.value, 'refresh');
    // Whatever else it said, asking again will not help: the next turn logs in.
    if (!isWorthARetry(outcome.failure)) this.#refresh = undefined;
    return outcome.failure.kind === 'refused' ? undefined : failed(outcome.failure);
  }

  async #logIn(): Promise<Result<Bearer, Failure>> {
    const { key, line, restraint, signal } = this.#parts;
    if (key === undefined) return failed({ kind: 'signInNeeded', cause: 'noSecret' });
    const answer = await line.send({ call: 'access', json: { devkey: key }, signal });
    if (!answer.ok) return answer;
    const outcome = this.#judged(answer.value);
    if (outcome.ok) return this.#adopt(outcome.value, 'login');
    const isRefused = outcome.failure.kind === 'refused';
    return failed(isRefused ? restraint.keyRefused() : outcome.failure);
  }

  #judged(answer: HttpAnswer): Result<WireTokens, Failure> {
    const { status, body } = answer;
    if (refusals.includes(status)) return failed({ kind: 'refused', why: 'noReason' });
    if (status === 429) return failed(this.#parts.restraint.limited(answer));
    if (status >= 500) return failed(this.#parts.restraint.serverError(answer));
    const tokens = status === 200 ? readTokens(body) : undefined;
    return tokens ? success(tokens) : failed({ kind: 'notUnderstood' });
  }

  #adopt({ access, refresh }: WireTokens, way: Bearer['way']): Result<Bearer, Failure> {
    const { clock, hide } = this.#parts.tools;
    hide(access);
    if (refresh) hide(refresh);
    if (!this.#closed) {
      const came = { cameMonotonic: clock.monotonic(), cameAt: clock.now() };
      this.#access = { text: access, lifeMs: tokenLifeMs(access), ...came };
      // A refresh need not bring a new one; the old is good for more.
      this.#refresh = refresh ?? this.#refresh;
    }
    return success({ text: access, way });
  }

  /** Both clocks have a say: one may stand still in sleep, the other may be set. */
  #isUsable({ lifeMs, cameMonotonic, cameAt }: HeldToken): boolean {
    if (lifeMs === undefined) return true;
    const { clock } = this.#parts.tools;
    return Math.max(clock.monotonic() - cameMonotonic, clock.now() - cameAt) < lifeMs;
  }
}

/** The refresh token was not judged at all. */
function isWorthARetry({ kind }: Failure): boolean {
  return kind !== 'refused' && kind !== 'serverError' && kind !== 'notUnderstood';
}

/** What is said to a wrong key or a dead refresh token on a real station is not known. */
const refusals: readonly number[] = [400, 401, 403, 422];
