import { expect, it } from 'vitest';
import { plan } from '../../../electron/planner/plan.ts';
import { seeded } from '../../fakes/seeded.ts';
import {
  type Best,
  bestOfFew,
  bestOfMany,
  everyShape,
  fewQuanta,
  type SmallCase,
  smallCase,
} from './every-plan.ts';

const cases = 5000;
const manyQuanta = 40;

/** What is wrong with the plan of a case, if anything. */
function faultOf(small: SmallCase, best: Best): string | undefined {
  const { slots, now, constraints, quantumMs, prices, quanta } = small;
  const { blocks } = plan(slots, now, constraints);
  let ms = 0;
  let cost = 0;
  let runs = 0;
  let until = Number.NEGATIVE_INFINITY;
  let runFrom = 0;
  const { atOnceQuanta } = small;
  const least = Math.min(small.leastQuanta, quanta - atOnceQuanta) * quantumMs;
  for (const [index, block] of blocks.entries()) {
    if (block.from < now || block.until > constraints.readyBy) return 'outside of its time';
    if (block.from < until || block.until <= block.from) return 'not in the order of time';
    if (block.from > until) {
      runs += 1;
      runFrom = block.from;
    }
    until = block.until;
    const isExempt = atOnceQuanta > 0 && runFrom === now;
    const isOver = blocks[index + 1]?.from !== until;
    if (isOver && !isExempt && until - runFrom < least) return 'a block too short';
    ms += block.until - block.from;
    for (const [at, price] of prices.entries()) {
      const begin = now + at * quantumMs;
      const shared = Math.min(block.until, begin + quantumMs) - Math.max(block.from, begin);
      if (shared > 0) cost += price * shared;
    }
  }
  if (atOnceQuanta > 0 && blocks[0]?.from !== now) return 'nothing at once';
  if (runs > small.mostBlocks) return 'too many blocks';
  if (ms !== best.quanta * quantumMs) return `charges ${ms / quantumMs} of ${best.quanta}`;
  const dearer = cost / quantumMs - best.cost;
  return Math.abs(dearer) > 1e-7 ? `dearer by ${dearer}` : undefined;
}

function faultsOf(mostQuanta: number, bestOf: (small: SmallCase) => Best): readonly string[] {
  const random = seeded();
  const faults: string[] = [];
  for (let index = 0; index < cases; index += 1) {
    const small = smallCase(random, mostQuanta, mostQuanta > fewQuanta);
    const fault = faultOf(small, bestOf(small));
    if (fault) faults.push(`${fault}: ${JSON.stringify(small)}`);
  }
  return faults.toSorted((one, other) => one.length - other.length);
}

it('never costs more than the best of all plans for a short time, and charges as much', () => {
  const shapes = everyShape();
  const faults = faultsOf(fewQuanta, (small) => bestOfFew(small, shapes));
  expect(faults.length, faults[0]).toBe(0);
});

it('never costs more than the best of all plans for a longer time, a reserve at once', () => {
  const faults = faultsOf(manyQuanta, bestOfMany);
  expect(faults.length, faults[0]).toBe(0);
});

it('is held against a search that finds what trying all sets finds', () => {
  const random = seeded();
  const shapes = everyShape();
  const all = Array.from({ length: 500 }, () => smallCase(random, fewQuanta));
  const rounded = ({ quanta, cost }: Best) => ({ quanta, cost: Math.round(cost * 1e6) + 0 });
  expect(all.map((small) => rounded(bestOfMany(small)))).toEqual(
    all.map((small) => rounded(bestOfFew(small, shapes))),
  );
});
