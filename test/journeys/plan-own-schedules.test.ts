import { expect, it } from 'vitest';
import { ownersEntriesOf, type ScheduleEntry } from '../../shared/domain/charger/schedule.ts';
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
  const edit = { kind: 'add', entry: own } as const;
  const changing = Promise.resolve(handlers().changeSchedules({ chargerId, edit, seen }));
  await night.world.pass(5 * minute);
  expect((await changing).ok).toBe(true);

  // Dated anew with the owner's, a plan's entries are still known, over a restart too.
  await night.world.pass(10 * minute);
  expectManners(night);
  await night.world.restarted();
  await night.world.pass(10 * minute);
  const after = await read();
  expect(after.entries.map(({ isPlans }) => isPlans)).toEqual([true, true, false]);
  await night.world.pass(5 * minute);
  expect(night.view().status).toEqual({ kind: 'waiting', keptBy: 'charger' });

  await night.want({ ...wish, isOn: false });
  await night.world.pass(10 * minute);
  const left = await read();
  expect(left.entries.map(({ isPlans, entry }) => [isPlans, entry])).toEqual([[false, own]]);
});
