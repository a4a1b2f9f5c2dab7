import type { AppServices } from '../app/app-services.ts';
import { type PersistedPrices, TariffBook } from './tariff-book.ts';

type Surroundings = Pick<
  AppServices,
  'market' | 'plans' | 'ports' | 'stateFile' | 'throttle' | 'tracker'
>;

/** The prices of all chargers, in their place in the app. */
export function createTariffs(app: Surroundings, kept: readonly PersistedPrices[]): TariffBook {
  const { clock, log, zone } = app.ports;
  return new TariffBook({
    kept,
    log,
    now: () => clock.now(),
    zone,
    load: () => import('./reckoning.ts').then(({ reckoning }) => reckoning),
    market: app.market,
    changed: () => {
      const isOther = app.tracker.reprice();
      app.stateFile.keepSoon();
      if (isOther) app.throttle.now();
      app.plans.pricesChanged();
    },
  });
}
