import { useMemo } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Money } from '../../../shared/domain/session/price.ts';
import { chargersText } from '../../../shared/text/chargers-text.ts';
import { energy, isoDay, money } from '../../../shared/text/format.ts';
import { useAppContext } from '../../app-context.ts';
import { useFetched } from '../../use-fetched.ts';
import { dayStart, zoneOf } from '../history/span.ts';

const words = chargersText.strip;
/** As many as no price has. */
const digits = 6;
/** Enough for the longest day, which has an hour more than others. */
const dayAndAHalfMs = 36 * 3_600_000;

interface Props {
  readonly changes: number;
  readonly chargers: readonly ChargerState[];
}

/**
 * What today's sessions came to, in the very numbers of the history; what a running one costs so far
 * is known only here.
 */
export function Today({ changes, chargers }: Props) {
  const { clock, formatOptions } = useAppContext();
  const zone = useMemo(() => zoneOf(formatOptions), [formatOptions]);
  const today = isoDay(clock.now(), zone);
  const query = useMemo(() => dayOf(today, zone), [today, zone]);
  const by = 'day' as const;
  const { answer } = useFetched('sumSessions', { query, by, zone }, changes);
  if (!answer) return null;
  const { energyWh, withoutEnergy } = answer.totals;
  const costs = withRunning(answer.totals.costs, chargers, query.from);
  return (
    <p className="today">
      {words.today}{' '}
      <b>
        {energyWh === undefined ? words.unknown(withoutEnergy) : energy(energyWh, formatOptions)}
      </b>
      {energyWh !== undefined && withoutEnergy > 0 && ` · ${words.unknown(withoutEnergy)}`}
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

/** One amount for each currency. The history prices a session when it is over. */
export function withRunning(
  past: readonly Money[],
  chargers: readonly ChargerState[],
  from: number,
): readonly Money[] {
  const running = chargers.flatMap(({ session }) =>
    session?.cost && session.endedAt === undefined && session.startedAt >= from
      ? [session.cost]
      : [],
  );
  const sums = new Map<string, number>();
  for (const { amount, currency } of [...past, ...running]) {
    sums.set(currency, (sums.get(currency) ?? 0) + Number(amount));
  }
  return [...sums].map(([currency, amount]) => ({ currency, amount: amount.toFixed(digits) }));
}
