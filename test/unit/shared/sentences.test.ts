import { describe, expect, it } from 'vitest';
import { adapters } from '../../../electron/integrations/registry.ts';
import { noticeKinds } from '../../../shared/domain/app/settings.ts';
import type { Command, CommandProgress } from '../../../shared/domain/charger/command.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { queueCauseSchema } from '../../../shared/schema/charger/status.ts';
import { brandFormWords } from '../../../shared/text/brand-form-words.ts';
import { commandTitle, progressSentence } from '../../../shared/text/command-text.ts';
import {
  failureClause,
  failureSentence,
  hindranceHint,
  hindranceSentence,
} from '../../../shared/text/failure-text.ts';
import { messages, speak } from '../../../shared/text/messages.ts';
import { stateLine, stateSentence, stateWords } from '../../../shared/text/status-text.ts';
import { everyBlockedReason, everyFailure } from '../../fixtures/failures.ts';
import { anObservation } from '../../fixtures/observations.ts';

// Some of it is said before the tests run.
speak(english);

const now = Date.UTC(2026, 4, 16, 12, 41);
const formatOptions = { locale: 'en-GB', timeZone: 'UTC' };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const reading: Reading = { certainty: 'current', at: now, observation: anObservation('scheduled') };

const failures = everyFailure(now);
const hindrances = everyBlockedReason();

const sentence = /^[A-Z][^{}]*[.]$/;

describe('a failure in words', () => {
  it.each(failures)('$kind $cause $why', (failure) => {
    expect(failureSentence(failure, now, formatOptions)).toMatch(sentence);
    // It stands after a colon: no capital, no full stop.
    expect(failureClause(failure, now, formatOptions)).toMatch(/^[a-z][^{}.]*[^.]$/);
  });

  it('are other words for each', () => {
    const said = failures.map((failure) => failureSentence(failure, now, formatOptions));
    expect(new Set(said).size).toBe(failures.length);
  });

  it('says when refused credentials are tried again, and no word of e-mail or key', () => {
    const later: Failure = { kind: 'signInNeeded', cause: 'refused', until: now + 60_000 };
    expect(failureSentence(later, now, formatOptions)).toBe(
      'The sign-in was rejected. Check your sign-in details. Retrying at 12:42.',
    );
    expect(failureClause(later, now, formatOptions)).toBe('sign-in rejected, retrying at 12:42');
  });

  it('names both chargers', () => {
    const other: Failure = { kind: 'otherCharger', found: 'SWA34DEF', known: 'SWA12ABC' };
    expect(failureSentence(other, now, formatOptions)).toContain(
      'Found SWA34DEF at this address, expected SWA12ABC',
    );
  });

  it('says the time until which to wait', () => {
    const waits: Failure = { kind: 'rateLimited', until: now + 60_000 };
    expect(failureSentence(waits, now, formatOptions)).toBe(
      'Too many requests. Retrying at 12:42.',
    );
    expect(failureClause(waits, now, formatOptions)).toBe('too many requests, retrying at 12:42');
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
    { command: { kind: 'setSolarMode', mode: 'eco' }, words: 'Eco-Smart: Eco' },
    { command: { kind: 'setSolarMode', mode: 'solar' }, words: 'Eco-Smart: Full Green' },
    { command: { kind: 'setPrice', perKwh: 0.31 }, words: 'Energy price' },
    { command: { kind: 'reboot' }, words: 'Restart charger' },
    { command: { kind: 'updateSoftware' }, words: 'Update firmware' },
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
      'Energy price: not confirmed. The charger still reports: €0.2871.',
    );
  });

  it.each(failures)('that failed: $kind $cause $why', (why) => {
    const progress: CommandProgress = { phase: 'failed', command: { kind: 'lock' }, at: now, why };
    const said = progressSentence({ command: progress, reading }, now, formatOptions);
    expect(said).toMatch(/^Lock: .*\.$/);
    // A reading is tried again by itself; a command never is.
    expect(said).not.toMatch(/automatically|[Rr]etrying/);
  });
});

describe('a state in words', () => {
  const table: { status: ChargerStatus; words: string; sentence: string }[] = [
    { status: { state: 'charging' }, words: 'Charging', sentence: 'Charging' },
    {
      status: { state: 'discharging', phase: 'preparing' },
      words: 'Preparing',
      sentence: 'Preparing to power your home',
    },
    {
      status: { state: 'discharging', phase: 'active' },
      words: 'Powering your home',
      sentence: 'Powering your home',
    },
    {
      status: { state: 'transferring' },
      words: 'Power is flowing',
      sentence: 'Power is flowing, direction unknown',
    },
    {
      status: { state: 'waiting' },
      words: 'Plugged in',
      sentence: 'Plugged in, waiting for car',
    },
    {
      status: { state: 'waiting', notSaid: true },
      words: 'Plugged in',
      sentence: 'Plugged in, no power flowing',
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
    { status: { state: 'lockedCar' }, words: 'Locked', sentence: 'Locked, car waiting' },
    { status: { state: 'available' }, words: 'Ready', sentence: 'Ready' },
    { status: { state: 'updating' }, words: 'Updating', sentence: 'Updating firmware' },
    { status: { state: 'error', code: '14' }, words: 'Fault', sentence: 'Fault, code 14' },
    {
      status: { state: 'error', code: 'CS03', unconfirmed: true },
      words: 'Fault (unconfirmed)',
      sentence: 'Fault, code CS03 (unconfirmed)',
    },
    { status: { state: 'offline' }, words: 'Offline', sentence: 'Offline' },
    {
      status: { state: 'unknown', code: '200' },
      words: 'Unknown state',
      sentence: 'Unknown state (200)',
    },
  ];

  it.each(table)('$sentence', ({ status, words, sentence: said }) => {
    expect(stateWords(status)).toBe(words);
    expect(stateSentence(status)).toBe(said);
  });

  it.each(queueCauseSchema.options)('says what a car waits for: %s', (cause) => {
    const said = stateSentence({ state: 'queued', cause });
    expect(said).toMatch(/^Waiting for power \([A-Za-z -]+\)$/);
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
    ...Object.values(messages.detailLabels),
    ...Object.values(messages.station.grid),
    ...noticeKinds.map((kind) => messages.noticeKinds[kind]),
    ...Object.values(messages.brandForms).flatMap(({ fields }) => Object.values(fields)),
  ])('%s', (label) => expect(label).toMatch(/^[A-Z][^.]+$/));

  it('are other words for each', () => {
    expect(new Set(Object.values(messages.detailLabels)).size).toBe(
      Object.keys(messages.detailLabels).length,
    );
    expect(new Set(Object.values(messages.noticeKinds)).size).toBe(noticeKinds.length);
  });
});

describe('the form of each brand', () => {
  it.each(Object.values(adapters))(
    'names every field of $brand, and shows what is secret',
    (one) => {
      const { fields, reveals } = brandFormWords(one.brand);
      expect(Object.keys(fields).sort()).toEqual(one.form.map(({ name }) => name).sort());
      const secret = one.form.filter(({ type }) => type === 'password').map(({ name }) => name);
      expect(Object.keys(reveals)).toEqual(secret);
    },
  );
});
