import { costOf } from '../../../shared/domain/cost.ts';
import type { Observation } from '../../../shared/domain/observation.ts';
import { duration, energy, type Manner, money } from '../../../shared/text/format.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { useSurroundings } from '../../surroundings.ts';

interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Energy, time and cost of the charge, as far as they are known. */
export function Facts({ seen }: { readonly seen: Observation }) {
  const { manner } = useSurroundings();
  const facts = factsOf(seen, manner);
  if (facts.length === 0) return null;
  return (
    <>
      <dl className="facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {seen.greenEnergyWh !== undefined && seen.greenEnergyWh > 0 && (
        <p className="soft small">
          {windowText.charger.fromTheSun(energy(seen.greenEnergyWh, manner))}
        </p>
      )}
    </>
  );
}

function factsOf(seen: Observation, manner: Manner): readonly Fact[] {
  const words = windowText.charger;
  const { energyWh, durationMs, price } = seen;
  const carLeft = seen.plugged === 'no';
  const facts: Fact[] = [];
  if (energyWh !== undefined) {
    facts.push({
      label: carLeft ? words.lastCharge : words.energy,
      value: energy(energyWh, manner),
    });
  }
  if (durationMs !== undefined && !carLeft) {
    facts.push({ label: words.time, value: duration(durationMs) });
  }
  if (energyWh !== undefined && price) {
    const cost = costOf(energyWh, price.perKwh);
    facts.push({ label: words.cost, value: money(cost, price.currency, manner) });
  }
  return facts;
}
