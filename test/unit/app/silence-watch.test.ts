import { beforeEach, describe, expect, it } from 'vitest';
import { SilenceWatch } from '../../../electron/app/silence-watch.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

let clock: FakeClock;
let watch: SilenceWatch;
/** When silence was said, in seconds: `a 60`, or `a 60 explained`. */
let said: string[];

beforeEach(() => {
  clock = new FakeClock();
  said = [];
  watch = new SilenceWatch(clock, (id, isExplained) => {
    said.push(`${id} ${clock.monotonic() / second}${isExplained ? ' explained' : ''}`);
  });
});

describe('silence', () => {
  it('is said each time that another reading would have been due', async () => {
    watch.observed('a', minute);
    await clock.advance(minute - 1);
    expect(said).toEqual([]);
    await clock.advance(2 * minute);
    expect(said).toEqual(['a 60', 'a 120']);
  });

  it('is never said of who is heard in time, with one timer for all', async () => {
    for (let ms = 0; ms < 5 * minute; ms += 10 * second) {
      watch.observed('a', minute);
      watch.observed('b', 2 * minute);
      expect(clock.waiting).toBe(1);
      await clock.advance(10 * second);
    }
    expect(said).toEqual([]);
    expect(clock.fired).toBeLessThanOrEqual(6);
  });

  it('that nobody explains is said every few minutes, however long a reading holds', async () => {
    watch.observed('a', 60 * minute);
    await clock.advance(70 * minute);
    expect(said).toEqual(['a 3600', 'a 3900', 'a 4200']);
  });

  it('that was explained is said again no sooner than a reading would be due', async () => {
    watch.observed('a', 20 * minute);
    await clock.advance(10 * minute);
    watch.failed('a');
    await clock.advance(40 * minute);
    expect(said).toEqual(['a 1800 explained', 'a 3000 explained']);
  });

  it('counts from when the reading was made', async () => {
    watch.observed('a', minute, 20 * second);
    await clock.advance(40 * second);
    expect(said).toEqual(['a 40']);
  });

  it('of who was never heard is said where something was expected', async () => {
    watch.failed('a');
    watch.expect('b', minute);
    watch.expect('b', 30 * minute);
    await clock.advance(minute);
    expect(said).toEqual(['b 60']);
  });

  it('is not expected sooner of who was just heard', async () => {
    watch.observed('a', 2 * minute);
    watch.expect('a', minute);
    await clock.advance(2 * minute);
    expect(said).toEqual(['a 120']);
  });

  it('is not said ten times a second where a reading says that it holds for no time', async () => {
    watch.observed('a', 0);
    await clock.advance(10 * second);
    expect(said.length).toBeLessThanOrEqual(11);
  });

  it('can be months away, and no timer is', async () => {
    watch.observed('a', 60 * day);
    expect(clock.nextDueMs).toBeLessThanOrEqual(day);
    await clock.advance(60 * day - 1);
    expect(said).toEqual([]);
    await clock.advance(1);
    expect(said).toHaveLength(1);
  });

  it('leaves nothing behind where nothing is expected any more', () => {
    watch.observed('a', minute);
    watch.observed('b', minute);
    watch.forget('a');
    expect(clock.waiting).toBe(1);
    watch.forget();
    expect(clock.waiting).toBe(0);
  });
});
