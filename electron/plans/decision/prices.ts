import type { PlanSlot } from '../../../shared/domain/price/plan.ts';

/** Prices, as plans need them. */
export interface PlanPrices {
  readonly slots: readonly PlanSlot[];
  /** Another one where prices are others. */
  readonly key: string;
  /** ISO 4217; absent while there are none. */
  readonly currency?: string;
  readonly by: 'tariff' | 'market';
}
