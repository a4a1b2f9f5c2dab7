import type { Failure } from '../../../shared/domain/failure.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { HttpAnswer } from '../../ports/http.ts';
import type { AdapterTools } from '../adapter.ts';
import type { Backoff } from '../kit/backoff.ts';
import { RequestQueue } from '../kit/queue.ts';
import type { Secrets } from './auth/secrets.ts';
import { Session } from './auth/session.ts';
import { tokenDesk } from './auth/sign-in.ts';
import { type Exchange, exchangeWith } from './exchange.ts';
import { type Pace, paceFor } from './pace.ts';
import { requestOf, type WallboxWrite } from './writes.ts';

/** A read: where, and how its body is understood. */
export interface ReadRequest<T> {
  readonly template: string;
  readonly chargerId?: string;
  readonly signal: AbortSignal;
  readonly turn: ReadTurn | (() => ReadTurn);
  /** What 404 means here; absent, that the charger does not offer it. */
  readonly missing?: Failure;
  /** Undefined means that the body is not what was asked for. */
  readonly understand: (body: string) => T | undefined;
}

/** A write, and what the charger's owner knows about its chances. */
export interface WriteRequest {
  readonly order: WallboxWrite;
  readonly chargerId: string;
  readonly signal: AbortSignal;
  /** A later write of the same name takes the place of a waiting one. */
  readonly replaces?: string;
  readonly blockedReason: () => Failure | undefined;
  /** What a refusal (HTTP 403 or 409) means for this charger now. */
  readonly explain: (status: 403 | 409) => Failure;
}

/** What waits for what: the more pressing first, and what a person waits for before all. */
const turns = [
  'confirmation',
  'write',
  'session',
  'details',
  'routine',
  'list',
  'history',
] as const;
type Turn = (typeof turns)[number];
type ReadTurn = Exclude<Turn, 'write'>;

/** Where looks take all of the budget, nothing else would ever have its turn. */
const tiring = { each: 2, countsAs: 'session' } as const;

interface Sending {
  readonly kind: 'write' | 'read';
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly template: string;
  readonly chargerId?: string;
  readonly json?: unknown;
  readonly signal: AbortSignal;
}

/** Requests of one account: one queue, one budget, one session. */
export class WallboxClient {
  readonly session: Session;
  readonly pace: Pace;
  readonly #exchange: Exchange;
  readonly #queue: RequestQueue<Turn>;
  readonly #life = new AbortController();
  readonly #limited: Backoff;
  readonly #serverError: Backoff;
  readonly #writesLimited: Backoff;

  /** Contacts nobody. */
  constructor(tools: AdapterTools, held: Secrets | undefined) {
    const pace = paceFor(tools);
    const exchange = exchangeWith(tools);
    const counted: Exchange = (outgoing) => {
      pace.reads.addDebt();
      return exchange(outgoing);
    };
    this.pace = pace;
    this.#exchange = exchange;
    this.session = new Session({ tools, pace, desk: tokenDesk(counted, this.#life.signal) }, held);
    this.#queue = new RequestQueue({
      clock: tools.clock,
      kinds: turns,
      tiring,
      waitMs: (kind) => waitMsOf(kind, pace),
    });
    this.#limited = pace.backoff();
    this.#serverError = pace.backoff();
    this.#writesLimited = pace.backoff();
  }

  /** Ends with the client: for what nobody in particular waits for. */
  get life(): AbortSignal {
    return this.#life.signal;
  }

  /** Until a read may go that needs no new token, ms. */
  waitMs(): number {
    const waitMs = this.pace.reads.waitMs();
    return this.session.lasts(waitMs) ? waitMs : waitMs + this.pace.minutes(1);
  }

  /** Asks for something. Waits for its turn; fails at once while a back-off holds. */
  read<T>(request: ReadRequest<T>): Promise<Result<T, Failure>> {
    const { template, chargerId } = request;
    return this.#queue.ask({
      kind: request.turn,
      signal: request.signal,
      blockedReason: () => this.session.blockedReason() ?? this.#readsOff(),
      run: async (signal) => {
        const where = { template, signal, ...omitUndefined({ chargerId }) };
        const answer = await this.#send({ kind: 'read', method: 'GET', ...where });
        return answer.ok ? this.#judgeRead(answer.value, request) : answer;
      },
    });
  }

  /** Orders something; gives the body of the reply, which may be empty. */
  write(request: WriteRequest): Promise<Result<string, Failure>> {
    const { chargerId, order } = request;
    return this.#queue.ask({
      kind: 'write',
      signal: request.signal,
      ...omitUndefined({ replaces: request.replaces }),
      blockedReason: () =>
        this.session.blockedReason() ?? this.#writesOff() ?? request.blockedReason(),
      run: async (signal) => {
        const sending = { kind: 'write', chargerId, signal, ...requestOf(order) } as const;
        const answer = await this.#send(sending);
        return answer.ok ? this.#judgeWrite(answer.value, request.explain) : answer;
      },
    });
  }

  /** Aborts what is under way and forgets the session. */
  close(): void {
    this.#queue.close();
    this.#life.abort();
    this.session.close();
  }

  async #send(sending: Sending): Promise<Result<HttpAnswer, Failure>> {
    const token = await this.session.bearer();
    if (!token.ok) return token;
    const first = await this.#sendWith(token.value, sending);
    if (!first.ok || first.value.status !== 401) return first;
    const renewed = await this.session.insteadOf(token.value);
    if (!renewed.ok) return renewed;
    const second = await this.#sendWith(renewed.value, sending);
    const refused = second.ok && second.value.status === 401;
    return refused ? failed(this.session.refused() ?? { kind: 'serverError' }) : second;
  }

  async #sendWith(token: string, sending: Sending): Promise<Result<HttpAnswer, Failure>> {
    const { kind, ...request } = sending;
    // Whoever asked may have given up while a token was fetched.
    if (sending.signal.aborted) return failed({ kind: 'unreachable' });
    (kind === 'read' ? this.pace.reads : this.pace.writes).spend();
    const authorization = `Bearer ${token}`;
    const answer = await this.#exchange({ host: 'api', authorization, ...request });
    if (answer.ok && wasLetIn(answer.value.status)) this.session.accepted();
    return answer;
  }

  #judgeRead<T>(
    answer: HttpAnswer,
    { missing = { kind: 'notSupported' }, understand }: ReadRequest<T>,
  ): Result<T, Failure> {
    const { status } = answer;
    // 403 on a read is the throttle since mid-2026 (PY#80), no matter of rights or passwords.
    if (status === 429 || status === 403) {
      this.#limited.hit(this.pace.askedMs(answer));
      return failed({ kind: 'rateLimited', until: this.#limited.until() });
    }
    if (status >= 500) {
      this.#serverError.hit(this.pace.askedMs(answer));
      return failed({ kind: 'serverError', until: this.#serverError.until() });
    }
    this.#limited.clear();
    this.#serverError.clear();
    if (status === 404) return failed(missing);
    const understood = isSuccess(status) ? understand(answer.body) : undefined;
    return understood === undefined ? failed({ kind: 'notUnderstood' }) : success(understood);
  }

  #judgeWrite(
    answer: HttpAnswer,
    explain: (status: 403 | 409) => Failure,
  ): Result<string, Failure> {
    const { status, body } = answer;
    if (status === 429) {
      this.#writesLimited.hit(this.pace.askedMs(answer));
      return failed({ kind: 'rateLimited', until: this.#writesLimited.until() });
    }
    // Nobody knows whether it broke before or after it was carried out.
    if (status >= 500) return failed({ kind: 'serverError', sent: true });
    this.#writesLimited.clear();
    if (isSuccess(status)) return success(body);
    if (status === 403 || status === 409) return failed(explain(status));
    if (status === 404) return failed({ kind: 'notSupported' });
    if (status < 400) return failed({ kind: 'notUnderstood' });
    return failed({ kind: 'refused', why: 'noReason' });
  }

  #readsOff(): Failure | undefined {
    if (this.#limited.isOn()) return { kind: 'rateLimited', until: this.#limited.until() };
    return this.#serverError.isOn()
      ? { kind: 'serverError', until: this.#serverError.until() }
      : undefined;
  }

  #writesOff(): Failure | undefined {
    const off = this.#writesLimited;
    return off.isOn() ? { kind: 'rateLimited', until: off.until() } : undefined;
  }
}

/** Whatever was said then, the token was not what it was about. */
function wasLetIn(status: number): boolean {
  return status !== 401 && status < 500;
}

/** What nobody waits for leaves the first burst to those who may still come. */
function waitMsOf(kind: Turn, { reads, writes }: Pace): number {
  if (kind === 'write') return writes.waitMs();
  return kind === 'history' ? reads.debtMs() : reads.waitMs();
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
