import type { CheapestTime, CheapestTimeOrder } from '../../shared/domain/price/cheapest-time.ts';
import type { MarketView } from '../../shared/domain/price/market.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { savedAgainstNow } from './blocks.ts';
import { calmPlan } from './calm-plan.ts';
import { nextDeadline } from './next-deadline.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * When a car is charged for least by the prices of a market, to look at: nothing is sent to a
 * charger. `now` is epoch ms, `zone` the IANA name of the one by whose clock it is to be ready.
 */
export function cheapestTime(
  market: MarketView,
  { wh, powerW, readyBy: minute, inOneGo }: CheapestTimeOrder,
  { now, zone }: { readonly now: number; readonly zone: string },
): CheapestTime {
  const slots = market.slots.map(({ perKwh, ...span }) => ({ ...span, perKwh: Number(perKwh) }));
  const readyBy = nextDeadline(now, { days: everyDay, minute, zone });
  const result = calmPlan(slots, now, {
    mode: { kind: 'cheapest', inOneGo },
    goal: { kind: 'energy', wh },
    powerW,
    ...omitUndefined({ readyBy }),
  });
  const saved = savedAgainstNow(result.blocks, slots, { now, powerW });
  return { ...result, ...omitUndefined({ saved }) };
}
