import type { Session, Totals } from '../../../shared/domain/session/history.ts';
import type { Money } from '../../../shared/domain/session/price.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { paid, summed } from '../../tariffs/cost.ts';

/** What counts of a session. */
export interface Counted
  extends Pick<Session, 'startedAt' | 'endedAt' | 'energyWh' | 'greenEnergyWh' | 'chargingMs'> {
  readonly cost?: Money;
}

/** Sums over sessions. What is not known of one is missing from the sum, not counted as zero. */
export function totalsOf(sessions: readonly Counted[]): Totals {
  return {
    charges: sessions.length,
    ...omitUndefined({
      energyWh: sumOf(sessions.map(({ energyWh }) => energyWh)),
      greenEnergyWh:
        sessions.length > 0 ? sumOf(sessions.map((one) => one.greenEnergyWh)) : undefined,
      chargingMs: sumOf(sessions.map(({ chargingMs }) => chargingMs)),
    }),
    costs: costsOf(sessions),
    withoutEnergy: sessions.filter(({ energyWh }) => energyWh === undefined).length,
  };
}

/** Of what is known; undefined where there is something and nothing of it is known. */
function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((one) => one !== undefined);
  const isUnknown = known.length === 0 && numbers.length > 0;
  return isUnknown ? undefined : known.reduce((total, one) => total + one, 0);
}

/** One amount for each currency, which is the sum of the costs as each is shown. */
function costsOf(sessions: readonly Counted[]): readonly Money[] {
  return summed(sessions.flatMap(({ cost }) => (cost ? [paid(cost)] : [])));
}
