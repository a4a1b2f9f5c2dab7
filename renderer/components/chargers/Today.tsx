import { useMemo } from 'react';
import { energy, isoDay, money } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { useFetched } from '../../use-fetched.ts';
import { dayStart, zoneOf } from '../history/span.ts';

const words = () => messages.chargers.strip;
/** Enough for the longest day, which has an hour more than others. */
const dayAndAHalfMs = 36 * 3_600_000;

interface Props {
  readonly changes: number;
}

/** What today's sessions came to, in the very numbers of the history, with those that run. */
export function Today({ changes }: Props) {
  const { clock, formatOptions } = useAppContext();
  const zone = useMemo(() => zoneOf(formatOptions), [formatOptions]);
  const today = isoDay(clock.now(), zone);
  const query = useMemo(() => dayOf(today, zone), [today, zone]);
  const [by, running] = ['day', true] as const;
  const { answer } = useFetched('sumSessions', { query, by, running, zone }, changes);
  if (!answer) return null;
  const { costs, energyWh, withoutEnergy } = answer.totals;
  return (
    <p className="today">
      {words().today}{' '}
      <b>
        {energyWh === undefined ? words().unknown(withoutEnergy) : energy(energyWh, formatOptions)}
      </b>
      {energyWh !== undefined && withoutEnergy > 0 && ` · ${words().unknown(withoutEnergy)}`}
      {costs.map(({ amount, currency }) => (
        <span key={currency}> · {money(amount, currency, formatOptions)}</span>
      ))}
    </p>
  );
}

function dayOf(today: string, zone: string) {
  const from = dayStart(today, zone) ?? 0;
  const to = dayStart(isoDay(from + dayAndAHalfMs, zone), zone) ?? from;
  return { from, to, energyOnly: true as const };
}
