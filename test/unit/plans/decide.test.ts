import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../electron/plans/decision/situation.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { clock, minute, PlayedNight, plan, prices } from './played-night.ts';

type State = ChargerStatus['state'] | ChargerStatus;

/** In the evening, when the plan is set and the car comes. */
function evening(around: Partial<PlanInput> = {}): PlayedNight {
  const night = new PlayedNight(around);
  night.reads('18:00', 'available');
  night.reads('18:10', 'waiting', { sessionWh: 0 });
  return night;
}

describe('what is sent', () => {
  const table: readonly (readonly [
    string,
    string,
    State,
    Partial<Observation>,
    readonly string[],
  ])[] = [
    ['charging outside a block', '20:00', 'charging', {}, ['pause']],
    ['power without a direction', '20:00', 'transferring', {}, ['pause']],
    ['waiting for its turn outside', '20:00', { state: 'queued', cause: 'loadSharing' }, {}, []],
    ['waiting for the car outside', '20:00', 'waiting', {}, []],
    ['full outside', '20:00', 'complete', {}, []],
    ['by the sun alone', '20:00', 'charging', { solarMode: 'solar' }, []],
    ['paused in a block', '26:00', 'paused', {}, ['resume']],
    ['held by its own schedule', '26:00', 'scheduled', {}, ['resume']],
    ['stopped or full, nobody knows', '26:00', { state: 'paused', notSaid: true }, {}, []],
    ['charging in a block', '26:00', 'charging', {}, []],
    ['waiting for its turn in a block', '26:00', { state: 'queued', cause: 'loadSharing' }, {}, []],
    ['locked', '26:00', 'lockedCar', {}, []],
    ['under another control', '26:00', 'paused', { foreignControl: true }, []],
    ['without a right', '26:00', 'paused', { mayCommand: false }, []],
    ['no car', '26:00', 'available', {}, []],
  ];
  it.each(table)('%s', (_, time, state, seen, sent) => {
    const night = evening();
    night.reads(time, state, seen);
    expect(night.sent).toEqual(sent);
  });

  it('is nothing without a reading that still holds', () => {
    const night = evening();
    const { reading } = night.record;
    if (reading.certainty !== 'current') throw new Error('No reading');
    const observation = { ...reading.observation, status: { state: 'charging' as const } };
    night.record = {
      ...night.record,
      reading: { certainty: 'outdated', at: reading.at, since: reading.at, observation },
    };
    night.at('20:00');
    expect(night.sent).toEqual([]);
  });

  it('is sent once more at most where it came to nothing, and then said', () => {
    const night = evening();
    for (let passed = 0; passed < 60; passed += 2) {
      night.reads(clock('20:00') + passed * minute, 'charging');
    }
    expect(night.sent).toEqual(['pause', 'pause']);
    expect(night.last?.view?.status).toEqual({ kind: 'blocked', why: 'notSupported' });
  });

  it('is two commands for a block, however often it is read', () => {
    const night = evening();
    let wh = 0;
    for (let at = clock('18:12'); at < clock('31:00'); at += 2 * minute) {
      const isOn = night.sent.at(-1) === 'resume';
      if (isOn) wh += (7200 * 2) / 60;
      night.reads(at, isOn ? 'charging' : 'paused', { sessionWh: wh });
    }
    expect(night.sent).toEqual(['resume', 'pause']);
    expect(wh).toBeGreaterThan(14_000);
    expect(wh).toBeLessThan(14_900);
  });
});

describe('what is said', () => {
  it('is when it charges, what that costs, and from what it knows the power', () => {
    const night = evening();
    expect(night.blocks).toEqual(['02:00-04:00']);
    expect(night.last?.view).toMatchObject({
      status: { kind: 'waiting', keptBy: 'computer' },
      readyBy: clock('31:00'),
      leftWh: 14_400,
      powerW: 7200,
      powerFrom: 'limit',
      cost: { amount: '1.44', currency: 'EUR' },
      saved: { amount: '2.88', currency: 'EUR' },
      by: 'market',
    });
  });

  const reasons: readonly (readonly [string, State, Partial<Observation>])[] = [
    ['locked', 'lockedCar', {}],
    ['locked', 'locked', {}],
    ['foreignControl', 'paused', { foreignControl: true }],
    ['noRight', 'paused', { mayCommand: false }],
    ['offline', 'offline', {}],
    ['notSupported', 'charging', { abilities: {} }],
    ['solarMode', { state: 'queued', cause: 'solarMode' }, {}],
    ['solarMode', 'waiting', { solarMode: 'solar' }],
  ];
  it.each(reasons)('blocked before the night: %s', (why, state, seen) => {
    const night = evening();
    night.reads('20:00', state, seen);
    expect(night.last?.view?.status).toEqual({ kind: 'blocked', why });
  });

  it('that its own schedule is in the way once it has not obeyed', () => {
    const night = evening();
    for (const time of ['26:01', '26:06', '26:12', '26:18']) night.reads(time, 'scheduled');
    expect(night.sent).toEqual(['resume', 'resume']);
    expect(night.last?.view?.status).toEqual({ kind: 'blocked', why: 'ownSchedule' });
  });

  it('that prices are missing, and that it still ends on time', () => {
    const night = evening({ prices: { ...prices, slots: [], key: '' } });
    expect(night.status).toBe('noPrices');
    expect(night.blocks).toEqual(['04:45-06:45']);
  });

  it('that prices are missing, and nothing is done on a guess', () => {
    const { readyBy: _readyBy, ...whenever } = plan;
    const night = evening({ plan: whenever, prices: { ...prices, slots: [], key: '' } });
    night.reads('20:00', 'charging');
    expect([night.status, night.blocks, night.sent]).toEqual(['noPrices', [], []]);
  });
});

describe('somebody who takes over', () => {
  it('in the app of its maker, while it charges: nothing is sent until the car has gone', () => {
    const night = evening();
    night.reads('26:00', 'paused');
    night.reads('26:02', 'charging', { sessionWh: 100 });
    night.reads('26:10', 'paused', { sessionWh: 1000 });
    expect(night.last?.view?.status).toEqual({ kind: 'suspended', until: clock('31:00') });
    for (const time of ['26:20', '27:00', '28:10', '30:00']) night.reads(time, 'charging');
    expect(night.sent).toEqual(['resume']);
    night.reads('30:10', 'available');
    night.reads('30:20', 'charging');
    expect(night.status).not.toBe('suspended');
  });

  it('while the plan keeps it waiting', () => {
    const night = evening();
    night.reads('20:00', 'charging');
    night.reads('20:05', 'paused');
    night.reads('21:00', 'charging');
    expect(night.status).toBe('suspended');
    night.reads('26:30', 'paused');
    expect(night.sent).toEqual(['pause']);
  });

  it('is not whoever plugs it in anew, even between two readings', () => {
    const night = evening();
    night.reads('20:00', 'charging', { durationMs: 2 * 3_600_000 });
    night.reads('20:05', 'paused', { durationMs: 2.1 * 3_600_000 });
    night.reads('21:00', 'charging', { durationMs: minute });
    expect(night.sent).toEqual(['pause', 'pause']);
    expect(night.status).toBe('waiting');
  });

  it('keeps it until that night is over, and no longer', () => {
    const night = evening();
    night.reads('26:00', 'paused');
    night.reads('26:02', 'charging', { sessionWh: 100 });
    night.reads('26:10', 'paused', { sessionWh: 1000 });
    night.reads('31:02', 'paused');
    expect([night.status, night.told]).toEqual(['waiting', ['planStarts']]);
  });
});

describe('a charger that keeps the plan by itself', () => {
  const stored = { keptThere: { kind: 'stored' }, hasSchedules: true } as const;

  it('is sent nothing, but that it is to go back to it, once', () => {
    const night = evening();
    for (const time of ['20:00', '20:10', '20:20']) {
      Object.assign(night.around, stored);
      night.reads(time, 'charging');
    }
    expect(night.sent).toEqual(['backToSchedule']);
  });

  it('is given back to it when the night is over in which somebody had taken over', () => {
    const night = evening(stored);
    night.reads('26:05', 'charging', { sessionWh: 500 });
    night.reads('26:20', 'paused', { sessionWh: 2000 });
    expect(night.status).toBe('suspended');
    night.reads('31:02', 'paused', { sessionWh: 2000 });
    expect([night.status, night.sent]).toEqual(['waiting', []]);
    for (const time of ['31:07', '31:12', '31:17']) night.reads(time, 'paused');
    expect(night.sent).toEqual(['backToSchedule']);
  });

  it('needs nobody who can reach it', () => {
    const night = evening(stored);
    expect(night.last?.wanted).toEqual([{ from: clock('26:00'), until: clock('28:00') }]);
    night.reads('26:00', 'offline');
    expect(night.last?.view?.status).toMatchObject({ kind: 'waiting', keptBy: 'charger' });
    expect(night.last?.wanted).toEqual([{ from: clock('26:00'), until: clock('28:00') }]);
    expect(night.last?.limitWh).toBe(14_400);
  });
});
