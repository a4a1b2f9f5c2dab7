import { afterEach, beforeEach, expect } from 'vitest';
import type { PolledAccount } from '../../electron/integrations/connection.ts';
import type { Failure, FailureKind } from '../../shared/domain/failure.ts';
import type { Result } from '../../shared/result.ts';
import { failureSchema } from '../../shared/schema/failure.ts';
import type { AbleCharger } from '../fakes/able-charger.ts';
import { type ContractBench, contractBench } from './contract-bench.ts';
import type { FarEnd, Harness } from './far-end.ts';

/** After a sign-in the first reading may cost less than usual. */
const afterSignInMs = 60_000;

/**
 * What a case of the contract stands on, fresh for each: signed in a while ago, with the charger
 * listed.
 */
export interface ContractCase {
  readonly bench: ContractBench;
  readonly account: PolledAccount;
  readonly charger: AbleCharger;
  read(): ReturnType<AbleCharger['read']>;
  /** The command that is granted, of a charger that obeys. */
  readonly granted: NonNullable<FarEnd['granted']>;
}

/**
 * Prepares every case. After each, whatever it was about: no misdeed, never two requests at once,
 * and no secret in anything that came out.
 */
export function contractCase(harness: Harness): ContractCase {
  let now: Omit<ContractCase, 'read' | 'granted'> | undefined;
  const current = () => {
    if (!now) throw new Error('No case is running');
    return now;
  };

  beforeEach(async () => {
    const bench = await contractBench(harness);
    const signedIn = await bench.signIn();
    if (!signedIn.ok) throw new Error(`Sign-in: ${signedIn.failure.kind}`);
    now = { bench, account: signedIn.value, charger: await bench.charger(signedIn.value) };
    await bench.clock.advance(afterSignInMs);
  });

  afterEach(async () => {
    const { account, bench } = current();
    account.close();
    await bench.close();
    expect(bench.farEnd.misdeeds()).toEqual([]);
    expect(bench.farEnd.mostAtOnce()).toBe(1);
    const out = bench.everything();
    const secrets = [...bench.watched.hidden, ...bench.farEnd.secrets];
    expect(secrets.filter((secret) => out.includes(secret))).toEqual([]);
  });

  return {
    get bench() {
      return current().bench;
    },
    get account() {
      return current().account;
    },
    get charger() {
      return current().charger;
    },
    get granted() {
      const { granted } = current().bench.farEnd;
      if (!granted) throw new Error('Nothing is granted');
      return granted;
    },
    read: () => current().bench.read(current().charger),
  };
}

/** The failure of an answer, which must be one of the closed list. */
export function failureOf(answer: Result<unknown, Failure>): FailureKind | undefined {
  return answer.ok ? undefined : failureSchema.parse(answer.failure).kind;
}
