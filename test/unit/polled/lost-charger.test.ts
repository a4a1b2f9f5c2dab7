import { beforeEach, describe, expect, it } from 'vitest';
import { polled } from '../../../electron/integrations/polled/account-poller.ts';
import { failed } from '../../../shared/result.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { idleSink, usualPolicy } from '../../fakes/idle-sink.ts';
import { RecordedAccount, RecordedCharger } from '../../fakes/recorded-account.ts';

const minute = 60_000;

let clock: FakeClock;
let one: RecordedCharger;
let account: RecordedAccount;

/** Begins to watch an account with one charger that is as it was made ready. */
async function watched(): Promise<void> {
  polled(account, { clock, random: () => 0, policy: usualPolicy() }).start(idleSink());
  await clock.advance(0);
}

beforeEach(() => {
  clock = new FakeClock();
  one = new RecordedCharger('1');
  account = new RecordedAccount([one]);
});

describe('a charger that may no longer be the account’s makes the list be asked for', () => {
  it('once it has refused twice, for a while each time', async () => {
    one.onRead = () => failed({ kind: 'rateLimited', until: clock.now() + 5 * minute });
    await watched();
    await clock.advance(5 * minute);
    expect([one.reads.length, account.lists.length]).toEqual([2, 1]);
    await clock.advance(5 * minute);
    expect(account.lists).toHaveLength(2);
    await clock.advance(20 * minute);
    expect(account.lists).toHaveLength(2);
  });

  it('at once when it is not found, and once only', async () => {
    one.onRead = () => failed({ kind: 'notFound' });
    await watched();
    expect([one.reads.length, account.lists.length]).toEqual([1, 2]);
    await clock.advance(29 * minute);
    expect(account.lists).toHaveLength(2);
  });
});
