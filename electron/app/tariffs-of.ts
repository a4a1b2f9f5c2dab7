import { type KeptPrices, TariffBook } from '../tariffs/tariff-book.ts';
import type { AppServices } from './app-services.ts';

/** The prices of the app's chargers; whatever changes them is shown and remembered. */
export function tariffsOf(services: AppServices, kept: readonly KeptPrices[]): TariffBook {
  const { clock, log, zone } = services.ports;
  return new TariffBook({
    kept,
    log,
    now: () => clock.now(),
    zone,
    load: () => import('../tariffs/session-cost.ts').then(({ chargeCost }) => chargeCost),
    changed() {
      if (services.tracker.reprice()) services.publish();
    },
  });
}
