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
    expect(night.last?.view?.status).toEqual({ kind: 'blocked', why: 'notObeyed' });
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

  it('saves against the time since the car is there, not since somebody has planned', () => {
    // Two hours of 50 ct are over by the time that the car comes.
    const slots = prices.slots.map((slot, index) => {
      return index === 18 || index === 19 ? { ...slot, perKwh: 0.5 } : slot;
    });
    const night = new PlayedNight({ prices: { ...prices, slots, key: 'dear' } });
    night.reads('18:00', 'available');
    expect(night.last?.view?.saved?.amount).toBe('5.76');
    night.reads('20:00', 'waiting', { sessionWh: 0 });
    expect(night.last?.view?.saved?.amount).toBe('2.88');
  });

  it('is what is left of it costs, once a block is over', () => {
    const slots = prices.slots.map((slot, index) => ({
      ...slot,
      perKwh: index % 6 === 1 ? 0.1 : 0.3,
    }));
    const night = evening({ prices: { ...prices, slots, key: 'six' } });
    expect(night.blocks).toEqual(['19:00-20:00', '01:00-02:00']);
    night.reads('19:01', 'charging');
    expect(night.last?.view).toMatchObject({ cost: { amount: '1.44' }, saved: { amount: '1.44' } });
    night.reads('19:59', 'charging', { sessionWh: 7100 });
    night.reads('20:03', 'paused', { sessionWh: 7200 });
    expect(night.last?.view?.cost?.amount).toMatch(/^0\.7/);
    expect(night.last?.view).not.toHaveProperty('saved');
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

  it('is nobody where a charger has forgotten the pause when it comes back', () => {
    const night = evening();
    night.reads('20:00', 'charging');
    night.reads('20:05', 'paused');
    night.reads('21:00', 'offline');
    night.reads('21:02', 'charging');
    expect([night.status, night.sent]).toEqual(['waiting', ['pause', 'pause']]);
  });

  it('loses it to another car, even between two readings', () => {
    const night = evening();
    night.reads('26:00', 'paused');
    night.reads('26:02', 'charging', { sessionWh: 100 });
    night.reads('26:10', 'paused', { sessionWh: 1000, durationMs: 5 * 3_600_000 });
    expect(night.status).toBe('suspended');
    night.reads('26:30', 'charging', { sessionWh: 0, durationMs: minute });
    expect(night.status).toBe('charging');
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

describe('what is known', () => {
  it('by an old reading is not acted upon', () => {
    const night = evening();
    night.record = { ...night.record, validForMs: 5 * minute };
    night.reads('25:40', 'paused');
    night.at('26:00');
    expect(night.sent).toEqual([]);
  });

  it('before a sleep stays the plan until a reading tells more', () => {
    const night = evening(stored);
    night.sleepsUntil('27:30');
    expect(night.blocks).toEqual(['02:00-04:00']);
    expect(night.last).not.toHaveProperty('wanted');
  });

  it('of the car is less than what the charger is set to by now', () => {
    const night = new PlayedNight();
    night.memory = { chargerId: 'a/1', car: { powersW: [7200, 7300, 7100], takenWh: [] } };
    night.reads('18:00', 'waiting');
    expect(night.last?.view).toMatchObject({ powerW: 7200, powerFrom: 'car' });
    night.reads('18:02', 'waiting', { limitA: 10 });
    expect(night.last?.view?.powerW).toBeLessThan(2500);
  });

  it('of a full car is that what it takes for itself is none of the plan’s business', () => {
    const night = evening();
    night.reads('20:00', 'complete');
    night.reads('20:30', 'charging');
    expect([night.status, night.sent]).toEqual(['done', []]);
    night.reads('20:40', 'available');
    night.reads('20:50', 'charging');
    expect([night.status, night.sent]).toEqual(['waiting', ['pause']]);
  });
});

describe('a plan that is made anew', () => {
  const later = prices.slots.map((slot) =>
    slot.from >= clock('29:00') ? { ...slot, perKwh: 0.01 } : slot,
  );
  const other = { ...prices, slots: later, key: 'other' };

  it('ends no block that runs, however cheap it is to be later', () => {
    const night = evening();
    night.reads('26:00', 'paused');
    night.reads('26:02', 'charging', { sessionWh: 200 });
    night.at('26:30', { prices: other });
    expect([night.blocks[0], night.sent]).toEqual(['02:30-04:00', ['resume']]);
  });

  it('begins no more than four blocks a night', () => {
    const night = evening();
    const { night: before } = night.memory;
    if (!before) throw new Error('No night');
    const turns = prices.slots.flatMap(({ from, until }) => [
      { from, until: from + 30 * minute, perKwh: 0.1 },
      { from: from + 30 * minute, until, perKwh: 0.4 },
    ]);
    const often = { ...prices, slots: turns, key: 'often' };
    expect(night.at('18:20', { prices: often }).view?.blocks).toHaveLength(4);
    night.memory = { ...night.memory, night: { ...before, begun: 3 } };
    const again = { ...often, key: 'again' };
    expect(night.at('18:30', { prices: again }).view?.blocks).toHaveLength(1);
  });
});

const stored = { keptThere: { kind: 'stored' }, hasSchedules: true } as const;

describe('a charger that keeps the plan by itself', () => {
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
    expect(night.last?.limitWh).toBe(14_400);
    night.reads('26:00', 'offline');
    expect(night.last?.view?.status).toMatchObject({ kind: 'waiting', keptBy: 'charger' });
    expect(night.last).not.toHaveProperty('wanted');
  });
});
