import { chargersCalled } from '../../../shared/domain/charger/chargers-called.ts';
import { nameKnown } from '../../../shared/domain/charger/known-as.ts';
import type { HistoryCharger } from '../../../shared/domain/session/history.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { ChargerRecord } from '../../charging/record.ts';
import { chargerKeyOf } from '../../history/store/history.ts';

/** Why nobody knows which charger is meant. */
export interface ChargerFault {
  readonly kind: 'unknown' | 'ambiguous' | 'several' | 'none';
  /** Those that could be meant. */
  readonly among: readonly Told[];
}

interface Told {
  readonly id: string;
  readonly name: string | undefined;
}

/**
 * The charger of a name or an id; without either, the only one there is. That which its owner has
 * given it counts before the one it has from its maker.
 */
export function whichCharger(
  records: readonly ChargerRecord[],
  wanted: string | undefined,
): Result<ChargerRecord, ChargerFault> {
  if (wanted === undefined) {
    const [only, ...others] = records;
    if (!only) return failed({ kind: 'none', among: [] });
    return others.length === 0 ? success(only) : several(records);
  }
  const called = chargersCalled(records, wanted);
  const makers = records.map(({ alias: _own, ...record }) => record);
  return oneOf(called.length > 0 ? called : chargersCalled(makers, wanted), records);
}

/** The same of the past, which has other ids; those of now count as well. */
export function whichOfPast(
  chargers: readonly HistoryCharger[],
  records: readonly ChargerRecord[],
  wanted: string,
): Result<HistoryCharger, ChargerFault> {
  const now = records.find(({ id }) => id === wanted);
  const key = now ? chargerKeyOf(now.brand, now.id) : wanted;
  const all = chargers.map((charger) => ({
    ...charger,
    id: charger.key,
    alias: charger.name,
    reading: { certainty: 'never' } as const,
  }));
  return oneOf(chargersCalled(all, key), all);
}

function several(records: readonly ChargerRecord[]): Result<never, ChargerFault> {
  return failed({ kind: 'several', among: records.map(told) });
}

type Named = Parameters<typeof chargersCalled>[0][number];

function oneOf<Charger extends Named>(
  found: readonly Charger[],
  all: readonly Named[],
): Result<Charger, ChargerFault> {
  const [meant, ...more] = found;
  if (meant && more.length === 0) return success(meant);
  if (all.length === 0) return failed({ kind: 'none', among: [] });
  return meant
    ? failed({ kind: 'ambiguous', among: found.map(told) })
    : failed({ kind: 'unknown', among: all.map(told) });
}

function told(charger: Named): Told {
  return { id: charger.id, name: nameKnown(charger) };
}
