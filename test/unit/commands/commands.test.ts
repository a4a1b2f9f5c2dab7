import { beforeEach, describe, expect, it } from 'vitest';
import { Commands } from '../../../electron/commands/commands.ts';
import type { Command } from '../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { Later, RecordedCharger } from '../../fakes/recorded-account.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { anObservation } from '../../fixtures/observations.ts';

const id = 'a/1';
const pause: Command = { kind: 'pause' };
/** A pause while charging. */
const pausing = { command: pause, from: 'charging' };
const lock: Command = { kind: 'lock' };
const noon = Date.UTC(2026, 10, 21, 12);
const seconds = (n: number) => n * 1000;
const hour = seconds(3600);

let clock: FakeClock;
let charger: RecordedCharger;
let log: RecordedLog;
let reading: Reading | undefined;
let told: string[];
let commands: Commands;

beforeEach(() => {
  clock = new FakeClock(noon);
  charger = new RecordedCharger('1');
  log = new RecordedLog();
  reading = now('charging');
  told = [];
  commands = new Commands({
    clock,
    log,
    kept: [],
    charger: (which) => (which === id ? charger : undefined),
    reading: (which) => (which === id ? reading : undefined),
    replied: (_id, observation) => void told.push(`replied ${observation.limitA} A`),
    failed: (_id, failure) => void told.push(`failed ${failure.kind}`),
    notConfirmed: (_id, { command, at }) =>
      void told.push(`not confirmed ${command.kind} ${(at - noon) / 1000} s`),
    save: async () => undefined,
    changed: () => void told.push(`${commands.progress(id)?.phase}`),
    readSoon: () => void told.push('look soon'),
  });
});

function now(state: Observation['status']['state'], more: Partial<Observation> = {}): Reading {
  return { certainty: 'current', at: noon, observation: anObservation(state, more) };
}

function held(): Later<Result<Observation | undefined, Failure>> {
  const answer = new Later<Result<Observation | undefined, Failure>>();
  charger.onAsk = () => answer.promise;
  return answer;
}

describe('what is not even sent', () => {
  const table: Record<string, { reading: Reading | undefined; command: Command; answer: object }> =
    {
      'nothing is known of the charger': {
        reading: undefined,
        command: pause,
        answer: { kind: 'blocked', why: 'neverRead' },
      },
      'it was never read': {
        reading: { certainty: 'never' },
        command: pause,
        answer: { kind: 'blocked', why: 'neverRead' },
      },
      'it is locked': {
        reading: now('locked'),
        command: pause,
        answer: { kind: 'blocked', why: 'locked' },
      },
      'another system has it': {
        reading: now('charging', { foreignControl: true }),
        command: pause,
        answer: { kind: 'blocked', why: 'foreignControl' },
      },
      'a sign-in is needed': {
        reading: { certainty: 'signInNeeded', observation: anObservation('charging') },
        command: lock,
        answer: { kind: 'blocked', why: 'signInNeeded' },
      },
      'the charger cannot': {
        reading: now('charging', { abilities: {} }),
        command: pause,
        answer: { kind: 'notSupported' },
      },
      'the limit is too low': {
        reading: now('charging'),
        command: { kind: 'setLimit', limitA: 5 },
        answer: { kind: 'notSupported' },
      },
      'the limit is too high': {
        reading: now('charging'),
        command: { kind: 'setLimit', limitA: 33 },
        answer: { kind: 'notSupported' },
      },
    };

  it.each(Object.entries(table))('%s', async (_name, given) => {
    reading = given.reading;
    expect(await commands.execute(id, given.command, 'person')).toEqual(failed(given.answer));
    expect(charger.asked).toEqual([]);
    expect(told).toEqual([]);
    expect(commands.progress(id)).toBeUndefined();
  });

  it('a charger that is not there', async () => {
    expect(await commands.execute('a/2', pause, 'person')).toMatchObject({ ok: false });
  });

  it.each([6, 32])('a limit of %i A is within its bounds', async (limitA) => {
    expect(await commands.execute(id, { kind: 'setLimit', limitA }, 'person')).toEqual(
      success(null),
    );
  });
});

describe('a wish that was sent', () => {
  it('is sending, then sent, and confirmed by a look that shows it', async () => {
    const answer = held();
    const asked = commands.execute(id, pause, 'person');
    expect(commands.progress(id)).toEqual({ phase: 'sending', ...pausing, at: noon });
    expect(commands.awaits(id)).toBe(true);
    await clock.advance(seconds(2));
    answer.resolve(success(undefined));
    expect(await asked).toEqual(success(null));
    expect(commands.progress(id)).toEqual({ phase: 'sent', ...pausing, at: noon + seconds(2) });
    await clock.advance(seconds(8));
    commands.observed(id, anObservation('paused'));
    expect(commands.progress(id)).toEqual({
      phase: 'confirmed',
      ...pausing,
      at: noon + seconds(10),
    });
    expect(commands.awaits(id)).toBe(false);
    expect(told).toEqual(['sending', 'sent', 'look soon', 'confirmed']);
    expect(clock.waiting).toBe(0);
  });

  it('is not confirmed by a look that shows something else, nor by another charger’s', async () => {
    await commands.execute(id, pause, 'person');
    commands.observed(id, anObservation('charging'));
    commands.observed('a/2', anObservation('paused'));
    expect(commands.progress(id)?.phase).toBe('sent');
  });

  it('is not confirmed by a look that came while it was still being sent', async () => {
    const answer = held();
    const asked = commands.execute(id, pause, 'person');
    commands.observed(id, anObservation('paused'));
    expect(commands.progress(id)?.phase).toBe('sending');
    answer.resolve(success(undefined));
    await asked;
    expect(commands.progress(id)?.phase).toBe('sent');
  });

  it('shows the values of the reply, which still confirms nothing', async () => {
    charger.onAsk = () => success(anObservation('charging', { limitA: 16 }));
    await commands.execute(id, { kind: 'setLimit', limitA: 16 }, 'person');
    expect(told).toEqual(['sending', 'replied 16 A', 'sent', 'look soon']);
    expect(commands.awaits(id)).toBe(true);
  });

  it('says in the log what was asked, and how it went', async () => {
    await commands.execute(id, pause, 'person');
    expect(log.lines).toEqual([
      {
        level: 'info',
        line: 'command',
        facts: { kind: 'pause', origin: 'person', charger: id, sent: true },
      },
    ]);
  });
});

describe('a wish that fails', () => {
  const failures: Failure[] = [
    { kind: 'signInNeeded', cause: 'refused' },
    { kind: 'rateLimited', until: noon + 1 },
    { kind: 'unreachable' },
    { kind: 'timedOut' },
    { kind: 'serverError' },
    { kind: 'notUnderstood' },
    { kind: 'refused', why: 'noRight' },
    { kind: 'notSupported' },
  ];

  it.each(failures)('says why: $kind', async (failure) => {
    charger.onAsk = () => failed(failure);
    expect(await commands.execute(id, pause, 'person')).toEqual(failed(failure));
    expect(commands.progress(id)).toEqual({ phase: 'failed', ...pausing, at: noon, why: failure });
    const soon = failure.kind === 'refused' ? ['look soon'] : [];
    expect(told).toEqual(['sending', 'failed', `failed ${failure.kind}`, ...soon]);
    commands.observed(id, anObservation('paused'));
    expect(commands.progress(id)?.phase).toBe('failed');
    expect(clock.waiting).toBe(0);
    expect(log.text).toContain(`"failure":"${failure.kind}"`);
  });

  it('can be asked again', async () => {
    charger.onAsk = () => failed({ kind: 'unreachable' });
    await commands.execute(id, pause, 'person');
    charger.onAsk = () => success(undefined);
    await commands.execute(id, pause, 'person');
    expect(commands.progress(id)?.phase).toBe('sent');
  });
});

describe('a newer wish', () => {
  it('takes the place of one that waits to be confirmed', async () => {
    await commands.execute(id, pause, 'person');
    await clock.advance(seconds(60));
    await commands.execute(id, lock, 'person');
    commands.observed(id, anObservation('paused'));
    expect(commands.progress(id)).toMatchObject({ phase: 'sent', command: lock });
    await clock.advance(hour);
    expect(told.filter((line) => line.startsWith('not confirmed'))).toEqual([
      'not confirmed lock 1860 s',
    ]);
  });

  it.each([
    { how: 'is sent', answer: success(undefined) },
    { how: 'fails', answer: failed({ kind: 'unreachable' } as const) },
  ])('stays in its place when the older one $how afterwards', async ({ answer }) => {
    const older = held();
    const first = commands.execute(id, pause, 'person');
    charger.onAsk = () => success(undefined);
    await commands.execute(id, lock, 'person');
    older.resolve(answer);
    await first;
    expect(commands.progress(id)).toMatchObject({ phase: 'sent', command: lock });
    // Only the newer one is waited for.
    expect(clock.waiting).toBe(1);
  });
});

describe('the end of the app', () => {
  it('waits for nothing any more', async () => {
    await commands.execute(id, pause, 'person');
    commands.stop();
    expect(clock.waiting).toBe(0);
  });

  it('gives up what is being sent, and leaves nothing behind when the answer comes', async () => {
    const answer = held();
    void commands.execute(id, pause, 'person');
    commands.stop();
    answer.resolve(success(undefined));
    await turns();
    expect(clock.waiting).toBe(0);
    expect(told).toEqual(['sending']);
  });
});
