import {
  isSameEntry,
  mostEntries,
  type PlanEntry,
  type ScheduleEdit,
  type ScheduleEntry,
  type ScheduleFailure,
  type SeenEntries,
} from '../../../../shared/domain/charger/schedule.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import {
  isPlans,
  type ListEntry,
  type ScheduleList,
  toSchedules,
  toWire,
  type WireEntry,
} from './list.ts';
import { dateFor, notStored, resent, type SentList, slots } from './next-list.ts';

export interface OwnersWish {
  readonly edit: ScheduleEdit;
  readonly seen: SeenEntries;
  readonly remembered: readonly PlanEntry[];
}

/**
 * The whole list with one of the owner's entries changed, added or taken away, and all others as they
 * were read. Undone is what its owner could not have seen: nothing is sent then. `now` is epoch ms.
 */
export function ownersList(
  list: ScheduleList,
  wish: OwnersWish,
  now: number,
): Result<SentList | undefined, ScheduleFailure> {
  const { edit, seen, remembered } = wish;
  if (!list.isWhole) return notStored('unreadable');
  const [plans, owners] = partedBy(list.entries, (one) => isPlans(one, remembered));
  const isAnother = changedMeanwhile(list, remembered);
  if (!isAsSeen(owners, seen)) return isAnother;
  const { stamp, createdAt } = dateFor(list, now);
  const sent = (entries: readonly ListEntry[]) => entries.map((one) => resent(one, createdAt));
  const restamped = plans.map(({ slot, entry }) => ({ slot, stamp, entry }));
  const common = { plans: restamped, isLeft: () => false };
  if (edit.kind === 'add') {
    const slot = freeSlot(list.entries, remembered);
    if (slot === undefined) return notStored('full');
    const added = { slot, entry: edit.entry };
    const body = [...sent(list.entries), toWire(added, createdAt)];
    return success({ ...common, body, written: [added] });
  }
  const { slot } = edit;
  const found = owners.find((one) => one.slot === slot);
  if (!found) return isAnother;
  if (edit.kind === 'remove') {
    const body = sent(list.entries.filter((one) => one !== found));
    return success({ ...common, body, written: [], isLeft: (one) => one.slot === slot });
  }
  const { entry } = edit;
  if (isSameEntry(found.entry, entry)) return success(undefined);
  const changed = { ...found, raw: { ...found.raw, ...changesOf(found, entry) } };
  const body = sent(list.entries.map((one) => (one === found ? changed : one)));
  return success({ ...common, body, written: [{ slot, entry }] });
}

function changedMeanwhile(list: ScheduleList, remembered: readonly PlanEntry[]) {
  return failed({ kind: 'changedMeanwhile', schedules: toSchedules(list, remembered) } as const);
}

/** Whatever the order. What a plan has done to its own meanwhile is none of the owner's. */
function isAsSeen(owners: readonly ListEntry[], seen: SeenEntries): boolean {
  return (
    owners.length === seen.length &&
    owners.every((one) =>
      seen.some(({ slot, entry }) => slot === one.slot && isSameEntry(entry, one.entry)),
    )
  );
}

/** Rather none that a plan has had: what stands there might be taken for the plan's. */
function freeSlot(
  entries: readonly ListEntry[],
  remembered: readonly PlanEntry[],
): number | undefined {
  if (entries.length >= mostEntries) return undefined;
  const free = slots.filter((slot) => entries.every((one) => one.slot !== slot));
  return free.find((slot) => remembered.every((one) => one.slot !== slot)) ?? free[0];
}

/** What is not changed stays word for word, also where the words are another program's. */
function changesOf({ raw, slot, entry: before }: ListEntry, wanted: ScheduleEntry): WireEntry {
  const { energyWh, limitA } = wanted;
  const wire = toWire({ slot, entry: wanted }, 0);
  const times = { enable: wire.enable, start: wire.start, stop: wire.stop, days: wire.days };
  const isSameEnergy = before.energyWh === energyWh;
  return {
    ...times,
    ...(isSameEnergy ? {} : { target: { ...objectOf(raw.target), ...objectOf(wire.target) } }),
    ...(before.limitA === limitA ? {} : { max_current: wire.max_current }),
  };
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function partedBy<T>(
  all: readonly T[],
  belongs: (one: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  const first = all.filter(belongs);
  return [first, all.filter((one) => !first.includes(one))];
}
