import { expect, it } from 'vitest';
import { ownersEntriesOf, type ScheduleEntry } from '../../shared/domain/charger/schedule.ts';
import type { Request } from '../../shared/ipc/contract.ts';
import { expectManners, garage, Night, wish } from './plan-night.ts';
import { minute } from './world.ts';

/** Switched off, so that it is in nobody's way. */
const own: ScheduleEntry = { isOn: false, days: [6, 7], from: 12 * 60, until: 14 * 60 };

it('an owner’s own schedule and those of a plan stand beside each other, and both stay whose they are', async () => {
  const night = await Night.begin([garage], { keeps: true });
  await night.want();
  night.plugIn();
  await night.world.pass(10 * minute);
  expect(night.view().status).toEqual({ kind: 'waiting', keptBy: 'charger' });
  const handlers = () => night.world.app.handlers;
  const chargerId = night.world.state.chargers[0]?.id ?? '';
  const read = async () => {
    const answer = Promise.resolve(handlers().getSchedules({ chargerId }));
    await night.world.pass(5 * minute);
    const found = await answer;
    if (!found.ok) throw new Error(found.failure.kind);
    return found.value;
  };
  const before = await read();
  expect(before.entries.map(({ isPlans }) => isPlans)).toEqual([true, true]);

  const seen = ownersEntriesOf(before);
  await changed(night, { chargerId, edit: { kind: 'add', entry: own }, seen });

  // Dated anew with the owner's, a plan's entries are still known, over a restart too.
  await night.world.pass(10 * minute);
  expectManners(night);
  await night.world.restarted();
  await night.world.pass(10 * minute);
  const after = await read();
  // Their order is that of the last write, which may have been the plan's.
  expect(after.entries.filter(({ isPlans }) => isPlans)).toHaveLength(2);
  const ours = after.entries.filter(({ isPlans }) => !isPlans);
  expect(ours.map(({ entry }) => entry)).toEqual([own]);
  await night.world.pass(5 * minute);
  expect(night.view().status).toEqual({ kind: 'waiting', keptBy: 'charger' });

  // One that is on lets the car charge at its own times too.
  const beside = { kind: 'set', slot: ours[0]?.slot ?? 0 } as const;
  const on = { ...beside, entry: { ...own, isOn: true } };
  const seenThen = ownersEntriesOf(after);
  await changed(night, { chargerId, edit: on, seen: seenThen });
  await night.want({ ...wish, amount: { kind: 'energy', wh: 15_000 } });
  await night.world.pass(10 * minute);
  expect(night.view().status).toMatchObject({ keptBy: 'charger', besideOwn: true });

  await night.want({ ...wish, isOn: false });
  await night.world.pass(10 * minute);
  const left = await read();
  expect(left.entries.map(({ isPlans, entry }) => [isPlans, entry])).toEqual([
    [false, { ...own, isOn: true }],
  ]);
});

/** The window asks for a change of the owner's schedules, which goes well. */
async function changed(night: Night, wanted: Request<'changeSchedules'>): Promise<void> {
  const { handlers } = night.world.app;
  const changing = Promise.resolve(handlers.changeSchedules(wanted));
  await night.world.pass(5 * minute);
  expect((await changing).ok).toBe(true);
}
