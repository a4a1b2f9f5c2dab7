import { describe, expect, it } from 'vitest';
import { isOver } from '../../../electron/notifications/flapping.ts';
import { Notifier } from '../../../electron/notifications/notifier.ts';
import type { Notice } from '../../../electron/ports/notice.ts';
import { noticeKinds } from '../../../shared/domain/app/settings.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { RecordedNotices } from '../../fakes/recorded-notices.ts';
import { noon, notice } from '../../fixtures/core-notices.ts';
import { Story } from '../charging/story.ts';

/** What is believed after these states, one a minute; offline and unknown say nothing. */
function observation(states: readonly ChargerStatus['state'][]) {
  return states.reduce((story, state, at) => story.read(at, state), new Story()).record;
}

describe('what a notice tells of, once it has passed,', () => {
  const waiting = notice({ id: 'waiting', title: 'waiting', kind: 'carWaiting' });
  const end = notice({ id: 'end', title: 'end' });

  async function told(past: { so: boolean }, ...shown: readonly Notice[]) {
    const desktop = new RecordedNotices();
    const [clock, log, kept] = [new FakeClock(noon), new RecordedLog(), { outbox: [] }];
    const isOver = ({ kind }: Notice) => past.so && kind === 'carWaiting';
    const save = async () => undefined;
    const notifier = new Notifier({ port: desktop, clock, log, kept, isOver, save });
    for (const one of shown) notifier.add(one);
    await notifier.flush();
    return { desktop, notifier, log };
  }

  it('is taken from the screen', async () => {
    const past = { so: false };
    const { desktop, notifier } = await told(past, waiting, end);
    expect(desktop.stands).toEqual([waiting, end]);
    past.so = true;
    await notifier.flush();
    expect(desktop.stands).toEqual([end]);
  });

  it('is not told any more', async () => {
    const { desktop, log, notifier } = await told({ so: true }, waiting, end);
    expect(desktop.titles).toEqual(['end']);
    expect(notifier.kept().outbox).toEqual([]);
    expect(log.lines[0]?.facts).toEqual({ kind: 'carWaiting', id: 'waiting', reason: 'over' });
  });
});

describe('what a notice tells of', () => {
  it.each([
    ['carWaiting', ['lockedCar'], 'still so'],
    ['carWaiting', ['lockedCar', 'offline', 'unknown'], 'still so'],
    ['carWaiting', ['lockedCar', 'charging'], 'past'],
    ['carWaiting', ['lockedCar', 'locked'], 'past'],
    ['pluggedIn', ['available', 'charging', 'waiting', 'offline'], 'still so'],
    ['pluggedIn', ['waiting', 'available'], 'past'],
    ['noPower', ['available', 'waiting', 'offline', 'paused'], 'still so'],
    ['noPower', ['available', 'waiting', 'charging'], 'past'],
    ['noPower', ['available', 'waiting', 'available'], 'past'],
    ['chargeStarted', ['waiting', 'charging'], 'still so'],
    ['chargeStarted', ['charging', 'offline'], 'still so'],
    ['chargeStarted', ['charging', 'paused', 'available'], 'past'],
  ] as const)('%s, after %j, is %s', (kind, states, outcome) => {
    expect(isOver({ kind }, observation(states))).toBe(outcome === 'past');
  });

  it('firmware, once it is offered no more, is past', () => {
    const update = { from: '5.0', to: '5.1' };
    const story = new Story().read(0, 'available', { abilities: { update } });
    expect(isOver({ kind: 'firmware' }, story.record)).toBe(false);
    expect(isOver({ kind: 'firmware' }, story.fail(2).record)).toBe(false);
    expect(isOver({ kind: 'firmware' }, story.read(4, 'available').record)).toBe(true);
  });

  it('at a charger that is gone is past, unless a notice of its own kind would say so', () => {
    const pastAtOnce = noticeKinds.filter((kind) => isOver({ kind }, undefined));
    expect(pastAtOnce.toSorted()).toEqual([
      'carWaiting',
      'chargeStarted',
      'noPower',
      'notPluggedIn',
      'pluggedIn',
    ]);
  });
});
