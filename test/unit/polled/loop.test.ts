import { beforeEach, describe, expect, it } from 'vitest';
import { PollLoop } from '../../../electron/integrations/polled/loop.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { Later, RecordedCharger, unreachable } from '../../fakes/recorded-account.ts';
import { anObservation } from '../../fixtures/observations.ts';

const second = 1000;
const minute = 60 * second;
const observation = success(anObservation('waiting'));

let clock: FakeClock;
let charger: RecordedCharger;
let heard: Result<Observation, Failure>[];
let isForeground: boolean;
let loop: PollLoop;

beforeEach(() => {
  clock = new FakeClock();
  charger = new RecordedCharger('1');
  heard = [];
  isForeground = false;
  loop = new PollLoop({
    clock,
    random: () => 0,
    read: (ask) => charger.read(ask),
    purpose: () => 'routine',
    circumstances: () => ({
      pollSeconds: 120,
      floorSeconds: 60,
      chargers: 1,
      isForeground,
      plugged: 'yes',
    }),
    heard: (result) => void heard.push(result),
  });
});

function held(): Later<Result<Observation, Failure>> {
  const answer = new Later<Result<Observation, Failure>>();
  charger.onRead = () => answer.promise;
  return answer;
}

describe('a loop of looks', () => {
  it('does nothing until it is told to', async () => {
    loop.reconsider();
    await clock.advance(60 * minute);
    expect(charger.reads).toEqual([]);
    expect(clock.waiting).toBe(0);
  });

  it('looks at once when asked, and then at the usual times', async () => {
    loop.pollWithin(0);
    await clock.advance(0);
    expect(charger.reads).toHaveLength(1);
    await clock.advance(10 * minute);
    expect(charger.reads).toHaveLength(6);
    expect(heard).toHaveLength(6);
  });

  it('never overlaps, however long a look takes and whoever asks for another', async () => {
    const answer = held();
    loop.pollWithin(0);
    await clock.advance(30 * minute);
    loop.pollWithin(0);
    loop.reconsider();
    await clock.advance(30 * minute);
    expect(charger.reads).toHaveLength(1);
    answer.resolve(observation);
    await clock.advance(2 * minute);
    expect(charger.reads).toHaveLength(2);
    expect(charger.mostUnderWay).toBe(1);
  });

  it('counts the wait from the end of a look', async () => {
    const answer = held();
    loop.pollWithin(0);
    await clock.advance(5 * minute);
    answer.resolve(observation);
    await clock.advance(2 * minute - 1);
    expect(charger.reads).toHaveLength(1);
    await clock.advance(1);
    expect(charger.reads).toHaveLength(2);
  });

  it('never doubles a look by asking often', async () => {
    for (let i = 0; i < 20; i++) loop.pollWithin(5 * second);
    await clock.advance(minute);
    expect(charger.reads).toHaveLength(1);
    expect(clock.waiting).toBe(1);
  });

  it('a look that is due sooner than asked for stays as it is', async () => {
    loop.pollWithin(0);
    await clock.advance(118 * second);
    loop.pollWithin(30 * second);
    await clock.advance(2 * second);
    expect(charger.reads).toHaveLength(2);
  });

  it('after an early look the next one is a whole wait away', async () => {
    loop.pollWithin(0);
    await clock.advance(minute);
    loop.pollWithin(0);
    await clock.advance(2 * minute - 1);
    expect(charger.reads).toHaveLength(2);
  });

  it('is not moved by a computer whose clock is set', async () => {
    loop.pollWithin(0);
    await clock.advance(minute);
    clock.setWall(0);
    loop.reconsider();
    await clock.advance(minute);
    expect(charger.reads).toHaveLength(2);
  });
});

describe('a look that was promised', () => {
  it('while another was under way still comes when it was promised', async () => {
    const answer = held();
    loop.pollWithin(0);
    await clock.advance(50 * second);
    loop.pollWithin(8 * second);
    await clock.advance(3 * second);
    answer.resolve(observation);
    await clock.advance(5 * second - 1);
    expect(charger.reads).toHaveLength(1);
    await clock.advance(1);
    expect(charger.reads).toHaveLength(2);
    await clock.advance(2 * minute);
    expect(charger.reads).toHaveLength(3);
  });

  it('while another was under way comes after it, where that took longer', async () => {
    const answer = held();
    loop.pollWithin(0);
    await clock.advance(50 * second);
    loop.pollWithin(8 * second);
    loop.pollWithin(30 * second);
    await clock.advance(minute);
    answer.resolve(observation);
    await clock.advance(2 * minute - 1);
    expect(charger.reads).toHaveLength(2);
    expect(charger.mostUnderWay).toBe(1);
  });

  it('at once while another is under way is that one', async () => {
    const answer = held();
    loop.pollWithin(0);
    await clock.advance(second);
    loop.pollWithin(0);
    answer.resolve(observation);
    await clock.advance(2 * minute - 1);
    expect(charger.reads).toHaveLength(1);
  });

  it('comes although no other is to come, whatever changes before', async () => {
    charger.onRead = () => failed({ kind: 'signInNeeded', cause: 'refused' });
    loop.pollWithin(0);
    await clock.advance(minute);
    loop.pollWithin(8 * second);
    loop.reconsider();
    await clock.advance(8 * second);
    expect(charger.reads).toHaveLength(2);
  });

  it('is owed no longer after a rest', async () => {
    held();
    loop.pollWithin(0);
    await clock.advance(second);
    loop.pollWithin(8 * second);
    loop.rest();
    await clock.advance(minute);
    expect(charger.reads).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });
});

describe('attention', () => {
  it('brings the next look forward, counted from the last one', async () => {
    loop.pollWithin(0);
    await clock.advance(40 * second);
    isForeground = true;
    loop.reconsider();
    await clock.advance(20 * second - 1);
    expect(charger.reads).toHaveLength(1);
    await clock.advance(1);
    expect(charger.reads).toHaveLength(2);
  });

  it('finds a look overdue and takes it at once', async () => {
    loop.pollWithin(0);
    await clock.advance(90 * second);
    isForeground = true;
    loop.reconsider();
    await clock.advance(0);
    expect(charger.reads).toHaveLength(2);
  });

  it('that has gone makes the next look late again', async () => {
    isForeground = true;
    loop.pollWithin(0);
    await clock.advance(30 * second);
    isForeground = false;
    loop.reconsider();
    await clock.advance(89 * second);
    expect(charger.reads).toHaveLength(1);
  });
});

describe('failures', () => {
  it('double the wait, and one success ends that', async () => {
    charger.onRead = () => unreachable;
    loop.pollWithin(0);
    await clock.advance(0);
    for (const wait of [2, 4, 5, 5]) {
      const before = charger.reads.length;
      await clock.advance(wait * minute - 1);
      expect(charger.reads).toHaveLength(before);
      await clock.advance(1);
      expect(charger.reads).toHaveLength(before + 1);
    }
    charger.onRead = () => observation;
    await clock.advance(5 * minute);
    const before = charger.reads.length;
    await clock.advance(4 * minute);
    expect(charger.reads).toHaveLength(before + 2);
  });

  it('that only a person can mend stop the looks, until somebody asks for one', async () => {
    charger.onRead = () => failed({ kind: 'signInNeeded', cause: 'refused' });
    loop.pollWithin(0);
    await clock.advance(24 * 60 * minute);
    expect(charger.reads).toHaveLength(1);
    expect(clock.waiting).toBe(0);
    isForeground = true;
    loop.reconsider();
    await clock.advance(24 * 60 * minute);
    expect(charger.reads).toHaveLength(1);
    charger.onRead = () => observation;
    loop.pollWithin(0);
    await clock.advance(minute);
    expect(charger.reads).toHaveLength(3);
  });
});

describe('rest', () => {
  it('stops for good', async () => {
    loop.pollWithin(0);
    await clock.advance(minute);
    loop.rest();
    loop.reconsider();
    await clock.advance(60 * minute);
    expect(charger.reads).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });

  it('gives up a look that is under way, and does not hear its answer', async () => {
    const answer = held();
    loop.pollWithin(0);
    await clock.advance(0);
    loop.rest();
    expect(charger.reads[0]?.signal.aborted).toBe(true);
    answer.resolve(unreachable);
    await turns();
    expect(heard).toEqual([]);
    expect(clock.waiting).toBe(0);
  });

  it('is over with the next request for a look; the answer of the one given up stays unheard', async () => {
    const old = held();
    loop.pollWithin(0);
    await clock.advance(0);
    loop.rest();
    charger.onRead = () => observation;
    loop.pollWithin(3 * second);
    await clock.advance(3 * second);
    old.resolve(unreachable);
    await turns();
    expect(heard).toEqual([observation]);
    await clock.advance(2 * minute);
    expect(charger.reads).toHaveLength(3);
  });
});
