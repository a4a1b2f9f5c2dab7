import { failed, type Result, success } from '../../shared/result.ts';
import type { Clock } from '../system/clock.ts';
import type { Vault, VaultFailure } from './vault.ts';

/** What is used of keytar. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export interface KeychainOptions {
  /** Loads keytar at the first use: it brings a system library that a start need not wait for. */
  readonly load: () => Promise<Keytar>;
  /** The name under which a person finds the entries in the keychain. */
  readonly service: string;
  readonly clock: Clock;
  readonly timeLimitMs?: number;
}

type Outcome<T> = Result<T, VaultFailure>;

/** The system keychain, and whether a call to it is under way, waited for or not. */
export interface KeychainVault extends Vault {
  isBusy(): boolean;
}

/** The system keychain over keytar. */
export function openKeychainVault(options: KeychainOptions): KeychainVault {
  const { service } = options;
  const turns = new Turns(options.clock, options.timeLimitMs ?? 5000);
  const use = <T>(work: (keytar: Keytar) => Promise<T>): Promise<Outcome<T>> =>
    turns.take(async () => work(await options.load()));
  return {
    read: (accountId) =>
      use(async (keytar) => (await keytar.getPassword(service, accountId)) ?? undefined),
    write: (accountId, secrets) =>
      use(async (keytar) => {
        await keytar.setPassword(service, accountId, secrets);
        return null;
      }),
    remove: (accountId) =>
      use(async (keytar) => {
        await keytar.deletePassword(service, accountId);
        return null;
      }),
    onLate: (heard) => turns.onLate(heard),
    isBusy: () => turns.isBusy,
  };
}

/**
 * A locked keychain lets a call hang, and each hung call holds one of the few threads that files
 * and host names need too. So calls take turns, and while one hangs all others fail at once.
 */
class Turns {
  readonly #clock: Clock;
  readonly #timeLimitMs: number;
  readonly #late: (() => void)[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #hangs = false;
  #busy = false;

  constructor(clock: Clock, timeLimitMs: number) {
    this.#clock = clock;
    this.#timeLimitMs = timeLimitMs;
  }

  get isBusy(): boolean {
    return this.#busy;
  }

  onLate(heard: () => void): void {
    this.#late.push(heard);
  }

  take<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    const turn = this.#last.then(() => (this.#hangs ? failed('locked' as const) : this.#run(work)));
    this.#last = turn;
    return turn;
  }

  #run<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    return new Promise((resolve) => {
      const timer = this.#clock.after(this.#timeLimitMs, () => {
        this.#hangs = true;
        resolve(failed('locked'));
      });
      const end = (outcome: Outcome<T>): void => {
        this.#busy = false;
        timer.cancel();
        resolve(outcome);
        if (this.#hangs) this.#wake();
      };
      this.#busy = true;
      work().then(
        (value) => end(success(value)),
        (error: unknown) => end(failed(keychainFailure(error))),
      );
    });
  }

  #wake(): void {
    this.#hangs = false;
    for (const heard of this.#late) heard();
  }
}

/**
 * Why keytar refused. It has nothing but the messages of three systems, so here alone a message is
 * read. Whatever does not speak of a lock or a closed prompt is taken for a missing keychain.
 */
export function keychainFailure(error: unknown): VaultFailure {
  const message = error instanceof Error ? error.message : String(error);
  return /lock|dismiss|prompt|cancel|denied|interaction is not allowed|passphrase/i.test(message)
    ? 'locked'
    : 'absent';
}
