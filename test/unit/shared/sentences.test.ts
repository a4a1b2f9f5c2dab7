import { describe, expect, it } from 'vitest';
import { noticeKinds } from '../../../shared/domain/app/settings.ts';
import type { Command, CommandProgress } from '../../../shared/domain/charger/command.ts';
import type { BlockedReason } from '../../../shared/domain/charger/permission.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { queueCauseSchema } from '../../../shared/schema/charger/status.ts';
import { refusalSchema } from '../../../shared/schema/failure.ts';
import { brandText } from '../../../shared/text/brand-text.ts';
import { commandTitle, progressSentence } from '../../../shared/text/command-text.ts';
import { detailLabels } from '../../../shared/text/detail-text.ts';
import {
  failureClause,
  failureSentence,
  hindranceHint,
  hindranceSentence,
} from '../../../shared/text/failure-text.ts';
import { noticeKindLabels } from '../../../shared/text/notice-text.ts';
import { stationText } from '../../../shared/text/station-text.ts';
import { stateLine, stateSentence, stateWords } from '../../../shared/text/status-text.ts';
import { anObservation } from '../../fixtures/observations.ts';

const now = Date.UTC(2026, 4, 16, 12, 41);
const formatOptions = { locale: 'en-GB', timeZone: 'UTC' };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const reading: Reading = { certainty: 'current', at: now, observation: anObservation('scheduled') };

const failures: Failure[] = [
  { kind: 'signInNeeded', cause: 'refused' },
  { kind: 'signInNeeded', cause: 'noSecret' },
  { kind: 'signInNeeded', cause: 'refused', until: now + 60_000 },
  { kind: 'rateLimited', until: now + 60_000 },
  { kind: 'unreachable' },
  { kind: 'unreachable', why: 'unknownName' },
  { kind: 'unreachable', why: 'connectionRefused' },
  { kind: 'timedOut' },
  { kind: 'serverError' },
  { kind: 'notUnderstood' },
  {
    kind: 'certificateChanged',
    offered: { fingerprint: 'AA:BB', subject: 'CN=station', validFrom: 1, validTo: 2 },
  },
  { kind: 'otherCharger', found: 'SWA34DEF', known: 'SWA12ABC' },
  { kind: 'oldTls' },
  { kind: 'wrongDevice' },
  ...refusalSchema.options.map((why): Failure => ({ kind: 'refused', why })),
  { kind: 'notSupported' },
  { kind: 'notFound' },
];

const hindrances: BlockedReason[] = [
  'neverRead',
  'signInNeeded',
  'offline',
  'updating',
  'locked',
  'foreignControl',
  'noRight',
  'nothingToPause',
  'nothingToResume',
  'noCar',
  'onSchedule',
  'alreadyLocked',
  'alreadyUnlocked',
  'noUpdate',
  'busyCharging',
  'fault',
  'unrecognised',
];

const sentence = /^[A-Z][^{}]*[.]$/;

describe('a failure in words', () => {
  it.each(failures)('$kind $cause $why', (failure) => {
    expect(failureSentence(failure, now, formatOptions)).toMatch(sentence);
    // It stands after "because": no capital, no full stop.
    expect(failureClause(failure, now, formatOptions)).toMatch(/^[a-z][^{}.]*[^.]$/);
  });

  it('are other words for each', () => {
    const said = failures.map((failure) => failureSentence(failure, now, formatOptions));
    expect(new Set(said).size).toBe(failures.length);
  });

  it('says when refused credentials are tried again, and no word of e-mail or key', () => {
    const later: Failure = { kind: 'signInNeeded', cause: 'refused', until: now + 60_000 };
    expect(failureSentence(later, now, formatOptions)).toBe(
      'The sign-in was refused. Check what you sign in with; next try at 12:42.',
    );
    expect(failureClause(later, now, formatOptions)).toBe(
      'the sign-in was refused; next try at 12:42',
    );
  });

  it('names both chargers', () => {
    const other: Failure = { kind: 'otherCharger', found: 'SWA34DEF', known: 'SWA12ABC' };
    expect(failureSentence(other, now, formatOptions)).toContain('SWA34DEF instead of SWA12ABC');
  });

  it('says the time until which to wait', () => {
    const waits: Failure = { kind: 'rateLimited', until: now + 60_000 };
    expect(failureSentence(waits, now, formatOptions)).toBe('Asked too often. Next try at 12:42.');
    expect(failureClause(waits, now, formatOptions)).toBe('the service asks to wait until 12:42');
  });
});

describe('a hindrance in words', () => {
  it.each(hindrances)('%s', (why) => {
    expect(hindranceSentence(why)).toMatch(sentence);
    expect(hindranceHint(why) ?? 'plain to see').toMatch(/^[a-z][A-Za-z ]+$/);
  });

  it('are other words for each', () => {
    expect(new Set(hindrances.map(hindranceSentence)).size).toBe(hindrances.length);
  });
});

describe('a wish in words', () => {
  const table: { command: Command; words: string }[] = [
    { command: { kind: 'pause' }, words: 'Pause' },
    { command: { kind: 'resume' }, words: 'Resume' },
    { command: { kind: 'backToSchedule' }, words: 'Back to schedule' },
    { command: { kind: 'lock' }, words: 'Lock' },
    { command: { kind: 'unlock' }, words: 'Unlock' },
    { command: { kind: 'setLimit', limitA: 16 }, words: 'Current limit 16 A' },
    { command: { kind: 'setSolarMode', mode: 'off' }, words: 'Eco-Smart: Off' },
    { command: { kind: 'setSolarMode', mode: 'eco' }, words: 'Eco-Smart: Eco (sun and grid)' },
    { command: { kind: 'setSolarMode', mode: 'solar' }, words: 'Eco-Smart: Full green (sun only)' },
    { command: { kind: 'setPrice', perKwh: 0.31 }, words: 'Energy price' },
    { command: { kind: 'reboot' }, words: 'Restart charger' },
    { command: { kind: 'updateSoftware' }, words: 'Update software' },
  ];

  it.each(table)('$words', ({ command, words }) => {
    expect(plain(commandTitle({ phase: 'sending', command, at: now }, formatOptions))).toBe(words);
    for (const phase of ['sending', 'sent', 'confirmed', 'notConfirmed'] as const) {
      const asked = { command: { phase, command, at: now }, reading };
      const said = plain(progressSentence(asked, now, formatOptions));
      expect(said.startsWith(`${words}: `)).toBe(true);
    }
  });

  it('names a price that another would not be told from with fewer digits', () => {
    const observation = anObservation('waiting', { price: { perKwh: 0.2871, currency: 'EUR' } });
    const command: CommandProgress = {
      phase: 'notConfirmed',
      command: { kind: 'setPrice', perKwh: 0.2874 },
      at: now,
    };
    const asked = { command, reading: { certainty: 'current', at: now, observation } as const };
    expect(progressSentence(asked, now, formatOptions)).toBe(
      'Energy price: not confirmed. The charger still says: €0.2871.',
    );
  });

  it.each(failures)('that failed: $kind $cause $why', (why) => {
    const progress: CommandProgress = { phase: 'failed', command: { kind: 'lock' }, at: now, why };
    const said = progressSentence({ command: progress, reading }, now, formatOptions);
    expect(said).toMatch(/^Lock: .*\.$/);
    // A reading is tried again by itself; a command never is.
    expect(said).not.toContain('by itself');
    if (why.kind === 'signInNeeded') expect(said).not.toContain('next try');
  });
});

describe('a state in words', () => {
  const table: { status: ChargerStatus; words: string; sentence: string }[] = [
    { status: { state: 'charging' }, words: 'Charging', sentence: 'Charging' },
    {
      status: { state: 'discharging', phase: 'preparing' },
      words: 'Getting ready',
      sentence: 'Getting ready to power your home',
    },
    {
      status: { state: 'discharging', phase: 'active' },
      words: 'Powering your home',
      sentence: 'Powering your home',
    },
    {
      status: { state: 'transferring' },
      words: 'Power is flowing',
      sentence: 'Power is flowing, direction not known',
    },
    {
      status: { state: 'waiting' },
      words: 'Connected',
      sentence: 'Connected, waiting for the car',
    },
    {
      status: { state: 'waiting', notSaid: true },
      words: 'Connected',
      sentence: 'Connected, no power flows',
    },
    { status: { state: 'scheduled' }, words: 'Scheduled', sentence: 'Scheduled' },
    { status: { state: 'paused' }, words: 'Paused', sentence: 'Paused' },
    {
      status: { state: 'paused', notSaid: true },
      words: 'Stopped or finished',
      sentence: 'Stopped or finished',
    },
    { status: { state: 'complete' }, words: 'Charge complete', sentence: 'Charge complete' },
    { status: { state: 'locked' }, words: 'Locked', sentence: 'Locked' },
    { status: { state: 'lockedCar' }, words: 'Locked', sentence: 'Locked, a car is waiting' },
    { status: { state: 'available' }, words: 'Ready', sentence: 'Ready' },
    { status: { state: 'updating' }, words: 'Updating', sentence: 'Updating its software' },
    { status: { state: 'error', code: '14' }, words: 'Fault', sentence: 'Fault, code 14' },
    {
      status: { state: 'error', code: 'CS03', unconfirmed: true },
      words: 'Fault (unconfirmed)',
      sentence: 'Fault, code CS03 (unconfirmed)',
    },
    { status: { state: 'offline' }, words: 'Offline', sentence: 'The charger is not connected' },
    {
      status: { state: 'unknown', code: '200' },
      words: 'Unrecognised state',
      sentence: 'Unrecognised state (200)',
    },
  ];

  it.each(table)('$sentence', ({ status, words, sentence: said }) => {
    expect(stateWords(status)).toBe(words);
    expect(stateSentence(status)).toBe(said);
  });

  it.each(queueCauseSchema.options)('says what a car waits for: %s', (cause) => {
    const said = stateSentence({ state: 'queued', cause });
    expect(said).toMatch(/^Connected, waiting for power \([A-Za-z -]+\)$/);
  });

  it('shows power only where it flows', () => {
    const line = (state: ChargerStatus['state']) =>
      plain(stateLine(anObservation(state, { powerW: 7200 }), formatOptions));
    expect(line('charging')).toBe('Charging 7.2 kW');
    expect(line('discharging')).toBe('Powering your home 7.2 kW');
    expect(line('paused')).toBe('Paused');
  });
});

describe('labels', () => {
  it.each([
    ...Object.values(detailLabels),
    ...Object.values(stationText.grid),
    ...noticeKinds.map((kind) => noticeKindLabels[kind]),
    ...Object.values(brandText).flatMap(({ fields }) => Object.values(fields)),
  ])('%s', (label) => expect(label).toMatch(/^[A-Z][^.]+$/));

  it('are other words for each', () => {
    expect(new Set(Object.values(detailLabels)).size).toBe(Object.keys(detailLabels).length);
    expect(new Set(Object.values(noticeKindLabels)).size).toBe(noticeKinds.length);
  });
});
