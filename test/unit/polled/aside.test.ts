import { beforeEach, expect, it } from 'vitest';
import type { Ask } from '../../../electron/integrations/connection.ts';
import { createWatch, type Watch } from '../../../electron/integrations/polled/watch.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { Later, RecordedAccount, RecordedCharger } from '../../fakes/recorded-account.ts';

const minute = 60_000;

let clock: FakeClock;
let watch: Watch;
let waitMs: number;
let asked: Ask[];
let answer: Later<void>;

beforeEach(async () => {
  clock = new FakeClock();
  waitMs = 0;
  asked = [];
  answer = new Later();
  const chargers = ['1', '2'].map((id) =>
    Object.assign(new RecordedCharger(id), {
      aside(ask: Ask) {
        asked.push(ask);
        return answer.promise;
      },
    }),
  );
  watch = createWatch({
    clock,
    random: () => 0,
    account: Object.assign(new RecordedAccount(chargers), { waitMs: () => waitMs }),
    manner: () => ({ pollSeconds: 120, floorSeconds: 60 }),
    attentive: () => false,
    plugged: () => 'yes',
    purpose: () => 'routine',
    listener: { listed: () => {}, listFailed: () => {}, looked: () => {} },
  });
});

it('what chargers ask besides is asked after a look, one at a time', async () => {
  watch.begin(0);
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
  watch.begin(0);
  await clock.advance(10 * minute);
  expect(asked).toEqual([]);
});

it('it is given up when the computer goes to sleep, and asked again after it', async () => {
  watch.begin(0);
  await clock.advance(0);
  watch.rest();
  expect(asked[0]?.signal.aborted).toBe(true);
  watch.begin(0);
  await clock.advance(0);
  expect(asked).toHaveLength(2);
});
