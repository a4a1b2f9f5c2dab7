import { beforeEach, describe, expect, it } from 'vitest';
import { Throttle, togetherMs } from '../../../electron/app/throttle.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';

let clock: FakeClock;
let throttle: Throttle;
/** When the state was shown, ms after the begin. */
let shown: number[];

beforeEach(() => {
  clock = new FakeClock();
  shown = [];
  throttle = new Throttle(clock, () => shown.push(clock.monotonic()));
});

describe('a look', () => {
  it('is shown at once when it is the first, and sets no timer', () => {
    throttle.soon();
    expect(shown).toEqual([0]);
    expect(clock.waiting).toBe(0);
  });

  it('is shown at once when nothing was shown for as long', async () => {
    throttle.soon();
    await clock.advance(togetherMs);
    throttle.soon();
    expect(shown).toEqual([0, togetherMs]);
    expect(clock.waiting).toBe(0);
  });

  it('waits until the time since the last is over, with all that come meanwhile', async () => {
    throttle.soon();
    await clock.advance(togetherMs - 70);
    throttle.soon();
    await clock.advance(69);
    throttle.soon();
    expect(shown).toEqual([0]);
    expect(clock.waiting).toBe(1);
    await clock.advance(1);
    expect(shown).toEqual([0, togetherMs]);
    expect(clock.waiting).toBe(0);
  });

  it('waits as long after one that had waited', async () => {
    throttle.soon();
    throttle.soon();
    await clock.advance(togetherMs);
    throttle.soon();
    expect(shown).toEqual([0, togetherMs]);
    await clock.advance(togetherMs);
    expect(shown).toEqual([0, togetherMs, 2 * togetherMs]);
  });

  it('waits no longer when somebody sets the clock back', async () => {
    throttle.soon();
    clock.setWall(0);
    throttle.soon();
    await clock.advance(togetherMs);
    expect(shown).toEqual([0, togetherMs]);
  });
});

describe('what a person does', () => {
  it('is shown at once, and takes along what waits', async () => {
    throttle.soon();
    await clock.advance(1);
    throttle.soon();
    throttle.now();
    throttle.now();
    expect(shown).toEqual([0, 1, 1]);
    expect(clock.waiting).toBe(0);
  });

  it('counts as the last that was shown', async () => {
    throttle.now();
    await clock.advance(1);
    throttle.soon();
    expect(shown).toEqual([0]);
    await clock.advance(togetherMs);
    expect(shown).toEqual([0, togetherMs]);
  });
});

describe('before a rest', () => {
  it('is shown what waits, and no timer is left', async () => {
    throttle.soon();
    throttle.soon();
    throttle.settle();
    expect(shown).toEqual([0, 0]);
    expect(clock.waiting).toBe(0);
  });

  it('is shown nothing when nothing waits', () => {
    throttle.soon();
    throttle.settle();
    expect(shown).toEqual([0]);
  });
});
