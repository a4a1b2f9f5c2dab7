import type { CostField } from './cost-field.ts';
import type { Span } from './spans.ts';

/**
 * The cheapest single block that is so long, the latest of equally cheap ones; nothing where none
 * fits. One that is cheapest begins or ends where a price changes: between, moving it one way or
 * the other never costs more.
 */
export function cheapestBlock(field: CostField, within: Span, ms: number): Span | undefined {
  const tolerance = 1e-9 * field.scale * ms;
  let best: Span | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  const offer = (from: number) => {
    if (from < within.from || from + ms > within.until) return;
    const cost = field.costOf({ from, until: from + ms });
    if (cost === Number.POSITIVE_INFINITY || cost > bestCost + tolerance) return;
    if (best && cost >= bestCost - tolerance && from <= best.from) return;
    best = { from, until: from + ms };
    bestCost = cost;
  };
  for (const edge of [within.from, within.until]) {
    offer(edge);
    offer(edge - ms);
  }
  for (const { from } of field.parts) {
    offer(from);
    offer(from - ms);
  }
  return best;
}
