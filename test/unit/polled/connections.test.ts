import { beforeEach, describe, expect, it } from 'vitest';
import type { PolledCharger } from '../../../electron/integrations/connection.ts';
import { Connections, chargerIdOf } from '../../../electron/integrations/connections.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import {
  Later,
  RecordedAccount,
  RecordedCharger,
  unreachable,
} from '../../fakes/recorded-account.ts';

const second = 1000;
const minute = 60 * second;

let clock: FakeClock;
let connections: Connections;
/** What was told, in order: `listed a: a/1 a/2`, `looked a/1`, and so on. */
let told: string[];
/** Ids of the chargers that were looked at, in order. */
let diary: string[];
let isForeground: boolean;

beforeEach(() => {
  clock = new FakeClock();
  told = [];
  diary = [];
  isForeground = false;
  connections = new Connections({
    clock,
    interval: () => ({ pollSeconds: 120, floorSeconds: 60 }),
    isForeground: () => isForeground,
    plugged: () => 'yes',
    purpose: () => 'routine',
    listener: () => ({
      listed: (account, chargers) =>
        void told.push(`listed ${account}: ${chargers.map(({ id }) => id).join(' ')}`),
      accountFailed: (account, { kind }) => void told.push(`list failed ${account}: ${kind}`),
      observed: (id) => void told.push(`looked ${id}`),
      failed: (id, { kind }) => void told.push(`look failed ${id}: ${kind}`),
      reportedSessions: (id) => void told.push(`sessions ${id}`),
      rested: () => void told.push('rested'),
      woke: () => undefined,
    }),
  });
});

const some = (...ids: string[]) => ids.map((id) => new RecordedCharger(id, diary));

/** Opens an account on the clock of this test. */
function open(accountId: string, account: RecordedAccount): void {
  account.clock = clock;
  connections.open(accountId, account);
}

async function watched(...ids: string[]): Promise<RecordedAccount> {
  const account = new RecordedAccount(some(...ids));
  open('a', account);
  await clock.advance(0);
  return account;
}

describe('a watched account', () => {
  it('is listed at once, and each charger is looked at once', async () => {
    const account = await watched('1', '2');
    expect(told).toEqual(['listed a: a/1 a/2', 'looked a/1', 'looked a/2']);
    expect(account.lists).toHaveLength(1);
  });

  it('gives every charger its turn, in order', async () => {
    await watched('1', '2', '3');
    await clock.advance(6 * minute);
    await clock.advance(6 * minute);
    expect(diary).toEqual(['1', '2', '3', '1', '2', '3', '1', '2', '3']);
  });

  it('without chargers is listed again, seldom', async () => {
    const account = await watched();
    expect(told).toEqual(['listed a: ']);
    await clock.advance(29 * minute);
    expect(account.lists).toHaveLength(1);
    await clock.advance(minute);
    expect(account.lists).toHaveLength(2);
  });

  it('watches a charger that was bought since', async () => {
    const account = await watched('1');
    account.onList = () => success(some('1', '2'));
    await clock.advance(30 * minute);
    expect(told.at(-1)).toBe('looked a/2');
    expect(connections.handle('a/2')?.id).toBe('2');
  });

  it('lets go of a charger that has gone', async () => {
    const account = await watched('1', '2');
    account.onList = () => success(some('2'));
    await clock.advance(30 * minute);
    diary.length = 0;
    await clock.advance(10 * minute);
    expect(new Set(diary)).toEqual(new Set(['2']));
    expect(connections.handle('a/1')).toBeUndefined();
  });

  it('gives up the look at a charger that has gone', async () => {
    const [one] = some('1');
    if (!one) throw new Error('there is one');
    const account = new RecordedAccount([one]);
    one.onRead = () => new Promise(() => undefined);
    open('a', account);
    await clock.advance(0);
    account.onList = () => success([]);
    await clock.advance(30 * minute);
    expect(one.reads[0]?.signal.aborted).toBe(true);
  });

  it('is heard of with the id of the account in front', () => {
    expect(chargerIdOf('a', { id: '7/8' })).toBe('a/7/8');
  });

  it('of which nobody knows has no chargers', () => {
    expect(connections.handle('b/1')).toBeUndefined();
    expect(connections.handle('nonsense')).toBeUndefined();
    connections.refresh(0, 'b/1');
    expect(clock.waiting).toBe(0);
  });
});

describe('a list that fails', () => {
  it('is tried again with growing patience, and told each time', async () => {
    const account = new RecordedAccount();
    account.onList = () => failed({ kind: 'serverError' });
    open('a', account);
    await clock.advance(0);
    for (const wait of [2, 4, 8, 15]) {
      const before = account.lists.length;
      await clock.advance(wait * minute - 1);
      expect(account.lists).toHaveLength(before);
      await clock.advance(1);
      expect(account.lists).toHaveLength(before + 1);
    }
    account.onList = () => success(some('1'));
    await clock.advance(15 * minute);
    expect(told.slice(0, 2)).toEqual(['list failed a: serverError', 'list failed a: serverError']);
    expect(told.slice(-2)).toEqual(['listed a: a/1', 'looked a/1']);
  });

  it('keeps the chargers that are known and goes on looking at them', async () => {
    const account = await watched('1');
    account.onList = () => unreachable;
    await clock.advance(30 * minute);
    expect(told).toContain('list failed a: unreachable');
    const before = diary.length;
    await clock.advance(4 * minute);
    expect(diary.length).toBe(before + 2);
  });

  it('waits as long as it was asked to', async () => {
    const account = new RecordedAccount();
    account.onList = () => failed({ kind: 'rateLimited', until: clock.now() + 20 * minute });
    open('a', account);
    await clock.advance(20 * minute - 1);
    expect(account.lists).toHaveLength(1);
    await clock.advance(1);
    expect(account.lists).toHaveLength(2);
  });

  it('for want of a sign-in is not tried again', async () => {
    const account = new RecordedAccount();
    account.onList = () => failed({ kind: 'signInNeeded', cause: 'refused' });
    open('a', account);
    await clock.advance(24 * 60 * minute);
    expect(account.lists).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });

  it('is asked for again when somebody wants to see it now', async () => {
    const account = new RecordedAccount();
    account.onList = () => unreachable;
    open('a', account);
    await clock.advance(0);
    connections.refresh(0);
    connections.refresh(0);
    await clock.advance(0);
    expect(account.lists).toHaveLength(2);
  });

  it('is asked for once, however often somebody wants to see it while it is under way', async () => {
    const answer = new Later<Result<readonly PolledCharger[], Failure>>();
    const account = new RecordedAccount();
    account.onList = () => answer.promise;
    open('a', account);
    await clock.advance(0);
    connections.refresh(0);
    await clock.advance(minute);
    expect(account.lists).toHaveLength(1);
    answer.resolve(success(some('1')));
    await turns();
    await clock.advance(0);
    expect(diary).toEqual(['1']);
  });
});

describe('looking sooner', () => {
  it('is for one charger, or for all', async () => {
    await watched('1', '2');
    diary.length = 0;
    connections.refresh(5 * second, 'a/2');
    await clock.advance(5 * second);
    expect(diary).toEqual(['2']);
    connections.refresh(0);
    await clock.advance(0);
    expect(diary).toEqual(['2', '1', '2']);
  });

  it('comes with attention, and goes with it', async () => {
    await watched('1');
    isForeground = true;
    connections.reconsider();
    await clock.advance(2 * minute);
    expect(diary).toHaveLength(3);
    isForeground = false;
    connections.reconsider();
    await clock.advance(119 * second);
    expect(diary).toHaveLength(3);
  });
});

describe('sleep and wake', () => {
  it('leaves nothing behind while it sleeps, whoever asks', async () => {
    await watched('1');
    connections.sleep();
    expect(clock.waiting).toBe(0);
    expect(told.at(-1)).toBe('rested');
    connections.refresh(0);
    connections.reconsider();
    expect(clock.waiting).toBe(0);
  });

  it('takes one look each after wake, and no list', async () => {
    const account = await watched('1', '2');
    connections.sleep();
    await clock.advance(8 * 60 * minute);
    diary.length = 0;
    connections.wake(3 * second);
    await clock.advance(3 * second);
    expect(diary).toEqual(['1', '2']);
    await clock.advance(minute);
    expect(diary).toEqual(['1', '2']);
    expect(account.lists).toHaveLength(1);
  });

  it('takes them also when nobody said that the computer would sleep', async () => {
    await watched('1');
    await clock.advance(minute);
    connections.wake(3 * second);
    await clock.advance(3 * second);
    expect(diary).toEqual(['1', '1']);
  });

  it('is told of wake twice and looks once', async () => {
    await watched('1');
    connections.sleep();
    diary.length = 0;
    connections.wake(3 * second);
    connections.wake(3 * second);
    await clock.advance(minute);
    expect(diary).toEqual(['1']);
  });

  it('asks for a list that was given up', async () => {
    const account = new RecordedAccount();
    account.onList = () => new Promise(() => undefined);
    open('a', account);
    await clock.advance(0);
    connections.sleep();
    expect(account.lists[0]?.signal.aborted).toBe(true);
    account.onList = () => success(some('1'));
    connections.wake(second);
    await clock.advance(second);
    expect(told).toEqual(['rested', 'listed a: a/1', 'looked a/1']);
  });

  it('does not hear the answer to a list that was given up', async () => {
    const answer = new Later<Result<readonly PolledCharger[], Failure>>();
    const account = new RecordedAccount();
    account.onList = () => answer.promise;
    open('a', account);
    await clock.advance(0);
    connections.sleep();
    answer.resolve(success(some('1')));
    await turns();
    expect(told).toEqual(['rested']);
    expect(clock.waiting).toBe(0);
  });

  it('is told of wake twice and lists once', async () => {
    const account = await watched();
    connections.sleep();
    connections.wake(3 * second);
    connections.wake(3 * second);
    await clock.advance(3 * second);
    expect(account.lists).toHaveLength(2);
    account.onList = () => new Promise(() => undefined);
    await clock.advance(30 * minute);
    connections.wake(3 * second);
    await clock.advance(minute);
    expect(account.lists).toHaveLength(3);
    expect(clock.waiting).toBe(0);
  });

  it('does not begin with an account that was added while it sleeps', async () => {
    connections.sleep();
    const account = await watched('1');
    expect(account.lists).toEqual([]);
    connections.wake(0);
    await clock.advance(0);
    expect(diary).toEqual(['1']);
  });
});

describe('an account that is no longer watched', () => {
  it('is left alone', async () => {
    const account = await watched('1');
    connections.close('a');
    await clock.advance(60 * minute);
    expect(diary).toEqual(['1']);
    expect(account.lists).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });

  it('gives way to its successor', async () => {
    const before = await watched('1');
    const after = await watched('1');
    await clock.advance(2 * minute);
    expect(before.lists).toHaveLength(1);
    expect(after.lists).toHaveLength(1);
    expect(diary).toEqual(['1', '1', '1']);
  });
});
