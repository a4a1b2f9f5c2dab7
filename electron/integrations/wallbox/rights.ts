import type { CommandKind } from '../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { isLocked } from '../../../shared/domain/charger/permission.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { Clock } from '../../ports/clock.ts';

/** Whoever may not command today may have been made an admin tomorrow. */
const roleHoldsMs = 24 * 60 * 60_000;

/** What is asked of a charger. */
type Asked = CommandKind | 'schedules';

/** What the signed-in person may ask of one charger, and what was refused of late. */
export class Rights {
  readonly #clock: Clock;
  #role: { readonly profile: string; readonly atMonotonic: number } | undefined;
  /** What was refused since the last reading, and as what: only the next reading can tell why. */
  readonly #refused = new Map<Asked, Failure>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get profile(): string | undefined {
    return this.#role?.profile;
  }

  /** The cloud says what this person is to the charger. */
  learn(profile: string): void {
    this.#role = { profile, atMonotonic: this.#clock.monotonic() };
  }

  /** Only the cloud's own word counts: a refusal may have had any other reason. */
  mayCommand(): boolean | undefined {
    const { profile, atMonotonic = 0 } = this.#role ?? {};
    if (profile === 'admin' || profile === 'super-admin') return true;
    const ageMs = this.#clock.monotonic() - atMonotonic;
    return profile === 'user' && ageMs < roleHoldsMs ? false : undefined;
  }

  refused(kind: Asked, failure: Failure): Failure {
    this.#refused.set(kind, failure);
    return failure;
  }

  /** The refusal that still stands: it is not asked again before another reading. */
  refusalOf(kind: Asked): Failure | undefined {
    return this.#refused.get(kind);
  }

  /** A reading has come. True where it leaves a refusal unexplained, so that the role is worth asking. */
  judge(observation: Observation): boolean {
    const wasRefused = this.#refused.size > 0;
    this.#refused.clear();
    const isExplained =
      isLocked(observation) ||
      observation.foreignControl ||
      observation.status.state === 'updating';
    return wasRefused && !isExplained && this.mayCommand() === undefined;
  }
}
