import { describe, expect, it } from 'vitest';
import {
  readPersisted,
  writePersisted,
} from '../../../electron/app/persistence/persisted-state.ts';
import { chargerState } from '../../../electron/app/state-projection.ts';
import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import type { ChargerEvent } from '../../../electron/charging/reduce.ts';
import type { ChargerTracker } from '../../../electron/charging/tracker.ts';
import { Notifier } from '../../../electron/notifications/notifier.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { sessionSpanMs } from '../../../shared/domain/session/session-span.ts';
import { timesIn } from '../../../shared/text/format.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { FakeKeptFile } from '../../fakes/fake-kept-file.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { RecordedNotices } from '../../fakes/recorded-notices.ts';
import { toldPipeline } from '../../fakes/told-pipeline.ts';
import { endedSession, noon } from '../../fixtures/core-notices.ts';
import { anObservation } from '../../fixtures/observations.ts';

const id = 'a/1';
const minute = 60_000;
const silent: ChargerStatus = { state: 'waiting', notSaid: true };
const garage = newRecord({ id, accountId: 'a', brand: 'wallbox' });

/** An app that is killed and started again before each happening; only its file survives. */
class Restarted {
  readonly file = new FakeKeptFile();
  readonly desktop = new RecordedNotices();
  readonly clock = new FakeClock(noon);
  readonly log = new RecordedLog();
  zone = 'Europe/Berlin';

  constructor(record: ChargerRecord = garage) {
    void writePersisted(this.file, {
      chargers: [record],
      outbox: [],
      signInTold: [],
      commands: [],
      plans: [],
      prices: [],
    });
  }

  run() {
    const { clock, log, desktop } = this;
    const kept = readPersisted(this.file, log);
    const save = () =>
      writePersisted(this.file, {
        chargers: tracker.records(),
        ...notifier.kept(),
        signInTold: [],
        commands: [],
        plans: [],
        prices: [],
      });
    const notifier = new Notifier({ port: desktop, clock, log, kept, save });
    const zone = () => this.zone;
    const { pipeline, tracker } = toldPipeline({
      clock,
      log,
      kept: kept.chargers,
      notifier,
      zone,
      save,
    });
    return { pipeline, save, tracker };
  }

  async read(status: ChargerStatus, more: Partial<Observation> = {}): Promise<void> {
    const at = this.clock.now();
    await this.apply({ kind: 'observed', at, observation: anObservation(status, more) });
  }

  async fail(failure: Failure): Promise<void> {
    await this.apply({ kind: 'failed', at: this.clock.now(), failure });
  }

  private async apply(event: ChargerEvent): Promise<void> {
    const { pipeline } = this.run();
    pipeline.apply(id, { kind: 'interrupted' });
    pipeline.apply(id, event);
    await turns();
    await this.clock.advance(minute);
  }
}

describe('an app that is killed after every look', () => {
  it('tells the end of a charge once', async () => {
    const app = new Restarted();
    await app.read({ state: 'available' });
    await app.read(silent);
    await app.read({ state: 'charging' });
    await app.read(silent);
    await app.read(silent);
    await app.read({ state: 'available' });
    expect(app.desktop.titles).toEqual(['Charging ended · Garage']);
  });

  it('tells a power cut and what the vehicle does in it once', async () => {
    const app = new Restarted();
    await app.read(silent, { grid: 'present' });
    await app.read({ state: 'discharging', phase: 'preparing' }, { grid: 'powerCut' });
    await app.read({ state: 'discharging', phase: 'active' }, { grid: 'unknown' });
    await app.read({ state: 'discharging', phase: 'active' }, { grid: 'powerCut' });
    await app.read(silent, { grid: 'present' });
    expect(app.desktop.titles).toEqual([
      'Power cut · Garage',
      'Your vehicle is powering the house',
      'Power restored · Garage',
      'Vehicle stopped powering the house',
    ]);
  });

  it('tells when something was by the clock of the zone to which it has come', async () => {
    const app = new Restarted();
    await app.read({ state: 'charging' });
    app.zone = 'Asia/Tokyo';
    await app.read({ state: 'error', code: '14' });
    const at = (timeZone: string) => timesIn({ timeZone }).time(app.clock.now() - 2 * minute);
    const [notice] = app.desktop.offered;
    expect(notice?.body).toContain(at('Asia/Tokyo'));
    expect(notice?.body).not.toContain(at('Europe/Berlin'));
  });

  it('tells of another charger once, and leads to the one that was known', async () => {
    const app = new Restarted();
    const other: Failure = { kind: 'otherCharger', found: 'SWA34DEF', known: 'SWA12ABC' };
    await app.read({ state: 'available' });
    await app.fail(other);
    await app.fail({ kind: 'timedOut' });
    await app.fail(other);
    expect(app.desktop.offered).toMatchObject([{ kind: 'identity', chargerId: id }]);
  });
});

it('a charger that goes and returns is in the log once each', async () => {
  const app = new Restarted();
  const { pipeline } = app.run();
  const at = app.clock.now();
  const observation = anObservation('available');
  const failed = { kind: 'failed', at, failure: { kind: 'unreachable' } } as const;
  for (const event of [failed, failed, { kind: 'observed', at, observation } as const]) {
    pipeline.apply(id, event);
    pipeline.apply(id, event);
  }
  const turns_ = app.log.lines.filter(({ line }) => line === 'reading');
  expect(turns_.map(({ facts }) => facts?.is)).toEqual(['current']);
});

it('what a look saw happened at that look, however late it is heard of', async () => {
  const app = new Restarted();
  const { pipeline } = app.run();
  const at = app.clock.now();
  const observation = anObservation({ state: 'waiting' });
  pipeline.apply(id, { kind: 'observed', at, observation });
  await app.clock.advance(minute);
  pipeline.apply(id, { kind: 'observed', at: at + 1, observation: anObservation('lockedCar') });
  await turns();
  expect(app.desktop.offered).toMatchObject([{ kind: 'carWaiting', happenedAt: at + 1 }]);
});

describe('how long a charge took, as the window may know it', () => {
  const { energyWh: _none, ...uncounted } = endedSession({ directionless: true });
  const cases = {
    'seen to its end': { session: uncounted, said: true },
    'ended unseen, but counted': { session: endedSession({ endReason: 'unseen' }), said: true },
    'ended unseen and nothing counted': {
      session: { ...uncounted, endReason: 'unseen' as const },
      said: false,
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { session, said }) => {
    const reading = {
      certainty: 'current' as const,
      at: noon,
      observation: anObservation('paused'),
    };
    const shown = chargerState({ ...garage, reading, session }, undefined).session;
    expect(shown && sessionSpanMs(shown, reading) !== undefined).toBe(said);
    for (const own of ['endReason', 'directionless']) expect(shown).not.toHaveProperty(own);
  });
});

describe('what its list calls a charger', () => {
  const account = { accountId: 'a', brand: 'wallbox' } as const;
  const [first, second] = [{ id, name: 'Garage', model: 'Copper SB' }, { id: 'a/2' }];
  const shown = (tracker: ChargerTracker) =>
    tracker.watched().map((record) => chargerState(record, undefined).listed);

  it('is known before the first look, and after a restart', async () => {
    const app = new Restarted();
    const { save, tracker } = app.run();
    tracker.list(account, [first, second]);
    expect(shown(tracker)).toEqual([{ name: 'Garage', model: 'Copper SB' }, undefined]);
    await save();
    expect(shown(app.run().tracker)).toEqual(shown(tracker));
  });

  it('changes with the list, and stays when the list no longer says it', () => {
    const { tracker } = new Restarted().run();
    tracker.list(account, [first]);
    tracker.list(account, [{ id, name: 'Carport' }]);
    expect(shown(tracker)).toEqual([{ name: 'Carport', model: 'Copper SB' }]);
  });

  it('is no news while nothing has changed', () => {
    const { tracker } = new Restarted().run();
    expect(tracker.list(account, [first, second])).toBe(true);
    expect(tracker.list(account, [first, second])).toBe(false);
  });
});
