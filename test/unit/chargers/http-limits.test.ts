import { expect, it } from 'vitest';
import { isTimeUp, Limits } from '../../../electron/chargers/http-limits.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';

function begun() {
  const clock = new FakeClock();
  const limits = new Limits(clock);
  const start = (signal = new AbortController().signal) =>
    limits.start({ signal, timeoutMs: 1000 });
  return { clock, limits, start };
}

it('is over when the time is up, and the next one begins anew', async () => {
  const { clock, start } = begun();
  const first = start();
  await clock.advance(1000);
  expect(isTimeUp(first.signal)).toBe(true);
  first.end();
  const second = start();
  expect(second.signal.aborted).toBe(false);
  await clock.advance(999);
  expect(second.signal.aborted).toBe(false);
});

it('runs for each of two at once', () => {
  const { start } = begun();
  start().end();
  const giveUp = new AbortController();
  const first = start(giveUp.signal);
  const second = start();
  giveUp.abort();
  expect([first.signal.aborted, second.signal.aborted]).toEqual([true, false]);
});

it('leaves the next one alone when the one before is given up too late', async () => {
  const { clock, start } = begun();
  const giveUp = new AbortController();
  start(giveUp.signal).end();
  await clock.advance(500);
  const next = start();
  giveUp.abort();
  await clock.advance(600);
  expect(next.signal.aborted).toBe(false);
});

it('breaks off what is under way when it is closed, and what starts later at once', () => {
  const { limits, start } = begun();
  start().end();
  const running = start();
  limits.close();
  expect([running.signal.aborted, start().signal.aborted]).toEqual([true, true]);
});
