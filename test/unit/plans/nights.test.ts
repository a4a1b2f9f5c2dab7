import { describe, expect, it } from 'vitest';
import { beforeEnd, nightAt } from '../../../electron/plans/decision/night.ts';
import type { PlanInput } from '../../../electron/plans/decision/situation.ts';
import { clock, hour, minute, PlayedNight, plan, prices } from './played-night.ts';

function evening(around: Partial<PlanInput> = {}): PlayedNight {
  const night = new PlayedNight(around);
  night.reads('18:00', 'available');
  night.reads('18:10', 'waiting', { sessionWh: 0 });
  return night;
}

describe('the end of a night', () => {
  it('that left the car short is told once, and charging goes on to the goal', () => {
    const night = evening({ plan: { ...plan, amount: { kind: 'energy', wh: 7 * 7200 } } });
    night.reads('24:00', 'paused');
    // It gives less than it could.
    for (let at = clock('24:05'); at < clock('31:00'); at += 5 * minute) {
      night.reads(at, 'charging', { sessionWh: ((at - clock('24:00')) / hour) * 6600 });
    }
    expect(night.told).toEqual(['planStarts', 'planInDanger']);
    const { events } = night.reads('31:01', 'charging', { sessionWh: 46_100 });
    expect(events).toMatchObject([
      { kind: 'planMissed', readyBy: clock('31:00'), wantedWh: 50_400, chargedWh: 46_100 },
    ]);
    night.reads('31:30', 'charging', { sessionWh: 49_000 });
    expect([night.status, night.sent]).toEqual(['charging', ['resume']]);
    night.reads('31:32', 'charging', { sessionWh: 49_500 });
    expect(night.sent).toEqual(['resume', 'pause']);
    expect(night.last?.view?.readyBy).toBe(clock('55:00'));
    expect(night.told).toEqual(['planStarts', 'planInDanger', 'planMissed']);
  });

  const quiet: readonly (readonly [string, Partial<PlanInput>, () => PlayedNight])[] = [
    ['the car has gone', {}, () => at('available')],
    ['the car takes no more', {}, () => at('waiting')],
    ['it is full', {}, () => at('complete')],
    ['dearer prices are not paid', {}, () => at('paused', { ...plan, highestPerKwh: 0.05 })],
  ];
  function at(state: 'available' | 'waiting' | 'complete' | 'paused', wish = plan): PlayedNight {
    const night = evening({ plan: wish });
    night.reads('31:01', state);
    return night;
  }
  it.each(quiet)('is not told where %s', (_, __, played) => {
    expect(played().told).not.toContain('planMissed');
  });

  it('is the end where dearer prices are not paid', () => {
    const night = evening({ plan: { ...plan, highestPerKwh: 0.05 } });
    night.reads('31:01', 'paused');
    expect(night.last?.view?.readyBy).toBe(clock('55:00'));
    expect(night.sent).toEqual([]);
  });

  it('says that the computer slept, and starts the car once', () => {
    const night = evening();
    night.sleepsUntil('30:00');
    expect([night.sent, night.told]).toEqual([[], []]);
    night.reads('30:01', 'paused', { sessionWh: 0 });
    expect([night.sent, night.told]).toEqual([['resume'], ['planInDanger', 'planStarts']]);
    night.reads('30:59', 'charging', { sessionWh: 7000 });
    const { events } = night.reads('31:01', 'charging', { sessionWh: 7200 });
    expect(events).toMatchObject([{ kind: 'planMissed', why: 'asleep', chargedWh: 7200 }]);
    expect(night.sent).toEqual(['resume']);
  });

  it('does not say so of a night that the charger has kept', () => {
    const night = evening({ keptThere: { kind: 'stored' }, hasSchedules: true });
    night.sleepsUntil('31:30');
    const { events } = night.reads('31:31', 'scheduled', { sessionWh: 9000 });
    expect(events).toMatchObject([{ kind: 'planMissed', chargedWh: 9000 }]);
    expect(events[0]).not.toHaveProperty('why');
  });

  it('says that the charger was out of reach', () => {
    const night = evening();
    for (const time of ['26:00', '27:00', '30:00', '31:01']) night.reads(time, 'offline');
    expect(night.told).not.toContain('planMissed');
    const { events } = night.reads('31:20', 'paused', { sessionWh: 0 });
    expect(events).toMatchObject([{ kind: 'planMissed', why: 'offline' }]);
    expect(night.sent).toEqual(['resume']);
  });

  it('is not told days later, when the app is started again', () => {
    const night = evening();
    night.sleepsUntil('80:00');
    night.reads('80:01', 'paused', { sessionWh: 0 });
    expect(night.told).toEqual([]);
    expect(night.last?.view?.readyBy).toBe(clock('103:00'));
  });

  it('is told by no reading of before it', () => {
    const night = evening();
    night.sleepsUntil('33:00');
    expect(night.told).not.toContain('planMissed');
  });
});

describe('danger', () => {
  it('is not told for a minute', () => {
    const night = evening();
    night.reads('29:03', 'lockedCar', { sessionWh: 0 });
    expect(night.last?.view?.reasons).toMatchObject([{ kind: 'tooLittleTime' }]);
    expect(night.told).not.toContain('planInDanger');
  });

  it('is told once a night, with what is still possible', () => {
    const night = evening();
    night.reads('30:00', 'lockedCar', { sessionWh: 0 });
    expect(night.last?.events).toMatchObject([
      { kind: 'planInDanger', readyBy: clock('31:00'), wantedWh: 14_400, possibleWh: 7200 },
    ]);
    for (const time of ['30:10', '30:20', '30:40']) night.reads(time, 'lockedCar');
    expect(night.told.filter((kind) => kind === 'planInDanger')).toHaveLength(1);
  });

  it('is not told to whoever asks for too much, nor while no car is there', () => {
    const night = new PlayedNight();
    night.reads('30:00', 'paused');
    expect(night.told).toEqual([]);
    const other = new PlayedNight();
    other.reads('20:00', 'available');
    other.reads('30:00', 'available');
    expect(other.told).toEqual([]);
  });
});

describe('a reminder', () => {
  const reminded = { plan: { ...plan, remindAt: 21 * 60 } };

  it('is told once a day where no car is plugged in', () => {
    const night = new PlayedNight(reminded);
    night.reads('20:00', 'available');
    expect(night.last?.nextAt).toBe(clock('21:00'));
    expect(night.at('21:00').events).toMatchObject([
      { kind: 'notPluggedIn', startsAt: clock('26:00') },
    ]);
    night.reads('21:10', 'available');
    night.reads('22:10', 'available');
    expect(night.told).toEqual(['notPluggedIn']);
    night.at('45:00');
    expect(night.told).toEqual(['notPluggedIn', 'notPluggedIn']);
  });

  it('is not told where a car is, nor hours late', () => {
    const night = evening(reminded);
    night.reads('21:00', 'paused');
    const late = new PlayedNight(reminded);
    late.reads('20:00', 'available');
    late.sleepsUntil('23:30');
    expect([night.told, late.told]).toEqual([[], []]);
  });
});

describe('how much is left', () => {
  it('counts a car that was unplugged and comes back', () => {
    const night = evening();
    night.reads('26:00', 'paused');
    night.reads('26:30', 'charging', { sessionWh: 4000 });
    night.reads('26:32', 'available');
    expect(night.status).toBe('noCar');
    night.reads('27:00', 'charging', { sessionWh: 400, startedAt: clock('26:58') });
    expect(night.last?.view?.leftWh).toBe(10_000);
  });

  it('does not count what was charged before the night', () => {
    const night = new PlayedNight();
    night.reads('18:00', 'charging', { sessionWh: 5000, startedAt: clock('17:00') });
    expect(night.last?.view?.leftWh).toBe(14_400);
    night.reads('18:02', 'charging', { sessionWh: 5400, startedAt: clock('17:00') });
    expect(night.last?.view?.leftWh).toBe(14_000);
  });

  it('goes by the time in which power flowed', () => {
    const night = evening({ plan: { ...plan, amount: { kind: 'time', ms: hour } } });
    expect(night.last?.view?.leftWh).toBe(7200);
    night.reads('18:20', 'charging');
    night.reads('18:50', 'charging');
    expect(night.last?.view?.leftWh).toBe(3600);
  });

  it('goes by what the car took before where it is to be full', () => {
    const night = evening({ plan: { ...plan, amount: { kind: 'full' } } });
    expect(night.last?.view?.leftWh).toBe(30_000);
    night.memory = { ...night.memory, car: { powersW: [3600, 3600], takenWh: [9000, 12_000] } };
    night.reads('18:30', 'paused', { sessionWh: 2000 });
    expect(night.last?.view).toMatchObject({ leftWh: 10_000, powerW: 3600, powerFrom: 'car' });
    night.reads('18:40', 'complete', { sessionWh: 3000 });
    expect(night.last?.view).toMatchObject({ status: { kind: 'done' }, blocks: [], leftWh: 0 });
  });

  it('is charged at once as far as its owner wants', () => {
    const night = evening({ plan: { ...plan, atOnceWh: 3600, notBefore: 22 * 60 } });
    expect(night.blocks).toEqual(['18:10-18:40', '02:30-04:00']);
    night.reads('18:12', 'charging', { sessionWh: 100 });
    night.reads('18:38', 'charging', { sessionWh: 3300 });
    night.reads('18:41', 'charging', { sessionWh: 3600 });
    expect([night.blocks, night.sent]).toEqual([['02:30-04:00'], ['pause']]);
  });
});

describe('moments of a night', () => {
  const berlin = { plan, zone: 'Europe/Berlin' };
  const table: readonly (readonly [string, number, number, number])[] = [
    [
      'in winter',
      Date.UTC(2026, 10, 23, 17),
      Date.UTC(2026, 10, 24, 6),
      Date.UTC(2026, 10, 23, 21),
    ],
    [
      'when the clock is put back',
      Date.UTC(2026, 9, 24, 17),
      Date.UTC(2026, 9, 25, 6),
      Date.UTC(2026, 9, 24, 20),
    ],
    [
      'when it is put forward',
      Date.UTC(2027, 2, 27, 17),
      Date.UTC(2027, 2, 28, 5),
      Date.UTC(2027, 2, 27, 21),
    ],
  ];
  it.each(table)('%s', (_, now, until, tenInTheEvening) => {
    expect(nightAt(now, berlin)).toMatchObject({ until, isDeadline: true });
    expect(beforeEnd(22 * 60, until, 'Europe/Berlin')).toBe(tenInTheEvening);
  });

  it('end at noon where nobody has to leave, and not while the car stays', () => {
    const { readyBy: _readyBy, ...whenever } = plan;
    const night = evening({ plan: whenever, prices });
    expect(night.memory.night?.until).toBe(clock('36:00'));
    night.reads('26:00', 'paused');
    night.reads('27:00', 'charging', { sessionWh: 7000 });
    night.reads('36:01', 'paused', { sessionWh: 7000 });
    expect(night.memory.night?.from).toBe(clock('18:00'));
    night.reads('60:01', 'available');
    expect(night.memory.night?.from).toBe(clock('60:01'));
  });

  it('are others once their owner wants others', () => {
    const night = evening();
    night.at('19:00', { plan: { ...plan, readyBy: { days: [2], minute: 8 * 60 } } });
    expect(night.last?.view?.readyBy).toBe(clock('32:00'));
    expect(night.last?.nextAt).toBeLessThanOrEqual(clock('32:00') + minute);
  });
});
