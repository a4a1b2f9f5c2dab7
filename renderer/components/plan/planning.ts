import type { AppState, ChargerState } from '../../../shared/domain/app/app-state.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import { defaultPlan, type PlanSettings } from '../../../shared/domain/price/charge-plan.ts';

/** What the owner has chosen for a charger that can charge by price, and by what it is planned. */
export interface Planning {
  readonly settings: PlanSettings;
  readonly hasMarket: boolean;
  /** Moves on whenever prices, or what is paid, may be others. */
  readonly changes: number;
  /** To where prices are chosen. */
  readonly onPrices: () => void;
}

/** Undefined for a charger that cannot be paused. */
export function planningOf(
  { settings, market, history }: Pick<AppState, 'settings' | 'market' | 'history'>,
  { id, reading }: ChargerState,
  onPrices: () => void,
): Planning | undefined {
  if (!lastObservation(reading)?.abilities.pause) return undefined;
  return {
    settings: settings.plans[id] ?? defaultPlan,
    hasMarket: settings.market !== null,
    changes: (market?.changes ?? -1) + history.changes,
    onPrices,
  };
}
