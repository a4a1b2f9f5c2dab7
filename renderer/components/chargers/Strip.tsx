import type { AppState, ChargerState } from '../../../shared/domain/app/app-state.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import { needsOwner } from '../../../shared/domain/charger/urgency.ts';
import { type FormatOptions, power } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { useControls } from '../../use-later.ts';
import { toneOf } from '../charger/view-model.ts';

const words = () => messages.chargers.strip;

/** What all chargers do now, and what today came to. */
export function Strip({ state }: { readonly state: AppState }) {
  const { formatOptions } = useAppContext();
  const later = useControls();
  const { count, powerW } = nowOf(state.chargers, formatOptions);
  return (
    <section className="strip" aria-label={words().title}>
      <p>
        <b>{count}</b>
        {powerW !== undefined && ` · ${powerW}`}
      </p>
      {later && <later.Today changes={state.history.changes} />}
    </section>
  );
}

interface Now {
  readonly count: string;
  /** Absent where the power of one of them is not known: the sum would be wrong. */
  readonly powerW?: string;
}

/** The one thing about all of them that matters most. Pure. */
export function nowOf(chargers: readonly ChargerState[], formatOptions: FormatOptions): Now {
  const flowing = chargers.filter(({ reading }) => toneOf(reading) === 'flow');
  const home = flowing.filter(({ reading }) => stateOf(reading) === 'discharging');
  const charging = flowing.length - home.length;
  if (flowing.length > 0) {
    const count = [
      ...(charging > 0 ? [words().charging(charging)] : []),
      ...(home.length > 0 ? [words().poweringHome(home.length)] : []),
    ].join(' · ');
    const powers = flowing.flatMap(({ reading }) => lastObservation(reading)?.powerW ?? []);
    // What flows in and what flows out make no sum that anybody would know what to do with.
    if (powers.length < flowing.length || (charging > 0 && home.length > 0)) return { count };
    return {
      count,
      powerW: power(
        powers.reduce((sum, one) => sum + Math.abs(one), 0),
        formatOptions,
      ),
    };
  }
  const needing = chargers.filter(needsOwner).length;
  if (needing > 0) return { count: words().needsYou(needing) };
  const plugged = chargers.filter(({ reading }) => isPlugged(reading)).length;
  return { count: plugged > 0 ? words().pluggedIn(plugged) : words().idle };
}

function stateOf(reading: ChargerState['reading']) {
  return lastObservation(reading)?.status.state;
}

function isPlugged(reading: ChargerState['reading']): boolean {
  return reading.certainty === 'current' && reading.observation.plugged === 'yes';
}
