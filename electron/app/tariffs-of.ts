import { type KeptPrices, TariffBook } from '../tariffs/tariff-book.ts';
import type { Organs } from './organs.ts';

/** The prices of the app's chargers; whatever changes them is shown and remembered. */
export function tariffsOf(organs: Organs, kept: readonly KeptPrices[]): TariffBook {
  const { clock, log, zone } = organs.shells;
  return new TariffBook({
    kept,
    log,
    now: () => clock.now(),
    zone,
    load: () => import('../tariffs/session-cost.ts').then(({ chargeCost }) => chargeCost),
    changed() {
      if (organs.chronicle.reprice()) organs.publish();
    },
  });
}
