import { describe, expect, it } from 'vitest';
import { newRecord } from '../../../electron/charging/record.ts';
import { type PlanMemory, waitsThere } from '../../../electron/plans/plan-memory.ts';
import { turns } from '../../fakes/fake-clock.ts';
import { id, PlansBench } from './plans-bench.ts';
import { clock, hour, minute, plan } from './played-night.ts';

/** A plan that keeps a car waiting. */
async function holding(): Promise<PlansBench> {
  const bench = await new PlansBench().started();
  await bench.wants(plan);
  bench.reads('charging');
  bench.reads('paused');
  expect(bench.sent).toEqual(['plan: pause']);
  return bench;
}

describe('while no plan is on', () => {
  it('nothing waits, nothing is remembered, and nobody is shown anything', async () => {
    const bench = await new PlansBench().started();
    bench.reads('charging');
    await bench.wants({ ...plan, isOn: false });
    bench.plans.asked(id, { kind: 'pause' }, 'person');
    bench.plans.goOn(id);
    expect(bench.clock.waiting).toBe(0);
    expect([bench.plans.kept(), bench.plans.view(id), bench.plans.hint(id)]).toEqual([
      [],
      undefined,
      undefined,
    ]);
  });

  it('a plan can be looked at, and is not carried out', async () => {
    const bench = await new PlansBench().started();
    bench.reads('charging');
    const view = await bench.plans.preview(id, plan);
    expect(view).toMatchObject({ status: { kind: 'waiting' }, leftWh: 14_400, by: 'market' });
    expect(view?.blocks).toHaveLength(1);
    expect([bench.sent, bench.plans.view(id), bench.clock.waiting]).toEqual([[], undefined, 0]);
    expect(await bench.plans.preview('a/2', plan)).toBeNull();
  });
});

describe('a plan that is on', () => {
  it('is looked at when its blocks begin and end', async () => {
    const bench = await holding();
    await bench.clock.advance(clock('26:05') - bench.clock.now());
    expect(bench.sent).toEqual(['plan: pause', 'plan: resume']);
    bench.reads('charging', { energyWh: 0 });
    expect(bench.clock.waiting).toBeGreaterThan(0);
    await bench.plans.stop();
    expect(bench.clock.waiting).toBe(0);
  });

  it('remembers what it sends before it is sent', async () => {
    const { keptThen } = await holding();
    expect(keptThen[0]).toMatchObject([{ chargerId: id, phase: { tries: 1 } }]);
  });

  it('sends later what has not left this computer, and counts that as no try', async () => {
    const bench = await new PlansBench().started();
    await bench.wants(plan);
    bench.fails = { kind: 'unreachable' };
    for (let at = 0; at < 20; at += 1) {
      bench.reads('charging');
      await bench.clock.advance(minute);
    }
    // Every five minutes at most.
    expect(bench.sent.length).toBeLessThanOrEqual(5);
    const before = bench.sent.length;
    bench.fails = { kind: 'rateLimited', until: bench.clock.now() + 20 * minute };
    await bench.clock.advance(10 * minute);
    bench.fails = undefined;
    await bench.clock.advance(9 * minute);
    expect(bench.sent).toHaveLength(before + 1);
    await bench.clock.advance(9 * minute);
    expect(bench.sent).toHaveLength(before + 2);
    expect(bench.plans.view(id)?.status.kind).toBe('waiting');
  });

  it('remembers as tried what it gave up when it ended, for that may have left', async () => {
    const bench = await new PlansBench().started();
    await bench.wants(plan);
    bench.fails = { kind: 'unreachable' };
    bench.reads('charging');
    await bench.plans.stop();
    await turns(3);
    expect(bench.plans.kept()).toMatchObject([{ phase: { tries: 1 } }]);
  });

  it('shows the same object while nothing changes', async () => {
    const bench = await holding();
    const [view, shown] = [bench.plans.view(id), bench.shown];
    await bench.clock.advance(minute);
    bench.reads('paused');
    expect(bench.plans.view(id)).toBe(view);
    expect(bench.shown).toBe(shown);
  });

  it('goes on where another start left it', async () => {
    const before = await holding();
    const bench = new PlansBench(before.plans.kept(), { [id]: plan });
    bench.reads('paused');
    expect(bench.plans.hint(id)).toMatchObject({ holds: true });
    await bench.started();
    bench.reads('paused');
    expect([bench.sent, bench.plans.view(id)?.status.kind]).toEqual([[], 'waiting']);
  });

  it('tells what a pause means, until the car has what it was to have', async () => {
    const bench = await holding();
    await bench.clock.advance(minute);
    bench.reads('paused', { energyWh: 0 });
    const common = { since: clock('18:00'), rests: ['paused'] };
    expect(bench.plans.hint(id)).toEqual({ ...common, holds: true });
    await bench.clock.advance(minute);
    bench.reads('paused', { energyWh: 20_000 });
    expect(bench.plans.hint(id)).toEqual({ ...common, holds: false, isDone: true });
  });

  it.each([
    ['by the charger, outside its blocks', true, 25, true],
    ['by the charger, within a block', true, 15, false],
    ['by the computer', false, 25, false],
  ])('waits for its schedule %s', (_, isThere, minutes, waits) => {
    const block = (from: number) => ({ from: from * minute, until: (from + 10) * minute });
    const planned = { blocks: [block(10), block(30)] } as unknown as PlanMemory['planned'];
    const phase = {
      isCharge: false,
      since: 0,
      tries: 0,
      ...(isThere && { isThere: true as const }),
    };
    expect(waitsThere({ chargerId: id, planned, phase }, minutes * minute)).toBe(waits);
  });

  it('goes by what its owner pays rather than by the market', async () => {
    const bench = await holding();
    expect(bench.plans.view(id)?.by).toBe('market');
    const evening = { from: clock('20:00'), until: clock('23:00'), perKwh: '0.05' };
    const night = { from: clock('23:00'), until: clock('48:00'), perKwh: '0.25' };
    bench.paid = [evening, night].map((slot) => ({ ...slot, currency: 'CHF' }));
    bench.plans.pricesChanged();
    await turns();
    const view = bench.plans.view(id);
    expect(view).toMatchObject({ by: 'tariff', cost: { currency: 'CHF' } });
    expect(view?.blocks.at(-1)?.until).toBeLessThanOrEqual(clock('23:00'));
  });

  it('waits for nothing of a charger that is gone', async () => {
    const bench = await holding();
    bench.records.clear();
    await bench.clock.advance(24 * hour);
    expect([bench.plans.view(id), bench.clock.waiting]).toEqual([undefined, 0]);
    await bench.wants({ ...plan, isOn: false });
    expect(bench.plans.kept()).toEqual([]);
  });

  it('survives a bug in itself', async () => {
    const bench = await holding();
    bench.records.set(id, { reading: { certainty: 'current' } } as never);
    await bench.clock.advance(24 * hour);
    expect(bench.log.text).toContain('plans not carried out');
    expect(bench.log.lines.length).toBeLessThan(30);
    bench.reads('paused');
    expect(bench.plans.view(id)?.status.kind).toBe('waiting');
  });

  it('says in the log that it was not obeyed', async () => {
    const bench = await new PlansBench().started();
    bench.refuses = true;
    await bench.wants(plan);
    bench.reads('charging');
    await turns();
    expect(bench.log.text).toContain('plan not obeyed');
  });
});

describe('a plan that is switched off', () => {
  it('lets a car go on that it has kept waiting', async () => {
    const bench = await holding();
    await bench.wants({ ...plan, isOn: false });
    expect(bench.sent).toEqual(['plan: pause', 'plan: resume']);
    expect(bench.plans.view(id)).toBeUndefined();
    expect(bench.clock.waiting).toBe(0);
    bench.reads('paused');
    expect(bench.sent).toHaveLength(2);
  });

  it('gives it back to a schedule of its own', async () => {
    const bench = await holding();
    await bench.clock.advance(minute);
    bench.reads('paused', { hasSchedule: true });
    await bench.wants({ ...plan, isOn: false });
    expect(bench.sent).toEqual(['plan: pause', 'plan: backToSchedule']);
  });

  it('leaves one alone that somebody else has paused', async () => {
    const bench = await holding();
    bench.plans.asked(id, { kind: 'pause' }, 'person');
    await bench.wants({ ...plan, isOn: false });
    expect(bench.sent).toEqual(['plan: pause']);
  });

  it('waits for a reading that can tell, over a restart too', async () => {
    const before = await holding();
    const bench = new PlansBench(before.plans.kept(), { [id]: { ...plan, isOn: false } });
    bench.records.set(id, newRecord({ id, accountId: 'a', brand: 'wallbox' }));
    await bench.started();
    expect(bench.sent).toEqual([]);
    bench.reads('paused');
    bench.reads('paused');
    expect(bench.sent).toEqual(['plan: resume']);
  });
});

describe('a person', () => {
  it.each(['pause', 'resume'] as const)('who wants %s wins', async (kind) => {
    const bench = await holding();
    bench.plans.asked(id, { kind }, 'person');
    expect(bench.plans.view(id)?.status).toEqual({ kind: 'suspended', until: clock('31:00') });
    expect(bench.plans.hint(id)).toBeUndefined();
    bench.reads('charging');
    bench.plans.goOn(id);
    expect(bench.sent).toEqual(['plan: pause', 'plan: pause']);
  });

  it('wins over no plan by locking, and gives it back to the schedule', async () => {
    const bench = await holding();
    bench.plans.asked(id, { kind: 'lock' }, 'person');
    bench.plans.asked(id, { kind: 'pause' }, 'automation');
    expect(bench.plans.view(id)?.status.kind).toBe('waiting');
    bench.plans.asked(id, { kind: 'resume' }, 'person');
    bench.plans.asked(id, { kind: 'backToSchedule' }, 'person');
    expect(bench.plans.view(id)?.status.kind).toBe('waiting');
  });

  it('who presses Charge now starts the car as a person', async () => {
    const bench = await holding();
    bench.plans.choose(id, 'now');
    expect(bench.sent).toEqual(['plan: pause', 'person: resume']);
    expect(bench.plans.view(id)?.status.kind).toBe('suspended');
    bench.plans.choose(id, 'cheapest');
    expect(bench.plans.view(id)?.status.kind).toBe('waiting');
  });

  it('who wants it below a price is offered what today costs on average, then the last one', async () => {
    const bench = await new PlansBench().started();
    bench.reads('paused');
    bench.plans.choose(id, 'below');
    await turns();
    await turns();
    // Three hours at 10 ct, the others at 30.
    expect(bench.plans.kept()[0]).toMatchObject({ belowPerKwh: 0.27 });
    await bench.wants({ ...plan, mode: { kind: 'below', perKwh: 0.12 } });
    bench.plans.choose(id, 'cheapest');
    bench.plans.choose(id, 'below');
    await turns();
    expect(bench.plans.kept()[0]).toMatchObject({ belowPerKwh: 0.12 });
    bench.plans.choose(id, 'off');
    await turns();
    expect(bench.clock.waiting).toBe(0);
  });
});
