import type { Session, Totals } from '../../shared/domain/history.ts';
import type { Money } from '../../shared/domain/price.ts';
import { paid, summed } from '../tariffs/cost.ts';

/** What counts of a session. */
export interface Counted
  extends Pick<Session, 'startedAt' | 'energyWh' | 'greenEnergyWh' | 'chargingMs'> {
  readonly cost?: Money;
}

/** Sums over sessions. What is not known of one is missing from the sum, not counted as zero. */
export function totalsOf(sessions: readonly Counted[]): Totals {
  const green = sessions.flatMap(({ greenEnergyWh }) => greenEnergyWh ?? []);
  return {
    charges: sessions.length,
    energyWh: sum(sessions.map(({ energyWh }) => energyWh ?? 0)),
    ...(green.length > 0 ? { greenEnergyWh: sum(green) } : {}),
    chargingMs: sum(sessions.map(({ chargingMs }) => chargingMs ?? 0)),
    costs: costsOf(sessions),
    withoutEnergy: sessions.filter(({ energyWh }) => energyWh === undefined).length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** One amount for each currency, which is the sum of the costs as each is shown. */
function costsOf(sessions: readonly Counted[]): readonly Money[] {
  return summed(sessions.flatMap(({ cost }) => (cost ? [paid(cost)] : [])));
}
