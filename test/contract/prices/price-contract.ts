import { describe } from 'vitest';
import type { PriceHarness } from './price-bench.ts';
import { failureCases } from './price-failures.ts';
import { priceCases } from './price-prices.ts';
import { spoilCases } from './price-spoils.ts';

/** What every source of prices must do, in front of the simulator. */
export function priceContract(harness: PriceHarness): void {
  describe(`prices from ${harness.source.id} (${harness.area.code})`, () => {
    priceCases(harness);
    spoilCases(harness);
    failureCases(harness);
  });
}
