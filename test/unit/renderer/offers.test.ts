import { expect, test } from 'vitest';
import { restsNow, toneOf } from '../../../renderer/components/charger/view-model.ts';
import { steeringOffers } from '../../../renderer/components/controls/offers.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { anObservation, current, outdated, readAt } from '../../fixtures/app-states.ts';

const offered = (status: ChargerStatus, parts: Partial<Observation> = {}) =>
  steeringOffers(current(anObservation(status, parts))).map(({ kind, why }) =>
    why ? `(${kind}: ${why})` : kind,
  );

test.each<[ChargerStatus, string[]]>([
  [{ state: 'charging' }, ['pause', 'lock', 'backToSchedule']],
  [{ state: 'paused' }, ['resume', 'lock', 'backToSchedule']],
  [{ state: 'scheduled' }, ['resume', 'pause', 'lock', '(backToSchedule: onSchedule)']],
  [{ state: 'waiting' }, ['resume', 'pause', 'lock', 'backToSchedule']],
  [{ state: 'queued', cause: 'solarMode' }, ['resume', 'lock', 'backToSchedule']],
  [{ state: 'queued', cause: 'loadBalancing' }, ['pause', 'lock', 'backToSchedule']],
  [{ state: 'complete' }, ['lock', 'backToSchedule']],
  [{ state: 'available' }, ['(pause: nothingToPause)', 'lock', '(backToSchedule: noCar)']],
  [{ state: 'lockedCar' }, ['unlock', '(pause: locked)', '(backToSchedule: locked)']],
  [{ state: 'offline' }, ['(pause: offline)', '(lock: offline)', '(backToSchedule: offline)']],
])('%o offers %j', (status, offers) => {
  expect(offered(status)).toEqual(offers);
});

test('what a charger cannot do is not offered', () => {
  expect(offered({ state: 'charging' }, { abilities: { lock: true } })).toEqual(['lock']);
  expect(offered({ state: 'charging' }, { abilities: {} })).toEqual([]);
});

test.each<[ChargerStatus, Partial<Observation>, boolean]>([
  [{ state: 'available' }, {}, true],
  [{ state: 'offline' }, {}, true],
  [{ state: 'locked' }, {}, true],
  [{ state: 'complete' }, { plugged: 'no' }, true],
  [{ state: 'complete' }, { plugged: 'yes' }, false],
  [{ state: 'charging' }, {}, false],
  [{ state: 'error', code: '1' }, {}, false],
])('%o %o rests: %s', (status, parts, rests) => {
  expect(restsNow(current(anObservation(status, parts)))).toBe(rests);
});

test('only power that flows now has the colour of flow', () => {
  const charging = anObservation({ state: 'charging' });
  expect(toneOf(current(charging))).toBe('flow');
  expect(toneOf(outdated(charging))).toBe('idle');
  expect(toneOf({ certainty: 'signInNeeded', at: readAt, observation: charging })).toBe('needs');
  expect(toneOf({ certainty: 'never' })).toBe('idle');
  expect(toneOf(current(anObservation({ state: 'lockedCar' })))).toBe('needs');
});
