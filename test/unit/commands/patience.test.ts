import { beforeEach, describe, expect, it } from 'vitest';
import { Commands } from '../../../electron/commands/commands.ts';
import type { PersistedCommand } from '../../../electron/commands/persisted-command.ts';
import type { Command } from '../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import type { Failure, Refusal } from '../../../shared/domain/failure.ts';
import { failed, success } from '../../../shared/result.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { Later, RecordedCharger } from '../../fakes/recorded-account.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { anObservation } from '../../fixtures/observations.ts';

const id = 'a/1';
const pause: Command = { kind: 'pause' };
const minute = 60_000;

let clock: FakeClock;
let charger: RecordedCharger;
let observation: Observation;
let told: string[];
let onDisk: readonly PersistedCommand[];
let diskHangs: boolean;
let commands: Commands;

beforeEach(() => {
  clock = new FakeClock();
  charger = new RecordedCharger('1');
  observation = anObservation('charging');
  told = [];
  onDisk = [];
  diskHangs = false;
  commands = begun();
});

/** The app as it begins with what is on the disk. */
function begun(): Commands {
  const one = new Commands({
    clock,
    log: new RecordedLog(),
    kept: onDisk,
    charger: () => charger,
    reading: () => ({ certainty: 'current', at: clock.now(), observation }),
    replied: () => undefined,
    failed: () => undefined,
    notConfirmed: (_id, { command }) => void told.push(command.kind),
    save: async () => {
      onDisk = one.open();
      if (diskHangs) await new Promise(() => undefined);
    },
    changed: () => undefined,
    readSoon: () => undefined,
  });
  return one;
}

/** Minutes pass, at the end of each a reading shows that state. */
async function readings(count: number, state: ChargerStateName): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await clock.advance(minute);
    commands.observed(id, anObservation(state));
  }
}

describe('a wish that no reading confirms', () => {
  it('is not said to be not confirmed while nobody could look', async () => {
    await commands.execute(id, pause, 'person');
    await clock.advance(29 * minute);
    expect(commands.progress(id)).toMatchObject({ phase: 'sent' });
    expect(told).toEqual([]);
  });

  it('says after one reading that the charger says something else, and waits for another', async () => {
    await commands.execute(id, pause, 'person');
    await readings(1, 'scheduled');
    expect(commands.progress(id)).toMatchObject({ phase: 'sent', contradicted: true });
    expect(commands.awaits(id)).toBe(true);
  });

  it('is not confirmed when enough readings say something else, and that is told once', async () => {
    await commands.execute(id, pause, 'person');
    await readings(60, 'scheduled');
    expect(commands.progress(id)).toMatchObject({ phase: 'notConfirmed' });
    expect(commands.progress(id)).not.toHaveProperty('unread');
    expect(commands.awaits(id)).toBe(false);
    expect(told).toEqual(['pause']);
    expect(clock.waiting).toBe(0);
  });

  it('is withdrawn by a later reading that agrees', async () => {
    await commands.execute(id, pause, 'person');
    await readings(3, 'charging');
    expect(commands.progress(id)?.phase).toBe('notConfirmed');
    await readings(1, 'paused');
    expect(commands.progress(id)?.phase).toBe('confirmed');
  });

  it('is given up after half an hour without any reading, and claims nothing', async () => {
    await commands.execute(id, pause, 'person');
    await clock.advance(30 * minute);
    expect(commands.progress(id)).toMatchObject({ phase: 'notConfirmed', unread: true });
    expect(told).toEqual(['pause']);
    await readings(1, 'paused');
    expect(commands.progress(id)?.phase).toBe('confirmed');
  });

  it('is not told of a restart whose time away no reading has met', async () => {
    observation = anObservation('available');
    expect(await commands.execute(id, { kind: 'reboot' }, 'person')).toEqual(success(null));
    await readings(4, 'available');
    expect(commands.progress(id)?.phase).toBe('notConfirmed');
    expect(told).toEqual([]);
    expect(commands.awaits(id)).toBe(false);
  });
});

describe('a wish whose reply was lost', () => {
  const lost: Failure[] = [
    { kind: 'unreachable', sent: true },
    { kind: 'timedOut', sent: true },
    { kind: 'serverError', sent: true },
    { kind: 'notUnderstood', sent: true },
  ];

  it.each(lost)('waits for the reading: $kind', async (failure) => {
    charger.onAsk = () => failed(failure);
    expect(await commands.execute(id, pause, 'person')).toEqual(success(null));
    expect(commands.progress(id)).toMatchObject({ phase: 'sent', outcome: 'unknown' });
    await readings(1, 'paused');
    expect(commands.progress(id)?.phase).toBe('confirmed');
  });

  it('is never sent again by itself', async () => {
    charger.onAsk = () => failed({ kind: 'unreachable', sent: true });
    await commands.execute(id, pause, 'person');
    await readings(60, 'charging');
    expect(charger.asked).toEqual([pause]);
    expect(commands.progress(id)?.phase).toBe('notConfirmed');
  });
});

describe('an app that is killed', () => {
  it('has written what it was about to send before it was sent', async () => {
    let written: readonly PersistedCommand[] = [];
    charger.onAsk = () => {
      written = onDisk;
      return success(undefined);
    };
    await commands.execute(id, pause, 'person');
    expect(written).toMatchObject([
      { chargerId: id, progress: { phase: 'sending', command: pause } },
    ]);
  });

  it('is no reason to wait for a disk that hangs', async () => {
    diskHangs = true;
    const asked = commands.execute(id, pause, 'person');
    await clock.advance(1000);
    expect(await asked).toEqual(success(null));
  });

  it('while it sends does not know the outcome when it comes back, and waits for a reading', async () => {
    charger.onAsk = () => new Later<ReturnType<typeof success<undefined>>>().promise;
    void commands.execute(id, pause, 'person');
    commands = begun();
    expect(commands.asked(id)).toMatchObject([
      { phase: 'sent', outcome: 'unknown', command: pause },
    ]);
    expect(commands.awaits(id)).toBe(true);
    await readings(1, 'paused');
    expect(commands.progress(id)?.phase).toBe('confirmed');
    expect(onDisk).toEqual([]);
    expect(charger.asked).toEqual([pause]);
  });

  it('has forgotten what was confirmed or never sent', async () => {
    await commands.execute(id, pause, 'person');
    await readings(1, 'paused');
    charger.onAsk = () => failed({ kind: 'unreachable' });
    await commands.execute(id, { kind: 'setLimit', limitA: 10 }, 'person');
    expect(onDisk).toEqual([]);
  });
});

describe('several wishes', () => {
  it('are all remembered, the newest of each matter', async () => {
    await commands.execute(id, pause, 'person');
    await commands.execute(id, { kind: 'setLimit', limitA: 10 }, 'person');
    await commands.execute(id, { kind: 'setLimit', limitA: 12 }, 'person');
    expect(commands.asked(id).map(({ command }) => command)).toEqual([
      { kind: 'setLimit', limitA: 12 },
      pause,
    ]);
  });

  it('of the same matter take each other’s place', async () => {
    await commands.execute(id, pause, 'person');
    observation = anObservation('paused');
    await commands.execute(id, { kind: 'resume' }, 'person');
    expect(commands.asked(id).map(({ command }) => command.kind)).toEqual(['resume']);
  });
});

describe('a refusal', () => {
  const refused = async (why: Refusal, command: Command = pause) => {
    charger.onAsk = () => failed({ kind: 'refused', why });
    await commands.execute(id, command, 'person');
  };
  const said = () => {
    const progress = commands.progress(id);
    return progress?.phase === 'failed' && 'why' in progress.why ? progress.why.why : undefined;
  };

  const table: { was: Refusal; after: Observation; is: Refusal }[] = [
    { was: 'unclear', after: anObservation('lockedCar'), is: 'locked' },
    { was: 'notNow', after: anObservation('lockedCar'), is: 'locked' },
    {
      was: 'unclear',
      after: anObservation('charging', { foreignControl: true }),
      is: 'foreignControl',
    },
    { was: 'unclear', after: anObservation('updating'), is: 'updating' },
    { was: 'unclear', after: anObservation('charging', { mayCommand: false }), is: 'noRight' },
    { was: 'unclear', after: anObservation('charging'), is: 'noReason' },
    { was: 'noReason', after: anObservation('charging', { mayCommand: true }), is: 'noReason' },
    { was: 'notNow', after: anObservation('charging'), is: 'notNow' },
  ];

  it.each(table)('$was is judged by the reading after it: $is', async ({ was, after, is }) => {
    await refused(was);
    expect(commands.awaits(id)).toBe(true);
    commands.observed(id, after);
    expect(said()).toBe(is);
    expect(commands.awaits(id)).toBe(false);
  });

  it('is not judged by what the charger does later', async () => {
    await refused('unclear');
    commands.observed(id, anObservation('charging'));
    commands.observed(id, anObservation('lockedCar'));
    expect(said()).toBe('noReason');
  });

  it('is one of rights as soon as these are known', async () => {
    await refused('unclear');
    commands.observed(id, anObservation('charging'));
    commands.observed(id, anObservation('charging', { mayCommand: false }));
    expect(said()).toBe('noRight');
  });

  it('of Unlock is not explained by the lock', async () => {
    observation = anObservation('lockedCar');
    await refused('unclear', { kind: 'unlock' });
    commands.observed(id, anObservation('lockedCar'));
    expect(said()).toBe('noReason');
  });
});
