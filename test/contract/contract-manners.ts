import { expect, it } from 'vitest';
import { until } from '../fakes/fake-clock.ts';
import { patient } from './adapter-tools.ts';
import { type ContractCase, failureOf } from './contract-case.ts';
import type { Harness } from './far-end.ts';

const minute = 60_000;
/** Hundreds of requests over real sockets: a busy computer needs more than the usual limit. */
const aDayMs = 30_000;

/** How an adapter behaves towards the far end, and towards those who no longer wait. */
export function mannersContract(at: ContractCase, harness: Harness): void {
  it('stays away as long as it is told to, and asks nothing meanwhile', async () => {
    const headers = { 'retry-after': '1800' };
    at.bench.farEnd.fail('read', { kind: 'status', status: 429, headers });
    const failed = await at.read();
    const until = at.bench.clock.now() + 30 * minute;
    expect(failed).toMatchObject({ ok: false, failure: { kind: 'rateLimited' } });
    const isUntil = !failed.ok && 'until' in failed.failure ? (failed.failure.until ?? 0) : 0;
    // A cloud has many clients, and may have told all of them the same: a fifth later is still polite.
    expect(isUntil).toBeGreaterThanOrEqual(until);
    expect(isUntil).toBeLessThanOrEqual(until + 6 * minute);
    const asked = at.bench.farEnd.asked();
    await at.bench.clock.advance(30 * minute - 1);
    expect(failureOf(await at.read())).toBe('rateLimited');
    expect(at.bench.farEnd.asked()).toBe(asked);
  });

  it('asks one thing at a time, whatever is asked of it', async () => {
    const ask = () => [
      at.charger.read(patient()),
      ...(harness.obeys ? [at.charger.execute(at.granted.command, patient())] : []),
      at.account.listChargers(patient()),
      at.charger.details(patient()),
    ];
    at.bench.farEnd.loseToken();
    const answers = await at.bench.answered(Promise.all([...ask(), ...ask(), ...ask()]));
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  });

  it.each([-60, 60])(
    'minds its manners for a day by a clock %d minutes off',
    async (off) => {
      at.bench.clock.setWall(at.bench.clock.now() + off * minute);
      const asked = at.bench.farEnd.asked();
      for (let minutes = 0; minutes < 24 * 60; minutes += 10) {
        expect((await at.read()).ok).toBe(true);
        await at.bench.clock.advance(10 * minute);
      }
      // 144 looks, and no new token for each of them.
      expect(at.bench.farEnd.asked() - asked).toBeLessThan(144 * harness.requestsPerLook);
    },
    aDayMs,
  );

  it('drops what nobody waits for any more', async () => {
    const asked = at.bench.farEnd.asked();
    const giveUp = new AbortController();
    at.bench.farEnd.fail('read', { kind: 'hang' });
    const answer = at.charger.read({ signal: giveUp.signal });
    await until(() => at.bench.farEnd.asked() > asked);
    giveUp.abort();
    expect((await answer).ok).toBe(false);
    await until(() => at.bench.inFlight() === 0);
    expect((await at.read()).ok).toBe(true);
  });

  it('closed, breaks off what is under way and asks nothing more', async () => {
    const asked = at.bench.farEnd.asked();
    at.bench.farEnd.fail('read', { kind: 'hang' });
    const answers = [at.charger.read(patient()), at.charger.read(patient())];
    await until(() => at.bench.farEnd.asked() > asked);
    at.account.close();
    expect((await Promise.all(answers)).map(({ ok }) => ok)).toEqual([false, false]);
    await until(() => at.bench.inFlight() === 0);
    expect((await at.charger.read(patient())).ok).toBe(false);
    expect(at.bench.farEnd.asked()).toBe(asked + 1);
    expect(at.bench.clock.waiting).toBe(0);
  });

  it('closed, breaks off the renewal of a token as well', async () => {
    const asked = at.bench.farEnd.asked();
    at.bench.farEnd.loseToken();
    at.bench.farEnd.fail('newToken', { kind: 'hang' });
    const answer = at.charger.read(patient());
    // The read that was refused, and the renewal.
    await until(() => at.bench.farEnd.asked() === asked + 2);
    at.account.close();
    expect((await answer).ok).toBe(false);
    await until(() => at.bench.inFlight() === 0);
    expect(at.bench.clock.waiting).toBe(0);
  });
}
