import { beforeEach, describe, expect, it } from 'vitest';
import type { Pipeline } from '../../../electron/app/pipeline.ts';
import type { Update } from '../../../electron/charging/reader.ts';
import { newRecord } from '../../../electron/charging/record.ts';
import { soundEvent } from '../../../electron/charging/sound-event.ts';
import type { ChargerTracker } from '../../../electron/charging/tracker.ts';
import { Notifier } from '../../../electron/notifications/notifier.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { RecordedNotices } from '../../fakes/recorded-notices.ts';
import { toldPipeline } from '../../fakes/told-pipeline.ts';
import { anObservation } from '../../fixtures/observations.ts';

const id = 'a/1';
const clock = new FakeClock();
const at = clock.now();
let log: RecordedLog;
let tracker: ChargerTracker;
let pipeline: Pipeline;
/** What the readers were told. */
let taken: Update[];

beforeEach(() => {
  log = new RecordedLog();
  taken = [];
  const save = async () => undefined;
  const heard = { name: 'test', tell: (update: Update) => void taken.push(update) };
  ({ pipeline, tracker } = toldPipeline({
    clock,
    log,
    kept: [newRecord({ id, accountId: 'a', brand: 'wallbox' })],
    notifier: new Notifier({
      port: new RecordedNotices(),
      clock,
      log,
      kept: { outbox: [] },
      save,
    }),
    readers: [heard],
    save,
  }));
});

/** As a brand that has no readers of its own might say it. */
const raw = (more: object): Observation => ({ ...anObservation('charging'), ...more });
const read = (observation: Observation) =>
  pipeline.apply(id, { kind: 'observed', at, observation });

const never = () => {
  throw new Error('It makes sense');
};

describe('a brand that tells what cannot be', () => {
  it('is heard in all that can: state and history never hold the rest', async () => {
    const whole = { powerW: 7200, energyWh: 1000, limitA: 16 };
    read(
      raw({
        ...whole,
        name: 'Gar\u202eage\n',
        durationMs: Number.POSITIVE_INFINITY,
        greenEnergyWh: Number.NaN,
        phases: 2,
        currentA: 1001,
        locked: Object,
        mayCommand: 'constructor',
        solarMode: '__proto__',
        price: { perKwh: Number.POSITIVE_INFINITY, currency: 'EUR' },
        secret: () => 'x',
      }),
    );
    await turns();
    const observation = anObservation('charging', { ...whole, name: 'Garage' });
    expect(tracker.record(id)?.reading).toStrictEqual({ certainty: 'current', at, observation });
    expect(taken).toMatchObject([{ event: { kind: 'observed', at, observation } }]);
    expect(log.text).not.toContain('error');
  });

  it('is no brand to believe where nothing makes sense: the last reading gets old', () => {
    read(raw({ powerW: 7200 }));
    read({ nonsense: true } as unknown as Observation);
    expect(tracker.record(id)?.reading).toMatchObject({
      certainty: 'outdated',
      because: { kind: 'notUnderstood' },
      observation: { powerW: 7200 },
    });
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: 'error', line: 'reading makes no sense' }),
    );
  });

  it('changes nothing with a senseless reply', () => {
    read(raw({}));
    const before = tracker.record(id);
    pipeline.apply(id, { kind: 'replied', observation: {} as Observation });
    expect(tracker.record(id)).toBe(before);
  });

  it('is heard now where its times are none', () => {
    const observation = anObservation('charging');
    const now = at + 1000;
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY, -1]) {
      const told = { kind: 'observed', at: none, observation, validForMs: none } as const;
      expect(soundEvent(told, { bug: never, now })).toStrictEqual({
        kind: 'observed',
        at: now,
        observation,
      });
    }
  });

  it('fails like anybody else, without a time that no clock shows', () => {
    const serverError = { kind: 'serverError', until: Number.POSITIVE_INFINITY } as const;
    expect(
      soundEvent({ kind: 'failed', at, failure: serverError }, { bug: never, now: at }),
    ).toStrictEqual({
      kind: 'failed',
      at,
      failure: { kind: 'serverError' },
    });
    const other = { kind: 'otherCharger', found: 'S\u001b[2J1', known: 'S2' } as const;
    expect(
      soundEvent({ kind: 'failed', at, failure: other }, { bug: never, now: at }),
    ).toMatchObject({
      failure: { found: 'S[2J1', known: 'S2' },
    });
  });
});
