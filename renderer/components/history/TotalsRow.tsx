import type { Totals } from '../../../shared/domain/session/history.ts';
import {
  decimal,
  duration,
  energy,
  type FormatOptions,
  money,
} from '../../../shared/text/format.ts';
import { historyText } from '../../../shared/text/history-text.ts';
import { useAppContext } from '../../app-context.ts';

const words = historyText.totals;

/** Energy, cost, time and number of charges of a range; and what is missing from the sums. */
export function TotalsRow({ totals }: { readonly totals: Totals }) {
  const { formatOptions } = useAppContext();
  const notes = notesOf(totals, formatOptions);
  return (
    <>
      <dl className="facts four">
        {factsOf(totals, formatOptions).map(({ label, values }) => (
          <div key={label}>
            <dt>{label}</dt>
            {values.map((value) => (
              <dd key={value}>{value}</dd>
            ))}
          </div>
        ))}
      </dl>
      {notes.length > 0 && <p className="soft small">{notes.join(' ')}</p>}
    </>
  );
}

interface Fact {
  readonly label: string;
  readonly values: readonly string[];
}

/** What nobody knows is left out: a sum of nothing known is no zero. */
function factsOf(totals: Totals, formatOptions: FormatOptions): readonly Fact[] {
  const costs = totals.costs.map(({ amount, currency }) => money(amount, currency, formatOptions));
  const { chargingMs = 0, energyWh } = totals;
  return [
    ...(energyWh === undefined
      ? []
      : [{ label: words.energy, values: [energy(energyWh, formatOptions)] }]),
    ...(costs.length > 0 ? [{ label: words.cost, values: costs }] : []),
    ...(chargingMs > 0 ? [{ label: words.time, values: [duration(chargingMs)] }] : []),
    { label: words.charges, values: [decimal(totals.charges, 0, formatOptions)] },
  ];
}

function notesOf(
  { greenEnergyWh = 0, withoutEnergy, charges }: Totals,
  formatOptions: FormatOptions,
) {
  return [
    ...(greenEnergyWh > 0 ? [words.green(energy(greenEnergyWh, formatOptions))] : []),
    ...(withoutEnergy > 0 && withoutEnergy < charges ? [words.withoutEnergy(withoutEnergy)] : []),
  ];
}
