import type { Failure } from '../../../../shared/domain/failure.ts';
import { omitUndefined } from '../../../../shared/omit-undefined.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import type { AdapterTools } from '../../adapter.ts';
import type { Backoff } from '../../kit/backoff.ts';
import type { Pace } from '../pace.ts';
import type { WireTokens } from '../wire.ts';
import { basicCredential, type HeldToken, type Secrets, serialized } from './secrets.ts';
import type { NoTokens, TokenDesk } from './sign-in.ts';
import { renewalAgeMs, tokenLifeMs } from './token-life.ts';

export interface SessionParts {
  readonly tools: AdapterTools;
  readonly desk: TokenDesk;
  readonly pace: Pace;
}

type Renewal = Result<string, Failure>;

/**
 * After a sign-in whose answer made no sense, in minutes: each may have opened a session, and those
 * are counted (HA#110566).
 */
const senselessFor = { first: 15, longest: 6 * 60 } as const;

/**
 * Who is signed in, and with which tokens. Never asks twice for the same reason: a refused token
 * leads to one refresh, a refresh that is refused or whose token is to one sign-in, a refused
 * sign-in to the owner, and trouble to a back-off. Relies on the queue: one renewal at a time.
 */
export class Session {
  readonly #parts: SessionParts;
  readonly #trouble: Backoff;
  readonly #senseless: Backoff;
  #held: Secrets;
  #receivedMonotonic: number;
  #keep: boolean;
  #needed: Failure | undefined;
  #holdUp: Failure['kind'] | undefined;
  /** How the token in use came, as long as it has opened nothing. */
  #untried: 'refresh' | 'signIn' | undefined;
  #closed = false;

  /** `held` is what was kept; undefined when that was nonsense. Contacts nobody. */
  constructor(parts: SessionParts, held: Secrets | undefined) {
    const { clock, keepSignedIn } = parts.tools;
    this.#parts = parts;
    this.#trouble = parts.pace.backoff();
    this.#senseless = parts.pace.backoff(senselessFor);
    this.#held = held ?? { email: '' };
    this.#keep = keepSignedIn;
    this.#needed = held ? undefined : { kind: 'signInNeeded', cause: 'noSecret' };
    this.#receivedMonotonic = clock.monotonic() - (clock.now() - (held?.token?.receivedAt ?? 0));
    this.#hideAll();
  }

  get email(): string {
    return this.#held.email;
  }

  /** The opaque text for the keychain, as of now. */
  secrets(): string {
    const { password, ...rest } = this.#held;
    return serialized({
      ...rest,
      ...omitUndefined({ password: this.#keep ? password : undefined }),
    });
  }

  setKeepSignedIn(keep: boolean): void {
    if (keep === this.#keep) return;
    this.#keep = keep;
    this.#parts.tools.secretsChanged(this.secrets());
  }

  /** Why no request of this account can be sent now, whatever it is. */
  blockedReason(): Failure | undefined {
    if (this.#needed) return this.#needed;
    return this.#isUsable(this.#held.token) ? undefined : this.#heldUp();
  }

  /** The token needs not be renewed within so many ms. */
  lasts(ms: number): boolean {
    return this.#isUsable(this.#held.token, ms);
  }

  /** A usable token, a new one where the old is about to expire. */
  async bearer(): Promise<Renewal> {
    const { token } = this.#held;
    return token && this.#isUsable(token) ? success(token.text) : this.#renew();
  }

  /** A request was let in. */
  accepted(): void {
    this.#untried = undefined;
  }

  /** A token in the place of one that was answered with 401, where one is still to be had. */
  async insteadOf(refused: string): Promise<Renewal> {
    const failure = this.#held.token?.text === refused ? this.refused() : undefined;
    return failure ? failed(failure) : this.bearer();
  }

  /**
   * The token in use was answered with 401. One that came from a sign-in and has opened nothing leaves
   * nothing to try: sessions are counted (HA#110566). After one that came so from a refresh the cloud
   * is left alone for a while; then only a sign-in can help.
   */
  refused(): Failure | undefined {
    const way = this.#untried;
    this.#dropToken();
    if (way === 'signIn') return this.#needOwner('refused');
    if (way !== 'refresh') return undefined;
    this.#hold({ token: undefined, refreshToken: undefined });
    return this.#holdOff('serverError');
  }

  /** The sign-in that a person asked for. */
  async signIn(): Promise<Renewal> {
    const { email, password } = this.#held;
    if (!password) return failed(this.#needOwner('noSecret'));
    const answer = await this.#parts.desk.signIn(basicCredential(email, password));
    if (answer.ok) return this.#adopt(answer.value, 'signIn');
    if (answer.failure.kind === 'refused') return failed(this.#needOwner('refused'));
    const failure = this.#noteTrouble(answer.failure);
    if (failure.kind === 'notUnderstood') this.#senseless.hit();
    return failed(failure);
  }

  /** Forgets every secret. */
  close(): void {
    this.#closed = true;
    this.#held = { email: this.#held.email };
    this.#needed = { kind: 'signInNeeded', cause: 'noSecret' };
  }

  async #renew(): Promise<Renewal> {
    const blockedReason = this.blockedReason();
    if (blockedReason) return failed(blockedReason);
    const { refreshToken } = this.#held;
    if (refreshToken) {
      const answer = await this.#parts.desk.refresh(refreshToken);
      if (answer.ok) return this.#adopt(answer.value, 'refresh');
      if (answer.failure.kind !== 'refused') return failed(this.#noteTrouble(answer.failure));
      this.#hold({ token: undefined, refreshToken: undefined });
    }
    if (this.#keep && this.#held.password) return this.signIn();
    return failed(this.#needOwner(refreshToken ? 'refused' : 'noSecret'));
  }

  #adopt(wire: WireTokens, way: 'refresh' | 'signIn'): Renewal {
    const { clock } = this.#parts.tools;
    const receivedAt = clock.now();
    const lifeMs = tokenLifeMs(wire.token, wire.ttl, receivedAt);
    this.#receivedMonotonic = clock.monotonic();
    this.#untried = way;
    this.#senseless.clear();
    this.#trouble.clear();
    this.#hold({
      token: { text: wire.token, receivedAt, lifeMs },
      // Each refresh brings a new one; should it be missing, the old may still do.
      refreshToken: wire.refresh_token ?? this.#held.refreshToken,
    });
    return success(wire.token);
  }

  /**
   * Both clocks have a say: the monotonic one may stand still while the computer sleeps, the wall
   * clock may be set. Neither is compared with the cloud's.
   */
  #isUsable(token: HeldToken | undefined, inMs = 0): boolean {
    if (!token) return false;
    const { clock } = this.#parts.tools;
    const age = Math.max(
      clock.monotonic() - this.#receivedMonotonic,
      clock.now() - token.receivedAt,
    );
    return age >= 0 && age + inMs < renewalAgeMs(token.lifeMs);
  }

  #hold(change: { token: HeldToken | undefined; refreshToken?: string | undefined }): void {
    if (this.#closed) return;
    const { token, refreshToken, ...rest } = { ...this.#held, ...change };
    this.#held = { ...rest, ...omitUndefined({ token, refreshToken }) };
    this.#hideAll();
    this.#parts.tools.secretsChanged(this.secrets());
  }

  /** Not worth a word to the keychain: the next token follows, or the old one is refused again. */
  #dropToken(): void {
    const { token, ...rest } = this.#held;
    this.#held = rest;
  }

  #hideAll(): void {
    const { email, password, token, refreshToken } = this.#held;
    const basic = password && basicCredential(email, password);
    for (const secret of [password, basic, token?.text, refreshToken]) {
      if (secret) this.#parts.tools.hide(secret);
    }
  }

  #noteTrouble(why: Exclude<NoTokens, { kind: 'refused' }>): Failure {
    if (why.kind === 'throttled') {
      return this.#holdOff('rateLimited', this.#parts.pace.askedMs(why.answer));
    }
    const { failure } = why;
    // Without a network nothing was asked of anybody: the next one to ask may try.
    if (failure.kind === 'unreachable' || failure.kind === 'timedOut') return failure;
    this.#holdOff(failure.kind);
    return failure;
  }

  #holdOff(kind: Failure['kind'], askedMs = 0): Failure {
    this.#holdUp = kind;
    this.#trouble.hit(askedMs);
    return this.#heldUp() ?? { kind: 'serverError' };
  }

  #heldUp(): Failure | undefined {
    if (this.#senseless.isOn()) return { kind: 'notUnderstood' };
    if (!this.#trouble.isOn()) return undefined;
    if (this.#holdUp === 'rateLimited')
      return { kind: 'rateLimited', until: this.#trouble.until() };
    return { kind: this.#holdUp === 'notUnderstood' ? 'notUnderstood' : 'serverError' };
  }

  #needOwner(cause: 'refused' | 'noSecret'): Failure {
    this.#needed = { kind: 'signInNeeded', cause };
    return this.#needed;
  }
}
