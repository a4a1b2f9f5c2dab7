import type { CloudSession, MeasuredSession } from '../../../shared/domain/session/history.ts';
import { compose, type Group } from './merge-compose.ts';
import {
  bestFor,
  byTime,
  type CloudAccount,
  clockTolerance,
  overlapsMostly,
  spanOf,
  withoutShadows,
} from './merge-match.ts';
import type { KnownSession, MergedSession } from './merged-session.ts';

export interface Merge {
  /** In order of time. Every row that was given is in exactly one of them. */
  readonly sessions: readonly MergedSession[];
  /** The cloud's account of a charge that runs here: to be merged once it has ended here too. */
  readonly heldBack: readonly CloudSession[];
}

/** The name of a cloud's session over all listings. */
export function cloudIdOf({ listing, id }: CloudSession): string {
  return `${listing} ${id}`;
}

/**
 * The history of one charger with the cloud's sessions in it, without duplicates. They are matched
 * by the names that are known, else by their times. Where both know a charge, energy, start and end
 * are the cloud's: they are the charger's own account, which also knows what happened while nobody
 * looked. Peak and average power, how it ended and the gaps stay as they were seen, for no cloud
 * tells them. Merging the same again changes nothing, and the order of what is given plays no part.
 * A cost stays only with the energy that it was made for: whoever calls prices anew.
 */
export function merged(
  charger: string,
  known: readonly KnownSession[],
  cloud: readonly CloudSession[],
): Merge {
  const rows = [...new Map(known.map((row) => [row.session.id, row])).values()].toSorted(byRow);
  const running = rows.filter(({ session }) => session.endedAt === undefined);
  const ended = rows.filter(({ session }) => session.endedAt !== undefined);
  const taken = new Set(ended.flatMap(({ cloudIds }) => cloudIds));
  const isHeld = (one: CloudSession) =>
    !taken.has(cloudIdOf(one)) && running.some(({ session }) => isBeginningOf(session, one));
  const groups = groupsOf(
    ended,
    cloud.filter((one) => !isHeld(one)),
  );
  const sessions = [...running.map(asItIs), ...groups.map((group) => compose(charger, group))];
  return {
    sessions: sessions.toSorted((one, other) => byStart(one.session, other.session)),
    heldBack: cloud.filter(isHeld),
  };
}

function byRow(one: KnownSession, other: KnownSession): number {
  return byStart(one.session, other.session) || one.session.id - other.session.id;
}

function byStart(one: Omit<MeasuredSession, 'id'>, other: Omit<MeasuredSession, 'id'>): number {
  return byTime(spanOf(one), spanOf(other));
}

/** The cloud may end a charge before our next reading does; a later charge is another one. */
function isBeginningOf({ startedAt }: MeasuredSession, cloud: CloudSession): boolean {
  if (Math.abs(cloud.startedAt - startedAt) <= clockTolerance) return true;
  return cloud.startedAt <= startedAt && cloud.endedAt > startedAt;
}

function asItIs({ session, cloudIds }: KnownSession): MergedSession {
  const { id, ...rest } = session;
  return { session: rest, ids: [id], cloudIds };
}

/** What belongs together, each row and each account in one group. */
function groupsOf(rows: readonly KnownSession[], cloud: readonly CloudSession[]): readonly Group[] {
  const accounts = accountsOf(rows, cloud);
  const owned = new Set(rows.filter(isOwn));
  const spans = [...owned].map((row) => ({ ...spanOf(row.session), row }));
  const links: (readonly [KnownSession, CloudAccount])[] = [];
  for (const row of rows) {
    const named = accounts.filter(({ keys }) => row.cloudIds.some((key) => keys.includes(key)));
    const best = owned.has(row) ? bestFor(spanOf(row.session), accounts) : undefined;
    // A name outweighs all times, and a row that has one is not looked for again.
    for (const account of named.length > 0 ? named : best ? [best] : []) links.push([row, account]);
  }
  for (const account of accounts) {
    // Only what truly lies in a row is one of several in it: a row nearby has its own already.
    const free = spans.filter((span) => isFree(span.row) && overlapsMostly(span, account));
    const best = bestFor(account, free);
    if (best) links.push([best.row, account]);
  }
  return connected(rows, accounts, links);
}

function isFree({ cloudIds }: KnownSession): boolean {
  return cloudIds.length === 0;
}

function isOwn({ session }: KnownSession): boolean {
  return session.source !== 'cloud';
}

/**
 * The cloud's sessions, and those of the rows whose cloud sessions were not all given again: such a
 * row speaks for them, else a part would be taken for the whole.
 */
function accountsOf(
  rows: readonly KnownSession[],
  cloud: readonly CloudSession[],
): readonly CloudAccount[] {
  const given = new Set(cloud.map(cloudIdOf));
  const kept = rows.filter(
    ({ cloudIds }) => cloudIds.length > 0 && !cloudIds.every((key) => given.has(key)),
  );
  const spokenFor = new Set(kept.flatMap(({ cloudIds }) => cloudIds));
  const fresh = cloud.filter((one) => !spokenFor.has(cloudIdOf(one)));
  return withoutShadows([...kept.map(accountOfRow), ...fresh.map(accountOfCloud)]);
}

function accountOfRow({ session, cloudIds }: KnownSession): CloudAccount {
  const { energyWh, greenEnergyWh, chargingMs, cost } = session;
  return {
    ...spanOf(session),
    keys: cloudIds,
    isKept: true,
    ...(energyWh === undefined ? {} : { energyWh }),
    ...(greenEnergyWh === undefined ? {} : { greenEnergyWh }),
    ...(chargingMs === undefined ? {} : { chargingMs }),
    ...(cost?.origin === 'cloud' ? { cost } : {}),
  };
}

function accountOfCloud(cloud: CloudSession): CloudAccount {
  const { id, listing, ...rest } = cloud;
  return { ...rest, keys: [cloudIdOf(cloud)], isKept: false };
}

function connected(
  rows: readonly KnownSession[],
  accounts: readonly CloudAccount[],
  links: readonly (readonly [KnownSession, CloudAccount])[],
): readonly Group[] {
  const groups = new Map<KnownSession | CloudAccount, Group>();
  for (const row of rows) groups.set(row, { rows: [row], accounts: [] });
  for (const account of accounts) groups.set(account, { rows: [], accounts: [account] });
  for (const [row, account] of links) {
    const one = groups.get(row);
    const other = groups.get(account);
    if (!one || !other || one === other) continue;
    const both: Group = {
      rows: [...one.rows, ...other.rows].toSorted(byRow),
      accounts: [...one.accounts, ...other.accounts].toSorted(byTime),
    };
    for (const member of [...both.rows, ...both.accounts]) groups.set(member, both);
  }
  return [...new Set(groups.values())];
}
