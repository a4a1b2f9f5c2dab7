import { expect, test } from 'vitest';
import { toneOf } from '../../../renderer/components/charger/view-model.ts';
import { blockedAltogether, steeringOffers } from '../../../renderer/components/controls/offers.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { anObservation, current, outdated, readAt } from '../../fixtures/app-states.ts';

const offered = (status: ChargerStatus, parts: Partial<Observation> = {}) =>
  steeringOffers(current(anObservation(status, parts))).map(({ kind, why }) =>
    why ? `(${kind}: ${why})` : kind,
  );

test.each<[ChargerStatus, string[]]>([
  [{ state: 'charging' }, ['pause', 'lock']],
  [{ state: 'paused' }, ['resume', 'lock']],
  [{ state: 'scheduled' }, ['resume', 'pause', 'lock']],
  [{ state: 'waiting' }, ['resume', 'pause', 'lock']],
  [{ state: 'queued', cause: 'solarMode' }, ['resume', 'lock']],
  [{ state: 'queued', cause: 'loadBalancing' }, ['pause', 'lock']],
  [{ state: 'complete' }, ['lock']],
  [{ state: 'available' }, ['lock']],
  [{ state: 'lockedCar' }, ['unlock']],
  [{ state: 'offline' }, []],
])('%o offers %j', (status, offers) => {
  expect(offered(status)).toEqual(offers);
});

test.each<[ChargerStatus, boolean | undefined, boolean]>([
  [{ state: 'charging' }, true, true],
  [{ state: 'paused' }, true, true],
  [{ state: 'charging' }, undefined, false],
  [{ state: 'charging' }, false, false],
  [{ state: 'scheduled' }, true, false],
  [{ state: 'available' }, true, false],
])('%o with a schedule (%s) leads back to it: %s', (status, hasSchedule, isOffered) => {
  expect(offered(status, { hasSchedule }).includes('backToSchedule')).toBe(isOffered);
});

test('what stands against one button alone is said, not hidden', () => {
  expect(offered({ state: 'charging' }, { foreignControl: true })).toEqual([
    '(pause: foreignControl)',
    'lock',
  ]);
});

test.each<[ChargerStatus, Partial<Observation>, string | undefined]>([
  [{ state: 'charging' }, {}, undefined],
  [{ state: 'locked' }, {}, undefined],
  [{ state: 'offline' }, {}, 'offline'],
  [{ state: 'error', code: '14' }, {}, 'fault'],
  [{ state: 'updating' }, {}, 'updating'],
  [{ state: 'unknown', code: '999' }, {}, 'unrecognised'],
  [{ state: 'charging' }, { mayCommand: false }, 'noRight'],
  [{ state: 'charging' }, { abilities: {} }, undefined],
])('%o %o: against everything stands %s', (status, parts, why) => {
  expect(blockedAltogether(current(anObservation(status, parts)))).toBe(why);
});

test('what a charger cannot do is not offered', () => {
  expect(offered({ state: 'charging' }, { abilities: { lock: true } })).toEqual(['lock']);
  expect(offered({ state: 'charging' }, { abilities: {} })).toEqual([]);
});

test('only power that flows now has the colour of flow', () => {
  const charging = anObservation({ state: 'charging' });
  expect(toneOf(current(charging))).toBe('flow');
  expect(toneOf(outdated(charging))).toBe('idle');
  expect(toneOf({ certainty: 'signInNeeded', at: readAt, observation: charging })).toBe('needs');
  expect(toneOf({ certainty: 'never' })).toBe('idle');
  expect(toneOf(current(anObservation({ state: 'lockedCar' })))).toBe('needs');
});
