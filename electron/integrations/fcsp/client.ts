import type { Failure } from '../../../shared/domain/failure.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { HttpAnswer } from '../../ports/http.ts';
import type { AdapterTools } from '../adapter.ts';
import { RequestQueue } from '../kit/queue.ts';
import type { FcspAddress } from './address.ts';
import { Restraint } from './auth/restraint.ts';
import { Session } from './auth/session.ts';
import type { CallName, ReadName } from './calls.ts';
import { Line, type Outcome } from './line.ts';
import { type Pace, paceFor } from './pace.ts';

/**
 * What waits for what: a report asks for the same as a reading, and always for the floor; only a token
 * is fetched without any.
 */
const turns = ['access', 'report', 'read', 'configstatus', 'networkinfo'] as const;

export type Turn = (typeof turns)[number];

/** Makes one call within a turn; any answer will do, whatever its status. */
export type Read = (name: ReadName) => Promise<Result<HttpAnswer, Failure>>;

/** Something to ask when its time has come. */
export interface InTurn<T> {
  readonly turn: Turn;
  readonly signal: AbortSignal;
  /** A later one of the same name takes the place of a waiting one; both get its outcome. */
  readonly replaces?: string;
  readonly run: (read: Read) => Promise<Result<T, Failure>>;
}

/** Something that somebody else asks, for as long as they want it. */
export interface Loan<T> extends Pick<InTurn<T>, 'turn' | 'signal'> {
  readonly run: () => Promise<Result<T, Failure>>;
}

/** Which station, and what opens it. */
export interface Target {
  readonly address: FcspAddress;
  readonly pin: string;
  readonly key: string | undefined;
}

/** Requests of one station: one queue, one session, and the floor that nobody can undercut. */
export class FcspClient {
  readonly pace: Pace;
  readonly #clock: AdapterTools['clock'];
  readonly #line: Line;
  readonly #session: Session;
  readonly #restraint: Restraint;
  readonly #queue: RequestQueue<Turn>;
  readonly #life = new AbortController();
  readonly #doneAt = new Map<Turn, number>();
  #freeReadUntil = 0;

  /** Contacts nobody. */
  constructor(tools: AdapterTools, { address, pin, key }: Target) {
    this.#clock = tools.clock;
    this.pace = paceFor(tools, address);
    this.#line = new Line(tools, { base: address.base, pin });
    this.#restraint = new Restraint(this.pace);
    const { signal } = this.#life;
    const parts = { tools, line: this.#line, restraint: this.#restraint, signal, key };
    this.#session = new Session(parts);
    const waitMs = (turn: Turn) => this.#waitMs(turn);
    this.#queue = new RequestQueue({ clock: tools.clock, kinds: turns, waitMs });
  }

  /** Waits for its turn; fails at once while something keeps requests off. */
  inTurn<T>({ turn, signal, replaces, run }: InTurn<T>): Promise<Result<T, Failure>> {
    return this.#queue.ask({
      kind: turn,
      signal,
      ...omitUndefined({ replaces }),
      blockedReason: () => this.#session.blockedReason(),
      run: (stop) => {
        const sending: Sending = { signal: stop };
        return this.#noted(turn, () => run((name) => this.#read(name, sending)));
      },
    });
  }

  /** Gets a token and nothing else, to find out whether the key is taken. */
  logIn(): Promise<Result<unknown, Failure>> {
    const run = () => this.#session.bearer();
    return this.inTurn({ turn: 'access', signal: this.#life.signal, run });
  }

  /**
   * Lets somebody else ask the same station in this one's place, so that it is asked one thing at a
   * time and no sooner than it can bear. What keeps this one off does not concern the other.
   */
  lend<T>({ turn, signal, run }: Loan<T>): Promise<Result<T, Failure>> {
    return this.#queue.ask({
      kind: turn,
      signal,
      blockedReason: () => undefined,
      run: () => this.#noted(turn, run),
    });
  }

  /** It was asked before this client was there, epoch ms. */
  noteAskedAt(at: number | undefined): void {
    const agoMs = this.#clock.now() - (at ?? Number.NEGATIVE_INFINITY);
    // Later than now: the clock was set meanwhile, and nothing is known.
    if (agoMs >= 0) this.#doneAt.set('read', this.#clock.monotonic() - agoMs);
  }

  /** The next reading asks for less than usual, so that for so long it need not wait, ms. */
  freeRead(forMs: number): void {
    this.#freeReadUntil = this.#clock.monotonic() + forMs;
  }

  isReadFree(): boolean {
    return this.#clock.monotonic() < this.#freeReadUntil;
  }

  /** The body of a right answer; for all others, what they mean for the next requests as well. */
  bodyOf(answer: HttpAnswer): Result<string, Failure> {
    const { status, body } = answer;
    if (status === 429) return failed(this.#restraint.limited(answer));
    if (status >= 500) return failed(this.#restraint.serverError(answer));
    if (status !== 200) return failed({ kind: 'notUnderstood' });
    this.#restraint.isWell();
    return success(body);
  }

  /** The same for what a station may lack: its trouble with that is no reason to leave it alone. */
  spareBodyOf(answer: HttpAnswer): string | undefined {
    if (answer.status === 429) this.#restraint.limited(answer);
    return answer.status === 200 ? answer.body : undefined;
  }

  /** How a call went the last time. */
  last(call: CallName): Outcome | undefined {
    return this.#line.last(call);
  }

  setTimeoutSeconds(seconds: number): void {
    this.#line.setTimeoutSeconds(seconds);
  }

  /** Aborts what is under way and forgets the tokens. */
  close(): void {
    this.#queue.close();
    this.#life.abort();
    this.#session.close();
  }

  async #noted<T>(turn: Turn, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } finally {
      this.#doneAt.set(turn === 'report' ? 'read' : turn, this.#clock.monotonic());
      if (turn === 'read' || turn === 'report') this.#freeReadUntil = 0;
    }
  }

  #waitMs(turn: Turn): number {
    if (turn === 'access') return 0;
    if (turn === 'read' && this.isReadFree()) return 0;
    const doneAt = this.#doneAt.get(turn === 'report' ? 'read' : turn);
    if (doneAt === undefined) return 0;
    return Math.max(0, doneAt + this.pace.floorMs - this.#clock.monotonic());
  }

  /** Each round has a token that was fetched in another way, so there are three at most. */
  async #read(call: ReadName, sending: Sending): Promise<Result<HttpAnswer, Failure>> {
    const { signal } = sending;
    for (;;) {
      const bearer = await this.#session.bearer();
      if (!bearer.ok) return bearer;
      const { text: token, way } = bearer.value;
      // Whoever asked may have given up while a token was fetched.
      if (signal.aborted) return failed({ kind: 'unreachable' });
      const answer = await this.#line.send({ call, token, signal });
      if (!answer.ok || !isTokenRefused(call, answer.value.status)) {
        if (answer.ok && call === proof) sending.proven = token;
        return answer;
      }
      // Then it is about the call: what a station may lack is no reason to doubt the key.
      if (call !== proof && (way !== 'held' || sending.proven === token)) return answer;
      const hopeless = this.#session.refused(bearer.value);
      if (hopeless) return failed(hopeless);
    }
  }
}

/** What is sent within a turn. */
interface Sending {
  readonly signal: AbortSignal;
  /** The token that has opened what every key opens. */
  proven?: string;
}

/** The call that every key opens: what it says of a token is said of the token. */
const proof = 'chargerinfo';

/**
 * The framework behind the API says 403 for 401 in some set-ups. Only of the call that every key
 * opens it is taken for that; of the others it may be about the call.
 */
function isTokenRefused(call: ReadName, status: number): boolean {
  return status === 401 || (status === 403 && call === proof);
}
