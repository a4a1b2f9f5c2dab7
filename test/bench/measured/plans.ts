import { calmPlan } from '../../../electron/planner/calm-plan.ts';
import { plan } from '../../../electron/planner/plan.ts';
import type { PlanConstraints, PlanSlot } from '../../../shared/domain/price/plan.ts';
import { seeded } from '../../fakes/seeded.ts';

const quarterMs = 15 * 60_000;
const hourMs = 4 * quarterMs;
const quarters = 192;
const chargers = 10;
/** In the middle of a quarter, as moments are. */
const now = Date.UTC(2026, 9, 24, 12, 7);
const begin = now - (now % quarterMs);

const rounds = Number(process.argv[2] ?? 1);
const random = seeded();
const found: { readonly exact: number; readonly calm: number }[] = [];
for (let round = 0; round < rounds; round += 1) {
  found.push({ exact: costOf(plan), calm: costOf(calmPlan) });
}
process.send?.(found);

/** Processor time in which plans for all chargers are made, ms. */
function costOf(make: typeof plan): number {
  const asked = Array.from(
    { length: chargers },
    (_, at) => [pricesOfTwoDays(), wishes(at)] as const,
  );
  const before = process.cpuUsage();
  for (const [slots, constraints] of asked) make(slots, now, constraints);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Cheap at night and at noon, with noise, so that the cheapest quarters lie apart. */
function pricesOfTwoDays(): readonly PlanSlot[] {
  return Array.from({ length: quarters + 1 }, (_, index) => ({
    from: begin + index * quarterMs,
    until: begin + (index + 1) * quarterMs,
    perKwh: 0.25 - 0.1 * Math.cos((index / 96) * 4 * Math.PI) + 0.06 * random(),
  }));
}

function wishes(at: number): PlanConstraints {
  return {
    mode: { kind: 'cheapest', inOneGo: false },
    goal: { kind: 'time', ms: (at + 1) * hourMs + at * 60_000 },
    readyBy: begin + quarters * quarterMs,
    powerW: 11_000,
  };
}
