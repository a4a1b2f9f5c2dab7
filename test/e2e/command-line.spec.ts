import { expect } from '@playwright/test';
import { test } from './station-fixture.ts';
import { talking, typed } from './terminal.ts';

test('--status says the line of the tray, and opens nothing', async ({ computer, station }) => {
  const { app, page, tray } = await station.watched();
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  await page.close();
  const said = await typed(computer, ['--status']);
  expect(said).toMatchObject({ code: 0, out: 'Garage: Ready\n' });
  const forScripts = await typed(computer, ['--status', '--json']);
  expect(forScripts.code).toBe(0);
  expect(JSON.parse(forScripts.out)).toEqual([
    {
      name: 'Garage',
      brand: 'fcsp',
      certainty: 'current',
      readAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      state: 'available',
      said: 'Ready',
      code: 'CS00',
      connected: false,
      charging: false,
      available: true,
    },
  ]);
  const german = { LC_ALL: '', LANGUAGE: 'de', LANG: 'de_DE.UTF-8' };
  expect((await typed(computer, ['--status'], german)).out).toBe('Garage: Bereit\n');
  const [again] = JSON.parse((await typed(computer, ['--status', '--json'], german)).out);
  expect(again).toMatchObject({ said: 'Ready' });
  expect((await typed(computer, ['--help'], german)).out).toContain(
    'Zeigt, was jede Ladestation gerade tut',
  );
  expect(app.electron.windows()).toEqual([]);
  expect(app.electron.process().exitCode).toBeNull();
});

test('--watch says a line whenever something changes, until Ctrl+C', async ({
  computer,
  station,
}) => {
  const { tray } = await station.watched();
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  const watching = talking(computer, ['--watch']);
  await watching.lineThat((line) => line === 'Garage: Ready');
  station.sim.driver.plugIn();
  await watching.lineThat((line) => line.startsWith('Garage: Charging'));
  station.sim.driver.unplug();
  await expect.poll(() => watching.lines().at(-1)).toBe('Garage: Ready');
  await station.reads(2);
  expect(await watching.interrupt()).toBeNull();
  expect(watching.lines()).toHaveLength(3);
});

test('--status says so when the app does not run', async ({ computer, station }) => {
  const unknown = await typed(computer, ['--status']);
  expect(unknown).toMatchObject({ code: 1, out: '' });
  expect(unknown.err).toContain('No chargers yet');
  const { app, tray } = await station.watched();
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  await app.electron.close();
  const said = await typed(computer, ['--status']);
  expect(said.code).toBe(1);
  expect(said.out).toMatch(/^Garage: Ready · as of .*\n$/);
  expect(said.err).toContain('ChargeTray isn’t running');
});
