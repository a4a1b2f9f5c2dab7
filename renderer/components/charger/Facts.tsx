import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { sessionSpanMs } from '../../../shared/domain/session/session-span.ts';
import { duration, energy, type FormatOptions, money } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';

interface Fact {
  readonly label: string;
  readonly value: string;
  /** What of it is worth saying. */
  readonly part?: string;
}

interface Props {
  readonly charger: ChargerState;
  readonly observation: Observation;
  /** Room is kept for numbers that a session may bring. */
  readonly isReserved: boolean;
}

/** Energy, time and cost of the charge, as far as they are known. */
export function Facts({ charger, observation, isReserved }: Props) {
  const { formatOptions } = useAppContext();
  const facts = factsOf(charger, observation, formatOptions);
  if (facts.length === 0) return isReserved ? <div className="facts" /> : null;
  return (
    <dl className="facts">
      {facts.map(({ label, value, part }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {part !== undefined && <span className="fact-part">{part}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What the charger counts itself, for want of a session that was seen. */
type Counted = Pick<Observation, 'energyWh' | 'greenEnergyWh' | 'durationMs'>;

function factsOf(
  charger: ChargerState,
  observation: Observation,
  formatOptions: FormatOptions,
): readonly Fact[] {
  const words = messages.window.charger;
  const { session, reading, sessionDeleted } = charger;
  const counted: Counted = sessionDeleted ? {} : observation;
  const { energyWh, greenEnergyWh } = session ?? counted;
  const span = session ? sessionSpanMs(session, reading) : counted.durationMs;
  const carLeft = observation.plugged === 'no';
  if (observation.status.state === 'discharging')
    return dischargedFacts(observation, formatOptions);
  // A counter at nothing tells of no charge: the charger has not been used since it was reset.
  if (carLeft && !energyWh) return [];
  const facts: Fact[] = [];
  if (energyWh !== undefined) {
    facts.push({
      label: carLeft ? words.lastSession : words.energy,
      value: energy(energyWh, formatOptions),
      ...(greenEnergyWh && { part: words.fromSolar(energy(greenEnergyWh, formatOptions)) }),
    });
  }
  if (span !== undefined && !carLeft) {
    facts.push({ label: words.time, value: duration(span) });
  }
  if (session?.cost) {
    const { amount, currency, estimated } = session.cost;
    const value = money(amount, currency, formatOptions);
    facts.push({ label: words.cost, value: estimated ? words.about(value) : value });
  }
  return facts;
}

/** What flowed into the vehicle, and what that cost, is another story than what it gives back. */
function dischargedFacts(
  { dischargedEnergyWh: outWh }: Observation,
  formatOptions: FormatOptions,
): Fact[] {
  return outWh === undefined
    ? []
    : [{ label: messages.window.charger.discharged, value: energy(outWh, formatOptions) }];
}
