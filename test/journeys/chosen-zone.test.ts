import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { defaultFormats } from '../../shared/domain/app/locales.ts';
import { everyDay } from '../../shared/domain/app/quiet-hours.ts';
import { hour, menuWords, minute, World } from './world.ts';

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1, energyPrice: 0.31 } as const;

/** Every world begins on 21 November at noon UTC, on a computer in Berlin. */
async function begin(): Promise<World> {
  const world = await (await World.begin([garage])).signedIn();
  onTestFinished(() => world.end());
  return world;
}

const choose = (world: World, zone?: string) =>
  world.app.handlers.changeSettings({ formats: { ...defaultFormats, ...(zone && { zone }) } });
const refreshEntry = ({ desk }: World) =>
  menuWords(desk.trayView)
    .find((words) => words.startsWith('Refresh now'))
    ?.replaceAll('\u202f', ' ');
/** How far the clock of the window's times is ahead of UTC. */
const windowOffset = ({ state }: World) => state.formatTables?.offset.ms;

it('tray, window, quiet hours and notifications follow another zone at once', async () => {
  const world = await begin();
  world.desk.setWindow(true);
  expect(refreshEntry(world)).toBe('Refresh now (1:00 PM)');
  expect([world.state.zone, windowOffset(world)]).toEqual(['Europe/Berlin', hour]);
  const span = { days: everyDay, from: 7 * 60, to: 10 * 60 };
  await world.app.handlers.changeSettings({
    quietHours: { on: true, critical: true, spans: [span] },
  });
  await choose(world, 'America/New_York');
  await world.settle();
  expect(refreshEntry(world)).toBe('Refresh now (7:00 AM)');
  expect([world.state.zone, windowOffset(world)]).toEqual(['America/New_York', -5 * hour]);
  world.sim.charger(garage.id).plugIn({ wantsWh: 0 });
  await world.pass(90 * minute);
  expect(world.desk.told).toEqual([]);
  await choose(world);
  await world.settle();
  const [notice, ...others] = world.desk.notices;
  expect(others).toEqual([]);
  expect(notice?.body.replaceAll('\u202f', ' ')).toMatch(/^No power since 7:0\d AM\./);
  expect(refreshEntry(world)).toMatch(/^Refresh now \(2:\d\d PM\)$/);
});

it('a file is called after the day in the chosen zone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chargetray-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const world = await begin();
  world.desk.place = folder;
  const query = { from: 0, to: world.clock.now(), charger: undefined };
  const order = () => ({ query, what: 'sessions', format: 'csv', zone: world.state.zone }) as const;
  expect(await world.app.handlers.exportHistory(order())).toBe('saved');
  await choose(world, 'Pacific/Kiritimati');
  expect(await world.app.handlers.exportHistory(order())).toBe('saved');
  const days = readdirSync(folder).map((name) => /\d{4}-\d\d-\d\d/.exec(name)?.[0]);
  expect(days.sort()).toEqual(['2026-11-21', '2026-11-22']);
});

it.each([
  { zone: 'Asia/Tokyo', now: 'Asia/Tokyo', lost: undefined },
  // Of a system that knows more of them.
  { zone: 'Europe/Atlantis', now: 'Europe/Berlin', lost: undefined },
  { zone: '../etc', now: 'Europe/Berlin', lost: ['formats.zone'] },
])('after a start with $zone in the settings it is $now', async ({ zone, now, lost }) => {
  const world = await begin();
  await choose(world, 'Asia/Tokyo');
  const kept = world.machine.files.get('settings') ?? '';
  world.machine.files.set('settings', kept.replace('Asia/Tokyo', zone));
  await world.restarted();
  expect(world.state.zone).toBe(now);
  expect(world.state.settingsTrouble?.lostKeys).toEqual(lost);
});
