import { afterEach, beforeEach, describe, expect } from 'vitest';
import { accountContract } from './pushing-account.ts';
import { PushingBench } from './pushing-bench.ts';
import { commandsContract } from './pushing-commands.ts';
import type { PushingHarness } from './pushing-end.ts';
import { rateContract, secondOpinionContract } from './pushing-rate.ts';
import { sessionsContract } from './pushing-sessions.ts';
import { silenceContract } from './pushing-silence.ts';

/** What the app does with every brand whose chargers speak without being asked. */
export function pushingContract(name: string, harness: PushingHarness): void {
  describe(`the contract of every charger that speaks first: ${name}`, () => {
    describe('ten readings a second for ten minutes', () => rateContract(harness));

    describe('whatever it says', () => {
      let now: PushingBench | undefined;
      const bench = () => {
        if (!now) throw new Error('No case is running');
        return now;
      };

      beforeEach(async () => {
        now = await (await PushingBench.begin(harness)).added();
      });

      afterEach(async () => {
        await bench().close();
        expect(bench().desk.lines.filter((line) => line.startsWith('error'))).toEqual([]);
      });

      secondOpinionContract(bench);
      describe('its account', () => accountContract(bench));
      describe('a command', () => commandsContract(bench));
      describe('a session that it has counted', () => sessionsContract(bench));
      describe('silence', () => silenceContract(bench));
    });
  });
}
