import { beforeEach, describe, expect, it } from 'vitest';
import { Publishing, togetherMs } from '../../../electron/app/publishing.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';

let clock: FakeClock;
let publishing: Publishing;
/** When the state was shown, ms after the begin. */
let shown: number[];

beforeEach(() => {
  clock = new FakeClock();
  shown = [];
  publishing = new Publishing(clock, () => shown.push(clock.monotonic()));
});

describe('a look', () => {
  it('is shown at once when it is the first, and sets no timer', () => {
    publishing.soon();
    expect(shown).toEqual([0]);
    expect(clock.waiting).toBe(0);
  });

  it('is shown at once when nothing was shown for as long', async () => {
    publishing.soon();
    await clock.advance(togetherMs);
    publishing.soon();
    expect(shown).toEqual([0, togetherMs]);
    expect(clock.waiting).toBe(0);
  });

  it('waits until the time since the last is over, with all that come meanwhile', async () => {
    publishing.soon();
    await clock.advance(togetherMs - 70);
    publishing.soon();
    await clock.advance(69);
    publishing.soon();
    expect(shown).toEqual([0]);
    expect(clock.waiting).toBe(1);
    await clock.advance(1);
    expect(shown).toEqual([0, togetherMs]);
    expect(clock.waiting).toBe(0);
  });

  it('waits as long after one that had waited', async () => {
    publishing.soon();
    publishing.soon();
    await clock.advance(togetherMs);
    publishing.soon();
    expect(shown).toEqual([0, togetherMs]);
    await clock.advance(togetherMs);
    expect(shown).toEqual([0, togetherMs, 2 * togetherMs]);
  });

  it('waits no longer when somebody sets the clock back', async () => {
    publishing.soon();
    clock.setWall(0);
    publishing.soon();
    await clock.advance(togetherMs);
    expect(shown).toEqual([0, togetherMs]);
  });
});

describe('what a person does', () => {
  it('is shown at once, and takes along what waits', async () => {
    publishing.soon();
    await clock.advance(1);
    publishing.soon();
    publishing.now();
    publishing.now();
    expect(shown).toEqual([0, 1, 1]);
    expect(clock.waiting).toBe(0);
  });

  it('counts as the last that was shown', async () => {
    publishing.now();
    await clock.advance(1);
    publishing.soon();
    expect(shown).toEqual([0]);
    await clock.advance(togetherMs);
    expect(shown).toEqual([0, togetherMs]);
  });
});

describe('before a rest', () => {
  it('is shown what waits, and no timer is left', async () => {
    publishing.soon();
    publishing.soon();
    publishing.settle();
    expect(shown).toEqual([0, 0]);
    expect(clock.waiting).toBe(0);
  });

  it('is shown nothing when nothing waits', () => {
    publishing.soon();
    publishing.settle();
    expect(shown).toEqual([0]);
  });
});
