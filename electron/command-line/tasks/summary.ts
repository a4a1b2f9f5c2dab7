import { nameKnown } from '../../../shared/domain/charger/known-as.ts';
import { isLocked } from '../../../shared/domain/charger/permission.ts';
import { lastObservation, type Reading } from '../../../shared/domain/charger/reading.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import { sessionSpanMs } from '../../../shared/domain/session/session-span.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { stateSentence } from '../../../shared/text/status-text.ts';
import { isDeleted, shownSession } from '../../charging/live-session.ts';
import type { ChargerRecord } from '../../charging/record.ts';
import { chargerLine, type Telling } from '../../tray/tray-lines.ts';

/** A charger for scripts. What is not known is absent. Times are ISO 8601, durations seconds. */
export interface ChargerSummary {
  readonly name?: string;
  readonly brand: string;
  readonly certainty: Reading['certainty'];
  readonly readAt?: string;
  readonly state?: ChargerStateName;
  readonly said?: string;
  readonly code?: string;
  /** Whether a car is connected, and whether one is being charged. */
  readonly connected?: boolean;
  readonly charging?: boolean;
  /** No car, no fault: the next one can come. */
  readonly available?: boolean;
  readonly powerW?: number;
  readonly energyWh?: number;
  readonly dischargedEnergyWh?: number;
  readonly chargeSeconds?: number;
  readonly grid?: string;
}

/** One line for each charger, as in the tray. */
export function summaryLines(
  records: readonly ChargerRecord[],
  telling: Telling,
): readonly string[] {
  return records.map((record) => {
    const { id, accountId, brand, reading, listed, alias } = record;
    const known = omitUndefined({ listed, alias, session: shownSession(record) });
    return chargerLine({ id, accountId, brand, reading, ...known }, telling);
  });
}

/** The same with its id and its settings: what is not known is null, never 0 or missing. */
export type CompleteSummary = {
  readonly [Key in keyof Required<ChargerSummary>]: NonNullable<ChargerSummary[Key]> | null;
} & {
  readonly id: string;
  /** The limit that is set, and what it can be set to. */
  readonly limitA: number | null;
  readonly locked: boolean | null;
};

export function completeSummary(record: ChargerRecord): CompleteSummary {
  const observation = lastObservation(record.reading);
  return {
    id: record.id,
    ...unknown,
    ...summary(record),
    limitA: observation?.limitA ?? null,
    locked: (observation && (isLocked(observation) || observation.locked)) ?? null,
  };
}

/** In the order in which they are told. */
const unknown: { readonly [Key in keyof Required<ChargerSummary>]: null } = {
  name: null,
  brand: null,
  certainty: null,
  readAt: null,
  state: null,
  said: null,
  code: null,
  connected: null,
  charging: null,
  available: null,
  powerW: null,
  energyWh: null,
  dischargedEnergyWh: null,
  chargeSeconds: null,
  grid: null,
};

/** When nobody looks any more, what was seen last is no longer current. */
export function asOutdated(record: ChargerRecord): ChargerRecord {
  const { reading } = record;
  if (reading.certainty !== 'current') return record;
  return { ...record, reading: { ...reading, certainty: 'outdated', since: reading.at } };
}

/** Those that their accounts list. */
export function watched(records: readonly ChargerRecord[]): readonly ChargerRecord[] {
  return records.filter(({ unlistedSince }) => unlistedSince === undefined);
}

const powered: ReadonlySet<ChargerStateName> = new Set(['charging', 'transferring']);

/** A charger as an object, whatever the owner's way of writing. */
export function summary(record: ChargerRecord): ChargerSummary {
  const { brand, reading } = record;
  const observation = lastObservation(reading);
  const readAt = reading.certainty === 'never' ? undefined : reading.at;
  const name = nameKnown(record);
  if (!observation) return { ...omitUndefined({ name }), brand, certainty: reading.certainty };
  const { status, plugged, powerW, dischargedEnergyWh, grid } = observation;
  const live = shownSession(record);
  const isGone = record.session !== undefined && isDeleted(record.session);
  const { energyWh } = live ?? (isGone ? { energyWh: undefined } : observation);
  const spanMs = live && sessionSpanMs(live, reading);
  return {
    ...omitUndefined({ name }),
    brand,
    certainty: reading.certainty,
    ...(readAt === undefined ? {} : { readAt: new Date(readAt).toISOString() }),
    state: status.state,
    said: stateSentence(status),
    ...(observation.vendorCode === '' ? {} : { code: observation.vendorCode }),
    ...(plugged === 'unknown' ? {} : { connected: plugged === 'yes' }),
    charging: powered.has(status.state),
    available: status.state === 'available',
    ...(powerW === undefined ? {} : { powerW }),
    ...omitUndefined({ energyWh, dischargedEnergyWh }),
    ...(spanMs === undefined ? {} : { chargeSeconds: Math.round(spanMs / 1000) }),
    ...(grid === undefined ? {} : { grid }),
  };
}
