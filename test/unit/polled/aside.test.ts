import { beforeEach, expect, it } from 'vitest';
import type { Connection, RequestOptions } from '../../../electron/integrations/connection.ts';
import { polled } from '../../../electron/integrations/polled/account-poller.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { idleSink, usualPolicy } from '../../fakes/idle-sink.ts';
import { Later, RecordedAccount, RecordedCharger } from '../../fakes/recorded-account.ts';

const minute = 60_000;

let clock: FakeClock;
let connection: Connection;
let waitMs: number;
let asked: RequestOptions[];
let answer: Later<void>;

beforeEach(async () => {
  clock = new FakeClock();
  waitMs = 0;
  asked = [];
  answer = new Later();
  const chargers = ['1', '2'].map((id) =>
    Object.assign(new RecordedCharger(id), {
      aside(ask: RequestOptions) {
        asked.push(ask);
        return answer.promise;
      },
    }),
  );
  const account = Object.assign(new RecordedAccount(chargers), { waitMs: () => waitMs });
  connection = polled(account, { clock, random: () => 0, policy: usualPolicy() });
});

it('what chargers ask besides is asked after a look, one at a time', async () => {
  connection.start(idleSink());
  await clock.advance(0);
  expect(asked).toHaveLength(1);
  await clock.advance(10 * minute);
  expect(asked).toHaveLength(1);
  answer.resolve();
  await clock.advance(4 * minute);
  expect(asked.length).toBeGreaterThan(1);
});

it('it waits while it would hold up a look', async () => {
  waitMs = 4 * minute;
  connection.start(idleSink());
  await clock.advance(10 * minute);
  expect(asked).toEqual([]);
});

it('it is given up when the computer goes to sleep, and asked again after it', async () => {
  connection.start(idleSink());
  await clock.advance(0);
  connection.sleep?.();
  expect(asked[0]?.signal.aborted).toBe(true);
  connection.wake?.(0);
  await clock.advance(0);
  expect(asked).toHaveLength(2);
});
