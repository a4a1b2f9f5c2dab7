import { expect } from '@playwright/test';
import { phrases as english } from '../../shared/languages/en.ts';
import type { Messages } from '../../shared/text/messages.ts';
import type { TrayItem } from '../desktop/tray-item.ts';
import { type Computer, garage } from './fixtures.ts';

const minute = 60_000;

/** What really happened in a charge that ran at the charger. Epoch ms by the clock on the wall. */
export interface RealCharge {
  readonly pluggedAt: number;
  readonly filledAt: number;
  readonly energyWh: number;
  readonly peakW: number;
}

/** Settles once the cloud has told so many more readings how the charger is. */
export async function observed(computer: Computer, times = 1): Promise<void> {
  const told = () => readsOf(computer).length;
  const before = told();
  await expect.poll(told, { intervals: [20] }).toBeGreaterThanOrEqual(before + times);
}

/** When the cloud was asked how the charger is, and answered. */
export function readsOf({ sim }: Computer): readonly number[] {
  return sim.requests
    .filter(({ path, status }) => path.includes('/chargers/status') && status === 200)
    .map(({ at }) => at);
}

/** A car comes, takes what it wants with a reading every ten of its minutes, and leaves. */
export async function chargeFully(
  computer: Computer,
  tray: TrayItem,
  wantsWh: number,
  { states, tray: entries }: Messages = english,
): Promise<RealCharge> {
  const { sim, clock } = computer;
  const charger = sim.charger(garage);
  const pluggedAt = Date.now();
  charger.plugIn({ wantsWh, phases: 1 });
  clock.advance(minute);
  await tray.tooltipThat((words) => words.includes(states.charging));
  const { powerW: peakW } = sim.facts(garage);
  let filledAt = pluggedAt;
  while (sim.facts(garage).energyWh < wantsWh) {
    await observed(computer);
    filledAt = Date.now();
    clock.advance(10 * minute);
  }
  await tray.tooltipThat((words) => words.includes(states.complete));
  const { energyWh } = sim.facts(garage);
  charger.unplug();
  await tray.tooltipThat(
    (words) => words === entries.named({ name: 'Garage', words: states.available }),
  );
  return { pluggedAt, filledAt, energyWh, peakW };
}
