import { describe, expect, it } from 'vitest';
import type { MenuEntry } from '../../../electron/ports/tray-view.ts';
import { chargerEntries } from '../../../electron/tray/charger-entries.ts';
import { menuActionOf } from '../../../electron/tray/entries.ts';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { CommandProgress } from '../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { BlockedReason } from '../../../shared/domain/charger/permission.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { hindranceHint } from '../../../shared/text/failure-text.ts';
import { speak } from '../../../shared/text/messages.ts';
import { aCharger, current, readAt } from '../../fixtures/app-states.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { drawn } from './drawn.ts';

// Some of it is said before the tests run.
speak(english);

const telling = { now: readAt, formatOptions: { locale: 'en-GB', timeZone: 'UTC' } };
const entriesOf = (charger: ChargerState) => chargerEntries(charger, telling, defaultSettings);
const onSchedule = { hasSchedule: true } as const;

function showing(
  state: Observation['status'] | Observation['status']['state'],
  more: Partial<Observation> = {},
): ChargerState {
  return aCharger(current(anObservation(state, { ...onSchedule, ...more })));
}

/** The reason as the menu says it. */
function hint(why: BlockedReason): string {
  return hindranceHint(why) ?? '';
}

function allBlocked(first: string, why: BlockedReason): string[] {
  return [first, 'Lock', 'Current limit', 'Back to schedule'].map((label) => {
    const arrow = label === 'Current limit' ? ' >' : '';
    return `(${label} (${hint(why)}))${arrow}`;
  });
}

function choicesOf(charger: ChargerState): readonly MenuEntry[] {
  const found = entriesOf(charger).find((entry) => entry.kind === 'submenu');
  if (found?.kind !== 'submenu') throw new Error('There is no choice of a limit');
  return found.entries;
}

describe('what a charger can be asked', () => {
  const table: Record<string, { charger: ChargerState; entries: string[] }> = {
    'nothing: no entry': { charger: showing('charging', { abilities: {} }), entries: [] },
    'paused: resume': {
      charger: showing('paused'),
      entries: ['Resume', 'Lock', 'Current limit >', 'Back to schedule'],
    },
    'on its schedule: start it, and nothing to give back': {
      charger: showing('scheduled'),
      entries: ['Charge now', 'Lock', 'Current limit >', '(Back to schedule)'],
    },
    'waiting for the car': {
      charger: showing('waiting'),
      entries: ['Charge now', 'Lock', 'Current limit >', 'Back to schedule'],
    },
    'waiting for power that others use: it can only be paused': {
      charger: showing('queued'),
      entries: ['Pause', 'Lock', 'Current limit >', 'Back to schedule'],
    },
    'waiting for the sun: it can be started from the grid': {
      charger: showing({ state: 'queued', cause: 'solarMode' }),
      entries: ['Charge now', 'Lock', 'Current limit >', 'Back to schedule'],
    },
    'ready: nothing to pause, and nobody wonders why': {
      charger: showing('available'),
      entries: ['(Pause)', 'Lock', 'Current limit >', `(Back to schedule (${hint('noCar')}))`],
    },
    'locked: unlock first': {
      charger: showing('lockedCar'),
      entries: [
        `(Pause (${hint('locked')}))`,
        'Unlock',
        'Current limit >',
        `(Back to schedule (${hint('locked')}))`,
      ],
    },
    'locked, and another system controls it': {
      charger: showing('locked', { foreignControl: true }),
      entries: [
        `(Pause (${hint('foreignControl')}))`,
        `(Unlock (${hint('foreignControl')}))`,
        'Current limit >',
        `(Back to schedule (${hint('foreignControl')}))`,
      ],
    },
    offline: { charger: showing('offline'), entries: allBlocked('Pause', 'offline') },
    'this account may only look': {
      charger: showing('charging', { mayCommand: false }),
      entries: allBlocked('Pause', 'noRight'),
    },
    'a sign-in is needed': {
      charger: aCharger({
        certainty: 'signInNeeded',
        at: 1,
        observation: anObservation('paused', onSchedule),
      }),
      entries: allBlocked('Resume', 'signInNeeded'),
    },
  };

  it.each(Object.entries(table))('%s', (_name, { charger, entries }) => {
    expect(entriesOf(charger).map(drawn)).toEqual(entries);
  });
});

describe('a wish under way', () => {
  const command = { kind: 'pause' } as const;
  const table: { progress: CommandProgress; words?: string }[] = [
    { progress: { phase: 'sending', command, at: readAt }, words: 'Pause: sending…' },
    {
      progress: { phase: 'sending', command, at: readAt, origin: 'plan' },
      words: 'Pause (by plan): sending…',
    },
    {
      progress: { phase: 'sent', command, at: readAt },
      words: 'Pause: sent, waiting for confirmation.',
    },
    {
      progress: { phase: 'notConfirmed', command, at: readAt },
      words: 'Pause: not confirmed. The charger still reports: Charging.',
    },
    {
      progress: { phase: 'failed', command, at: readAt, why: { kind: 'refused', why: 'locked' } },
      words: 'Pause: The charger is locked. Unlock it first.',
    },
    { progress: { phase: 'confirmed', command, at: readAt } },
  ];

  it.each(table)('$progress.phase', ({ progress, words }) => {
    const said = entriesOf({ ...showing('charging'), command: progress })
      .map(drawn)
      .filter((entry) => entry.startsWith('“'));
    expect(said).toEqual(words ? [`“${words}”`] : []);
  });
});

describe('the choice of a current limit', () => {
  const table = {
    'the customary steps within its bounds, both ends, and what is set': {
      limit: { minA: 7, maxA: 30 },
      limitA: 22,
      choices: [7, 8, 10, 13, 16, 20, 22, 25, 30],
    },
    'nothing is known to be set': { limit: { minA: 6, maxA: 16 }, choices: [6, 8, 10, 13, 16] },
    'what is set lies out of bounds': {
      limit: { minA: 6, maxA: 10 },
      limitA: 32,
      choices: [6, 8, 10],
    },
    'there is no choice': { limit: { minA: 16, maxA: 16 }, limitA: 16, choices: [16] },
  };

  it.each(Object.entries(table))('%s', (_name, given) => {
    const limitA = 'limitA' in given ? given.limitA : undefined;
    const observation = {
      abilities: { limit: given.limit },
      ...(limitA === undefined ? {} : { limitA }),
    };
    const entries = choicesOf(showing('waiting', observation));
    const words = given.choices.map((amps) =>
      amps === given.limit.maxA ? `${amps} A (max)` : `${amps} A`,
    );
    expect(entries.map(drawn)).toEqual(words);
    const chosen = entries.filter((entry) => entry.kind === 'item' && entry.chosen).map(drawn);
    expect(chosen).toEqual(words.filter((_word, index) => given.choices[index] === limitA));
    const commands = entries.map((entry) =>
      entry.kind === 'item' ? menuActionOf(entry.id) : undefined,
    );
    expect(commands[0]).toEqual({
      do: 'execute',
      chargerId: 'charger-1',
      command: { kind: 'setLimit', limitA: given.choices[0] },
    });
  });

  it('says in its label what is set', () => {
    const labels = [
      entriesOf(showing('waiting', { limitA: 16 })),
      entriesOf(showing('offline', { limitA: 16 })),
    ].map((entries) => entries.filter(({ kind }) => kind === 'submenu').map(drawn));
    expect(labels).toEqual([
      ['Current limit: 16 A >'],
      [`(Current limit: 16 A (${hint('offline')})) >`],
    ]);
  });
});

describe('going back to the schedule', () => {
  const table: Record<string, { more: Partial<Observation>; entries: string[] }> = {
    'where there is one': { more: onSchedule, entries: ['Back to schedule'] },
    'where nobody knows of one': {
      more: { hasSchedule: undefined },
      entries: ['(Back to schedule (schedule unknown))'],
    },
    'where there is none': { more: { hasSchedule: false }, entries: [] },
    'where the sun would take over again': {
      more: { hasSchedule: false, solarMode: 'eco' },
      entries: ['Back to schedule'],
    },
    'where solar charging is off': {
      more: { hasSchedule: undefined, solarMode: 'off' },
      entries: ['(Back to schedule (schedule unknown))'],
    },
  };

  it.each(Object.entries(table))('%s', (_name, { more, entries }) => {
    const said = entriesOf(showing('paused', more)).map(drawn);
    expect(said.filter((label) => label.includes('schedule'))).toEqual(entries);
  });
});
