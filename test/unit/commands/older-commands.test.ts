import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../electron/charging/domain-events.ts';
import { Commands } from '../../../electron/commands/commands.ts';
import type { PersistedCommand } from '../../../electron/commands/persisted-command.ts';
import { suppression } from '../../../electron/notifications/policy.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { Command } from '../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import { failed, success } from '../../../shared/result.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedCharger } from '../../fakes/recorded-account.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { endedSession, notice } from '../../fixtures/core-notices.ts';
import { anObservation } from '../../fixtures/observations.ts';

const id = 'a/1';
const pause: Command = { kind: 'pause' };
const lock: Command = { kind: 'lock' };
const limit: Command = { kind: 'setLimit', limitA: 10 };
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let clock: FakeClock;
let charger: RecordedCharger;
let observation: Observation;
let told: string[];
let shown: number;
let commands: Commands;

beforeEach(() => {
  clock = new FakeClock();
  charger = new RecordedCharger('1');
  observation = anObservation('charging');
  told = [];
  shown = 0;
  commands = begun([]);
});

function begun(kept: readonly PersistedCommand[]): Commands {
  return new Commands({
    clock,
    log: new RecordedLog(),
    kept,
    charger: () => charger,
    reading: () => ({ certainty: 'current', at: clock.now(), observation }),
    replied: () => undefined,
    failed: () => undefined,
    notConfirmed: (_id, { command }) => void told.push(command.kind),
    save: async () => undefined,
    changed: () => {
      shown += 1;
    },
    readSoon: () => undefined,
  });
}

/** The app ends, and begins again after a while with what it has kept. */
async function restarted(afterMs: number): Promise<void> {
  const kept = JSON.parse(JSON.stringify(commands.open())) as readonly PersistedCommand[];
  commands.stop();
  await clock.advance(afterMs);
  commands = begun(kept);
}

function reads(state: ChargerStateName, more: Partial<Observation> = {}): void {
  observation = anObservation(state, more);
  commands.observed(id, observation);
}

/** Minutes pass, at the end of each a reading shows that state. */
async function readings(count: number, state: ChargerStateName, more: Partial<Observation> = {}) {
  for (let n = 0; n < count; n += 1) {
    await clock.advance(minute);
    reads(state, more);
  }
}

/** Whether it is told that somebody paused or locked the charger now. */
function isTold(endReason: 'paused' | 'locked'): boolean {
  const session = endedSession({ endReason });
  const event: DomainEvent = { kind: 'chargeStopped', at: clock.now(), session };
  return (
    suppression({
      notice: notice({ kind: 'chargeStopped', happenedAt: clock.now() }),
      event,
      settings: defaultSettings,
      asked: commands.asked(id),
      now: clock.now(),
      zone: 'Europe/Berlin',
    }) === undefined
  );
}

const set = { limitA: 10 };

describe('a wish that a newer one of another matter came after', () => {
  it.each([
    { command: pause, endReason: 'paused' },
    { command: lock, endReason: 'locked' },
  ] as const)('$wish.kind is contradicted by readings all the same', async (given) => {
    await commands.execute(id, given.command, 'person');
    expect(isTold(given.endReason)).toBe(false);
    await clock.advance(5000);
    await commands.execute(id, limit, 'person');
    await readings(1, 'charging', set);
    expect(commands.asked(id)).toMatchObject([
      { phase: 'confirmed', command: limit },
      { phase: 'sent', command: given.command, contradicted: true },
    ]);
    await readings(20, 'charging', set);
    expect(commands.asked(id)[1]).toMatchObject({ phase: 'notConfirmed', command: given.command });
    expect(isTold(given.endReason)).toBe(true);
    // Who has asked for something else since is not told of what was before.
    expect(told).toEqual([]);
  });

  it('is contradicted also where the newer one fails', async () => {
    await commands.execute(id, pause, 'person');
    charger.onAsk = () => failed({ kind: 'unreachable' });
    await commands.execute(id, limit, 'person');
    await readings(20, 'charging');
    expect(isTold('paused')).toBe(true);
  });

  it('is confirmed by a reading that shows it', async () => {
    await commands.execute(id, pause, 'person');
    await commands.execute(id, limit, 'person');
    await readings(1, 'paused');
    expect(commands.asked(id)[1]).toMatchObject({ phase: 'confirmed', command: pause });
  });
});

describe('a wish that was given up without a reading', () => {
  beforeEach(async () => {
    await commands.execute(id, pause, 'person');
    await clock.advance(30 * minute);
  });

  it('may explain what the first reading finds', async () => {
    await clock.advance(3 * hour);
    expect(isTold('paused')).toBe(false);
  });

  it('explains nothing any more once a reading has shown something else', async () => {
    await clock.advance(hour);
    reads('charging');
    expect(commands.progress(id)).toMatchObject({ phase: 'notConfirmed' });
    expect(commands.progress(id)).not.toHaveProperty('unread');
    expect(isTold('paused')).toBe(true);
  });

  it('explains nothing any more after a restart and such a reading', async () => {
    await restarted(hour);
    expect(isTold('paused')).toBe(false);
    reads('charging');
    expect(isTold('paused')).toBe(true);
  });
});

it('a restart that no reading has met is still said to be unread', async () => {
  observation = anObservation('available');
  await commands.execute(id, { kind: 'reboot' }, 'person');
  await clock.advance(10 * minute);
  reads('available');
  reads('available');
  expect(commands.progress(id)).toMatchObject({ phase: 'notConfirmed', unread: true });
});

describe('after a restart', () => {
  it('a wish that was not the newest is not in its place', async () => {
    await commands.execute(id, pause, 'person');
    await commands.execute(id, limit, 'person');
    reads('charging', set);
    expect(commands.progress(id)?.phase).toBe('confirmed');
    await restarted(minute);
    expect(commands.progress(id)).toBeUndefined();
    expect(commands.awaits(id)).toBe(false);
    expect(isTold('paused')).toBe(false);
    await readings(20, 'charging');
    expect(told).toEqual([]);
    expect(isTold('paused')).toBe(true);
  });

  it('nor is it after another one', async () => {
    await commands.execute(id, pause, 'person');
    await commands.execute(id, limit, 'person');
    reads('charging', set);
    await restarted(minute);
    await restarted(minute);
    expect(commands.progress(id)).toBeUndefined();
  });

  it('the newest is waited for, and no longer than without one', async () => {
    await commands.execute(id, lock, 'person');
    await commands.execute(id, pause, 'person');
    await restarted(20 * minute);
    expect(commands.progress(id)).toMatchObject({ phase: 'sent', command: pause });
    expect(commands.awaits(id)).toBe(true);
    await clock.advance(10 * minute);
    expect(told).toEqual(['pause']);
    expect(commands.progress(id)).toMatchObject({ phase: 'notConfirmed', unread: true });
  });

  it('what a reading has contradicted before stays contradicted when it is given up', async () => {
    await commands.execute(id, pause, 'person');
    await readings(1, 'charging');
    await restarted(minute);
    await clock.advance(28 * minute);
    expect(commands.progress(id)?.phase).toBe('notConfirmed');
    await clock.advance(hour);
    expect(isTold('paused')).toBe(true);
    await restarted(hour);
    expect(isTold('paused')).toBe(true);
  });

  it('nobody waits for what was sent long ago, nor is it told', async () => {
    await commands.execute(id, pause, 'person');
    await restarted(31 * minute);
    expect(commands.awaits(id)).toBe(false);
    expect(commands.progress(id)).toMatchObject({ phase: 'notConfirmed', unread: true });
    // It may have been carried out all the same.
    expect(isTold('paused')).toBe(false);
    await readings(20, 'charging');
    expect(told).toEqual([]);
    expect(isTold('paused')).toBe(true);
  });

  it('what is older than a day is forgotten', async () => {
    await commands.execute(id, pause, 'person');
    await readings(5, 'charging');
    await restarted(hour);
    expect(commands.progress(id)?.phase).toBe('notConfirmed');
    await restarted(day);
    expect(commands.asked(id)).toEqual([]);
    expect(commands.open()).toEqual([]);
  });

  it('what is of a day to come, since the clock was wrong, is forgotten too', async () => {
    await commands.execute(id, pause, 'person');
    clock.setWall(clock.now() - 2 * day);
    await restarted(minute);
    expect(commands.asked(id)).toEqual([]);
  });
});

describe('an app that runs on', () => {
  it.each([
    { how: 'was not confirmed', answer: success(undefined) },
    { how: 'failed', answer: failed({ kind: 'unreachable' } as const) },
  ])('no longer shows after a day what $how', async ({ answer }) => {
    charger.onAsk = () => answer;
    await commands.execute(id, pause, 'person');
    await readings(5, 'charging');
    await clock.advance(day - hour);
    reads('charging');
    expect(commands.progress(id)?.command).toEqual(pause);
    const before = shown;
    await clock.advance(hour + minute);
    reads('charging');
    expect(commands.progress(id)).toBeUndefined();
    expect(shown).toBe(before + 1);
    expect(commands.open()).toEqual([]);
  });
});
