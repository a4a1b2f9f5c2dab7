import { beforeEach, describe, expect, it } from 'vitest';
import {
  ofAccounts,
  type PersistedState,
  readPersisted,
  writePersisted,
} from '../../../electron/app/persistence/persisted-state.ts';
import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import { FakeKeptFile } from '../../fakes/fake-kept-file.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { endedSession, noon, notice } from '../../fixtures/core-notices.ts';
import { anObservation } from '../../fixtures/observations.ts';

const nothing: PersistedState = {
  chargers: [],
  outbox: [],
  signInTold: [],
  prices: [],
  commands: [],
  plans: [],
};
const charger = (id: string, more: Partial<ChargerRecord> = {}): ChargerRecord => ({
  ...newRecord({ id, accountId: 'a', brand: 'wallbox' }),
  ...more,
});

let log: RecordedLog;

beforeEach(() => {
  log = new RecordedLog();
});

const read = (value: unknown) => readPersisted(new FakeKeptFile(value), log);

describe('what is remembered over a restart', () => {
  const states: ChargerStateName[] = ['charging', 'discharging', 'queued', 'error', 'unknown'];
  const observation = anObservation('charging', { powerW: 7200, energyWh: 1, mayCommand: true });
  const readings: Reading[] = [
    { certainty: 'never' },
    { certainty: 'never', because: { kind: 'rateLimited', until: noon } },
    ...states.map(
      (state): Reading => ({ certainty: 'current', at: 1, observation: anObservation(state) }),
    ),
    { certainty: 'current', at: noon, observation },
    { certainty: 'outdated', at: 1, since: 2, because: { kind: 'unreachable' }, observation },
    { certainty: 'signInNeeded' },
    { certainty: 'signInNeeded', at: noon, observation },
  ];

  it.each(readings)('a reading: $certainty $seen.status.state', (reading) => {
    const file = new FakeKeptFile();
    const chargers = [charger('a/1', { reading })];
    writePersisted(file, { ...nothing, chargers });
    expect(readPersisted(file, log).chargers).toEqual(chargers);
  });

  it('stands in the file under the names of the first version', () => {
    const file = new FakeKeptFile();
    const progress = { phase: 'sending', command: { kind: 'pause' }, at: noon } as const;
    const commands = [{ chargerId: 'a/1', progress }];
    const reading: Reading = { certainty: 'never', because: { kind: 'serverError' } };
    const chargers = [charger('a/1', { reading, session: endedSession(), failedReads: 2 })];
    void writePersisted(file, { ...nothing, chargers, commands });
    expect(file.read().value).toMatchObject({
      version: 1,
      chargers: [
        {
          charge: { startedAt: endedSession().startedAt },
          reading: { because: { kind: 'troubled' } },
          failedLooks: 2,
        },
      ],
      wishes: [{ chargerId: 'a/1', progress: { phase: 'sending', wish: { kind: 'pause' } } }],
    });
    expect(readPersisted(file, log)).toEqual({ ...nothing, chargers, commands });
  });

  it('charges, notices and who was told of a sign-in', () => {
    const session = {
      ...endedSession({ baseWh: 1, lastPowerW: 7000, suspendedSince: 2, carLeft: true }),
      samples: [{ at: 1 }, { at: 2, powerW: 1, energyWh: 2, limitA: 6, gap: true as const }],
    };
    const ended = { who: 'Garage', startedAt: noon - 60_000, endedAt: noon, energyWh: 120 };
    const known = { status: anObservation('queued').status, plugged: 'yes' as const };
    const kept: PersistedState = {
      chargers: [charger('a/1', { session, known, awaySince: 1, awayTold: true })],
      outbox: [
        notice({ action: { command: 'unlock', label: 'Unlock' }, accountId: 'a' }),
        notice({ topic: 'a/1/fault', urgency: 'critical', category: 'device.error' }),
        notice({ ended }),
      ],
      recentEnds: [{ id: 'a/1/chargeEnded/1', chargerId: 'a/1', at: noon, ...ended, isHeld: true }],
      signInTold: ['a'],
      telling: { notice: notice(), covers: ['a/1/chargeEnded/1'], to: 'service' },
      prices: [],
      plans: [
        {
          chargerId: 'a/1',
          heldSince: noon,
          phase: { isCharge: false, since: noon, tries: 1, isMet: true },
          car: { powersW: [7200], takenWh: [], session: { startedAt: noon, wh: 800 } },
          night: { key: '7', from: noon, until: noon + 1, isDeadline: true, told: ['danger'] },
          lastRead: { at: noon, state: 'paused', energyWh: 800 },
        },
      ],
      commands: [
        { chargerId: 'a/1', progress: { phase: 'sending', command: { kind: 'pause' }, at: noon } },
        {
          chargerId: 'a/1',
          progress: { phase: 'sent', command: { kind: 'lock' }, at: noon },
          superseded: true,
        },
      ],
    };
    const file = new FakeKeptFile();
    void writePersisted(file, kept);
    expect(readPersisted(file, log)).toEqual(kept);
    expect(log.lines).toEqual([]);
  });

  it('nothing of a notice on its way that is not understood', () => {
    const telling = { notice: { ...notice(), kind: 'rumour' }, covers: [], to: 'service' };
    expect(read({ version: 1, ...nothing, telling })).toEqual(nothing);
  });
});

describe('a memory file', () => {
  it('that is not there yet is nothing to speak of', () => {
    expect(read(undefined)).toEqual(nothing);
    expect(log.lines).toEqual([]);
  });

  it.each([
    { what: 'nonsense', value: 'memory' },
    { what: 'a list', value: [] },
    { what: 'no version', value: { chargers: [charger('a/1')] } },
    { what: 'a later version', value: { version: 2, chargers: [charger('a/1')] } },
  ])('with $what is not understood; everything starts anew', ({ value }) => {
    const file = new FakeKeptFile(value);
    const keptAside = 'kept.unknown.json';
    const isNewer = typeof value === 'object' && 'version' in value;
    expect(readPersisted(file, log)).toEqual({ ...nothing, trouble: { keptAside, isNewer } });
    const facts = { keptAside };
    expect(log.lines).toMatchObject([{ level: 'warn', facts }]);
    expect(file.asides).toEqual([value]);
  });

  it('that was broken was named by the file itself', () => {
    const file = new FakeKeptFile();
    const keptAside = 'memory.broken.json';
    file.keptAside = keptAside;
    const trouble = { keptAside, isNewer: false };
    expect(readPersisted(file, log)).toEqual({ ...nothing, trouble });
    expect(log.lines).toEqual([]);
  });

  it('with something that a later version has added is read, and kept for that one', () => {
    const value = { version: 1, chargers: [charger('a/1')], tides: ['high'] };
    const file = new FakeKeptFile(value);
    const trouble = { keptAside: 'kept.unknown.json', isNewer: true };
    expect(readPersisted(file, log)).toMatchObject({ chargers: [charger('a/1')], trouble });
    expect(file.asides).toEqual([value]);
  });

  it('with bad entries costs these entries only, and says how many', () => {
    const value = {
      version: 1,
      chargers: [
        charger('a/1'),
        { ...charger('a/2'), reading: { certainty: 'current', at: 1 } },
        { ...charger('a/3'), brand: 'acme' },
        'charger',
      ],
      outbox: [notice(), { ...notice(), kind: 'rumour' }],
      signInTold: ['a'],
      prices: [{ charger: 'wallbox/1', entries: 'many' }],
      commands: [{ chargerId: 'a/1', progress: { phase: 'hoped for' } }],
    };
    const file = new FakeKeptFile(value);
    expect(readPersisted(file, log)).toEqual({
      chargers: [charger('a/1')],
      outbox: [notice()],
      signInTold: ['a'],
      prices: [],
      commands: [],
      plans: [],
      trouble: { keptAside: 'kept.unknown.json', isNewer: false },
    });
    const facts = { lost: 6, keptAside: 'kept.unknown.json' };
    expect(log.lines).toMatchObject([{ level: 'warn', facts }]);
    expect(file.asides).toEqual([value]);
  });

  it('that is understood needs not be kept aside', () => {
    const file = new FakeKeptFile({ version: 1, ...nothing, chargers: [charger('a/1')] });
    readPersisted(file, log);
    expect(file.asides).toEqual([]);
  });

  it.each([
    { what: 'was read', trouble: undefined, asides: 0 },
    { what: 'could not be read', trouble: { lostKeys: ['accounts'] }, asides: 1 },
  ])('keeps chargers whose account is gone aside where that $what: $asides', (table) => {
    const file = new FakeKeptFile({});
    const chargers = [charger('a/1'), { ...charger('b/1'), accountId: 'b' }];
    const account = { id: 'a', brand: 'wallbox', label: 'owner', keepSignedIn: true } as const;
    const preferences = { records: () => [account], trouble: () => table.trouble };
    expect(ofAccounts(chargers, preferences, file)).toEqual([charger('a/1')]);
    expect(ofAccounts([charger('a/1')], preferences, file)).toEqual([charger('a/1')]);
    expect(file.asides).toHaveLength(table.asides);
  });

  it.each(['chargers', 'outbox', 'signInTold', 'commands'] as const)(
    'with bad %s keeps the rest',
    (key) => {
      const kept: PersistedState = { ...nothing, chargers: [charger('a/1')], outbox: [notice()] };
      expect(read({ version: 1, ...kept, [key]: 'bad' })).toEqual({ ...kept, [key]: [] });
    },
  );
});
