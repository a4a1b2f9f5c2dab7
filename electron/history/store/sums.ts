import Big from 'big.js';
import type { Session, SessionCost, Totals } from '../../../shared/domain/session/history.ts';
import type { Money } from '../../../shared/domain/session/price.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { allPaid, summed } from '../../tariffs/cost.ts';

/** What counts of a session. */
export interface Counted
  extends Pick<Session, 'startedAt' | 'endedAt' | 'energyWh' | 'greenEnergyWh' | 'chargingMs'> {
  readonly cost?: Money & Pick<SessionCost, 'saved'>;
}

/** More than anybody is shown of an average price per kWh. */
const averageDigits = 6;

/** Sums over sessions. What is not known of one is missing from the sum, not counted as zero. */
export function totalsOf(sessions: readonly Counted[]): Totals {
  const costs = costsOf(sessions);
  return {
    charges: sessions.length,
    ...omitUndefined({
      energyWh: sumOf(sessions.map(({ energyWh }) => energyWh)),
      greenEnergyWh:
        sessions.length > 0 ? sumOf(sessions.map((one) => one.greenEnergyWh)) : undefined,
      chargingMs: sumOf(sessions.map(({ chargingMs }) => chargingMs)),
    }),
    costs,
    averagePrices: averagePricesOf(sessions, costs),
    saved: savedOf(sessions),
    withoutEnergy: sessions.filter(({ energyWh }) => energyWh === undefined).length,
    withoutCost: sessions.filter(({ cost }) => cost === undefined).length,
    withoutGreen: sessions.filter(
      ({ energyWh, greenEnergyWh }) => energyWh !== undefined && greenEnergyWh === undefined,
    ).length,
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
  return summed(allPaid(sessions.flatMap(({ cost }) => cost ?? [])));
}

/** The same of what plans have saved. */
function savedOf(sessions: readonly Counted[]): readonly Money[] {
  const saved = sessions.flatMap(({ cost }) =>
    cost?.saved === undefined ? [] : { amount: cost.saved, currency: cost.currency },
  );
  return summed(allPaid(saved));
}

/** Cost over energy of the sessions that have both, per kWh. None where no energy flowed. */
function averagePricesOf(sessions: readonly Counted[], costs: readonly Money[]): readonly Money[] {
  const withBoth = sessions.filter(({ cost, energyWh }) => cost && energyWh !== undefined);
  // Mostly all that have a cost: to sum them again takes longest.
  const isAll = withBoth.length === sessions.filter(({ cost }) => cost).length;
  return (isAll ? costs : costsOf(withBoth)).flatMap(({ amount, currency }) => {
    const energyWh = sumOf(
      withBoth.map((one) => (one.cost?.currency === currency ? one.energyWh : 0)),
    );
    if (energyWh === undefined || energyWh <= 0) return [];
    const perKwh = new Big(amount).times(1000).div(energyWh).round(averageDigits);
    return [{ amount: perKwh.toFixed(), currency }];
  });
}
