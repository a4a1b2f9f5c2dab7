import type { MeasuredSession, SessionCost } from '../../../shared/domain/session/history.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { summed } from '../../tariffs/cost.ts';
import { joinedEdits } from '../edits/joined-edits.ts';
import { type CloudAccount, clockTolerance, type Span, spanOf } from './merge-match.ts';
import type { KnownSession, MergedSession } from './merged-session.ts';

/** Rows and accounts of one charge, each in order of time. */
export interface Group {
  readonly rows: readonly KnownSession[];
  readonly accounts: readonly CloudAccount[];
}

/** One row out of all that is known of a charge. */
export function compose(charger: string, group: Group): MergedSession {
  const { rows } = group;
  const edits = rows.length > 1 ? joinedEdits(rows) : rows[0]?.edits;
  return { ...measuredOf(charger, group), ...(edits ? { edits } : {}) };
}

function measuredOf(charger: string, { rows, accounts }: Group): MergedSession {
  const own = rows.filter(({ session }) => session.source !== 'cloud').map(sessionOf);
  const ids = [...rows].sort(ownFirst).map(({ session }) => session.id);
  const [first] = rows;
  if (accounts.length === 0 && first) {
    const { id, ...session } = first.session;
    return { session, ids, cloudIds: first.cloudIds };
  }
  const told = sumOf(accounts);
  const facts = omitUndefined({
    energyWh: told.energyWh,
    greenEnergyWh: told.greenEnergyWh ?? allOf(own.map((one) => one.greenEnergyWh)),
    chargingMs: told.chargingMs ?? allOf(own.map((one) => one.chargingMs)),
  });
  return {
    session: {
      charger,
      source: own.length > 0 ? 'both' : 'cloud',
      startedAt: told.startedAt,
      startSeen: true,
      endedAt: endOf(own, told),
      ...facts,
      ...seenOf(own, told, facts),
      ...omitUndefined({ cost: costFor(rows.map(sessionOf), told) }),
    },
    ids,
    cloudIds: [...new Set(accounts.flatMap(({ keys }) => keys))].toSorted(),
  };
}

/** A row with looks of its own stays: samples and recorder know it. */
function ownFirst(one: KnownSession, other: KnownSession): number {
  const isCloud = ({ session }: KnownSession) => Number(session.source === 'cloud');
  return isCloud(one) - isCloud(other);
}

function sessionOf({ session }: KnownSession): MeasuredSession {
  return session;
}

type Amounts = Partial<Pick<MeasuredSession, 'energyWh' | 'greenEnergyWh' | 'chargingMs'>>;
type Facts = Span & Amounts;
type Told = Facts & { readonly cost?: SessionCost };

/** A sum is known where every part of it is. */
function sumOf(accounts: readonly CloudAccount[]): Told {
  const costs = accounts.flatMap(({ cost }) => (cost ? [cost] : []));
  const [cost, ...others] = costs.length === accounts.length ? summed(costs) : [];
  return {
    startedAt: Math.min(...accounts.map(({ startedAt }) => startedAt)),
    endedAt: Math.max(...accounts.map(({ endedAt }) => endedAt)),
    ...omitUndefined({
      energyWh: allOf(accounts.map(({ energyWh }) => energyWh)),
      greenEnergyWh: allOf(accounts.map(({ greenEnergyWh }) => greenEnergyWh)),
      chargingMs: allOf(accounts.map(({ chargingMs }) => chargingMs)),
      cost: cost && others.length === 0 ? { ...cost, origin: 'cloud' as const } : undefined,
    }),
  };
}

function allOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0 || known.length < values.length) return undefined;
  return known.reduce((sum, value) => sum + value, 0);
}

/** What only readings can tell. */
function seenOf(
  own: readonly MeasuredSession[],
  told: Facts,
  facts: Amounts,
): Partial<MeasuredSession> {
  const last = own.at(-1);
  if (!last) return {};
  const peaks = own.flatMap(({ peakW }) => (peakW === undefined ? [] : [peakW]));
  return omitUndefined({
    end: last.end,
    peakW: peaks.length > 0 ? Math.max(...peaks) : undefined,
    averageW: (own.length === 1 ? last.averageW : undefined) ?? averageOf(facts),
    gaps: isWatched(own, told) ? undefined : (true as const),
    plannedSince: own.find((one) => one.plannedSince !== undefined)?.plannedSince,
  });
}

/** The averages of parts make none of the whole. */
function averageOf({ energyWh, chargingMs }: Amounts): number | undefined {
  return !energyWh || !chargingMs ? undefined : Math.round(energyWh / (chargingMs / 3_600_000));
}

/** Counters are rounded in different places. */
const sameWh = 100;
const sameShare = 0.02;

/** Whether the looks have seen all the energy there was: then nothing flowed at any other time. */
function sawAllEnergy(own: readonly MeasuredSession[], { energyWh }: Amounts): boolean {
  const seenWh = allOf(own.map((one) => one.energyWh));
  if (seenWh === undefined || energyWh === undefined) return false;
  return Math.abs(seenWh - energyWh) <= Math.max(sameWh, energyWh * sameShare);
}

/** The cloud ends a session when the cable is pulled, which may be long after the charge. */
function endOf(own: readonly MeasuredSession[], told: Facts): number {
  const { endedAt } = told;
  const last = own.at(-1);
  if (!last || !sawAllEnergy(own, told)) return endedAt;
  const seen = spanOf(last).endedAt;
  return endedAt - seen > clockTolerance ? Math.max(told.startedAt, seen) : endedAt;
}

function isWatched(own: readonly MeasuredSession[], told: Facts): boolean {
  const [first, ...others] = own;
  if (!first || own.some(({ gaps }) => gaps)) return false;
  const { startedAt, endedAt } = spanOf(first);
  if (startedAt - told.startedAt > clockTolerance) return false;
  if (sawAllEnergy(own, told)) return true;
  return others.length === 0 && told.endedAt - endedAt <= clockTolerance;
}

/** A cost was made for an energy; it is not that of another. */
function costFor(rows: readonly MeasuredSession[], told: Told): SessionCost | undefined {
  const fitting = rows.find(({ cost, energyWh }) => cost && energyWh === told.energyWh);
  return fitting?.cost ?? told.cost;
}
