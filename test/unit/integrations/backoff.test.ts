import { describe, expect, it } from 'vitest';
import { Backoff } from '../../../electron/integrations/kit/backoff.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';

const minute = 60_000;

function backoff(random = 0.5, more: { readonly isShared?: true } = {}) {
  const clock = new FakeClock();
  const times = { firstMs: 2 * minute, longestMs: 15 * minute };
  return { clock, backoff: new Backoff({ clock, random: () => random, ...times, ...more }) };
}

describe('a back-off', () => {
  it('doubles from hit to hit and stops at the longest', () => {
    const { clock, backoff: off } = backoff();
    const minutes = [1, 2, 3, 4, 5].map(() => {
      off.hit();
      return (off.until() - clock.now()) / minute;
    });
    expect(minutes).toEqual([2, 4, 8, 15, 15]);
  });

  it.each([
    [0, 0.8],
    [1, 1.2],
  ])('spreads with chance %d to %d of the time', (random, part) => {
    const { clock, backoff: off } = backoff(random);
    off.hit();
    expect(off.until() - clock.now()).toBeCloseTo(part * 2 * minute);
  });

  it('never undercuts what was asked for', () => {
    const { clock, backoff: off } = backoff(0);
    off.hit(7 * minute);
    expect(off.until() - clock.now()).toBe(7 * minute);
  });

  it.each([
    [5, 2],
    [20, 4],
    [24 * 60, 15],
  ])('exceeds %d minutes that all were asked for by %d at most', (asked, most) => {
    const behind = [0, 0.5, 1].map((random) => {
      const { clock, backoff: off } = backoff(random, { isShared: true });
      off.hit(asked * minute);
      return (off.until() - clock.now()) / minute - asked;
    });
    expect(behind).toEqual([0, most / 2, most]);
  });

  it('is over when its time is, whatever the wall clock says', async () => {
    const { clock, backoff: off } = backoff();
    off.hit();
    clock.setWall(clock.now() + 24 * 60 * minute);
    expect(off.isOn()).toBe(true);
    await clock.advance(2 * minute);
    expect(off.isOn()).toBe(false);
    expect(off.until()).toBe(clock.now());
  });

  it('starts small again after something worked', () => {
    const { clock, backoff: off } = backoff();
    off.hit();
    off.hit();
    off.clear();
    expect(off.isOn()).toBe(false);
    off.hit();
    expect(off.until() - clock.now()).toBe(2 * minute);
  });
});
