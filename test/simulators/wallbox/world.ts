import type { SimClock } from '../clock.ts';
import { SimulatedCharger } from './charger.ts';
import type { ListedUser } from './payload-charger.ts';
import { ulid } from './payload-style.ts';
import type { WallboxSettings } from './settings.ts';
import type { AccountSpec, GroupSpec, Profile } from './types.ts';
import type { Violation, ViolationKind } from './violations.ts';

/** Whose a charger is, in the words payloads need. */
export interface Ownership {
  readonly groupId: number;
  readonly groupUid: string;
  readonly groupName: string;
  readonly ownerId: number;
  readonly ownerName: string;
  readonly ownerEmail: string;
}

/** A group of one account, with what that account may do with each charger. */
export interface Group {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  readonly members: { readonly chargerId: number; readonly profile: Profile }[];
}

/** An account while the simulator runs. */
export interface Account {
  readonly email: string;
  readonly uid: string;
  /** Numeric user id. */
  readonly id: number;
  readonly name: string;
  readonly sso: boolean;
  password: string;
  readonly groups: readonly Group[];
}

/** Everything behind the two hosts. */
export interface World {
  readonly settings: WallboxSettings;
  readonly clock: SimClock;
  readonly wall: SimClock;
  readonly accounts: readonly Account[];
  readonly chargers: ReadonlyMap<number, SimulatedCharger>;
  readonly violations: Violation[];
  /** Where links in payloads lead. */
  readonly linkOrigin: () => string;
  blame(kind: ViolationKind, account: string | null, detail: string): void;
}

/** Parts of a world that come from outside. */
export interface WorldParts {
  readonly accounts: readonly AccountSpec[];
  readonly settings: WallboxSettings;
  readonly clock: SimClock;
  readonly wall: SimClock;
  readonly linkOrigin: () => string;
}

/** Builds accounts, groups and chargers. */
export function buildWorld(parts: WorldParts): World {
  const { accounts, settings, clock, wall, linkOrigin } = parts;
  const chargers = new Map<number, SimulatedCharger>();
  for (const spec of accounts.flatMap((account) => account.groups).flatMap(chargersOf)) {
    // The first account to list a charger describes it; others only bring their own profile.
    if (!chargers.has(spec.id)) {
      chargers.set(spec.id, new SimulatedCharger(spec, { clock, wall, settings }));
    }
  }
  const violations: Violation[] = [];
  return {
    settings,
    clock,
    wall,
    linkOrigin,
    chargers,
    violations,
    accounts: accounts.map(buildAccount),
    blame: (kind, account, detail) => violations.push({ kind, at: wall.now(), account, detail }),
  };
}

function chargersOf(group: GroupSpec) {
  return group.chargers ?? [];
}

function buildAccount(spec: AccountSpec, index: number): Account {
  const id = 500_001 + index;
  return {
    email: spec.email,
    password: spec.password,
    uid: spec.uid ?? ulid('US', id),
    id,
    name: spec.name ?? 'Sam',
    sso: spec.sso ?? false,
    groups: spec.groups.map((group, position) => {
      const groupId = group.id ?? 80_001 + index * 100 + position;
      return {
        id: groupId,
        uid: group.uid ?? ulid('GR', groupId),
        name: group.name ?? 'Home',
        members: chargersOf(group).map(({ id: chargerId, profile = 'super-admin' }) => ({
          chargerId,
          profile,
        })),
      };
    }),
  };
}

/** How an account stands to a charger: a member with a profile, a stranger, or it does not exist. */
export type Standing =
  | {
      readonly kind: 'member';
      readonly charger: SimulatedCharger;
      readonly profile: Profile;
      readonly ownership: Ownership;
    }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'no-such-charger' };

/** Looks a charger up for an account. */
export function standing(world: World, account: Account, chargerId: number): Standing {
  const charger = world.chargers.get(chargerId);
  if (charger === undefined) return { kind: 'no-such-charger' };
  for (const group of account.groups) {
    const member = group.members.find((other) => other.chargerId === chargerId);
    if (member === undefined) continue;
    const ownership = ownershipOf(account, group);
    return { kind: 'member', charger, profile: member.profile, ownership };
  }
  return { kind: 'stranger' };
}

/** Takes a charger out of an account's groups. */
export function removeMember({ groups }: Account, chargerId: number): void {
  for (const { members } of groups) {
    const index = members.findIndex((member) => member.chargerId === chargerId);
    if (index >= 0) members.splice(index, 1);
  }
}

/** The words payloads use for an account's group. */
export function ownershipOf(account: Account, group: Group): Ownership {
  return {
    groupId: group.id,
    groupUid: group.uid,
    groupName: group.name,
    ownerId: account.id,
    ownerName: account.name,
    ownerEmail: account.email,
  };
}

/** All accounts that know a charger, for its `users[]`. */
export function usersOf(world: World, chargerId: number): readonly ListedUser[] {
  return world.accounts.flatMap((account) =>
    account.groups
      .flatMap((group) => group.members)
      .filter((member) => member.chargerId === chargerId)
      .map(({ profile }) => ({
        id: account.id,
        name: account.name,
        email: account.email,
        profile,
      })),
  );
}
