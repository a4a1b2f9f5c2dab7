import { describe, expect, it } from 'vitest';
import { isOver } from '../../../electron/notifications/flapping.ts';
import { noticeKinds } from '../../../shared/domain/app/settings.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { Story } from '../charging/story.ts';

/** What is believed after these states, one a minute; offline and unknown say nothing. */
function observation(states: readonly ChargerStatus['state'][]) {
  return states.reduce((story, state, at) => story.read(at, state), new Story()).record;
}

describe('what a notice tells of', () => {
  it.each([
    ['carWaiting', ['lockedCar'], 'still so'],
    ['carWaiting', ['lockedCar', 'offline', 'unknown'], 'still so'],
    ['carWaiting', ['lockedCar', 'charging'], 'past'],
    ['carWaiting', ['lockedCar', 'locked'], 'past'],
    ['pluggedIn', ['available', 'charging', 'waiting', 'offline'], 'still so'],
    ['pluggedIn', ['waiting', 'available'], 'past'],
    ['chargeStarted', ['waiting', 'charging'], 'still so'],
    ['chargeStarted', ['charging', 'offline'], 'still so'],
    ['chargeStarted', ['charging', 'paused', 'available'], 'past'],
  ] as const)('%s, after %j, is %s', (kind, states, outcome) => {
    expect(isOver({ kind }, observation(states))).toBe(outcome === 'past');
  });

  it('at a charger that is gone is past, unless a notice of its own kind would say so', () => {
    const pastAtOnce = noticeKinds.filter((kind) => isOver({ kind }, undefined));
    expect(pastAtOnce.toSorted()).toEqual(['carWaiting', 'chargeStarted', 'pluggedIn']);
  });
});
