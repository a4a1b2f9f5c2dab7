import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { trayItemOf } from '../desktop/tray-item.ts';
import { chargeFully, observed, readsOf } from './charging.ts';
import { saveInNewFolder } from './file-dialog.ts';
import { garage, test } from './fixtures.ts';
import { exportCsv, openHistory, rows, saidIn } from './history-hand.ts';

const hour = 3_600_000;

test('a charge stands in the list, as a picture and in a table', async ({ computer }) => {
  const { page, tray } = await computer.signedIn();
  const real = await chargeFully(computer, tray, 8000);
  await openHistory(page);
  await expect(rows(page)).toHaveCount(1);
  // What it cost is reckoned when it is over, which is a moment after the tray says so.
  await expect(rows(page)).toContainText('€');
  const said = await saidIn(rows(page));
  expect(Number(said.kwh) * 1000).toBeCloseTo(real.energyWh, -1);
  expect(Number(said.euros)).toBeCloseTo(real.energyWh * 0.00031, 2);

  const { name, records } = await exportCsv(computer, page);
  expect(name).toMatch(/^ChargeTray sessions \d{4}-\d\d-\d\d\.csv$/);
  const [kept = {}, ...others] = records;
  expect(others).toEqual([]);
  const kwh = Number(kept.energy_kwh);
  expect(Math.abs(kwh * 1000 - real.energyWh)).toBeLessThan(real.energyWh * 0.01);
  expect(kwh.toFixed(2)).toBe(said.kwh);
  expect(Number(kept.cost).toFixed(2)).toBe(said.euros);
  expect(kept).toMatchObject({
    charger_name: 'Garage',
    currency: 'EUR',
    end: 'complete',
    gaps: '',
  });
  expect(Number(kept.peak_w)).toBe(real.peakW);
  expect(Date.parse(kept.started_at ?? '')).toBeGreaterThanOrEqual(real.pluggedAt);
  expect(Date.parse(kept.started_at ?? '')).toBeLessThanOrEqual(lookAfter(real.pluggedAt, 1));
  expect(Date.parse(kept.ended_at ?? '')).toBeGreaterThanOrEqual(lookBefore(real.filledAt));
  expect(Date.parse(kept.ended_at ?? '')).toBeLessThanOrEqual(lookAfter(real.filledAt, 1));

  await rows(page).click();
  await expect(page.getByRole('definition').filter({ hasText: 'kWh' }).first()).toHaveText(
    `${said.kwh}\u00a0kWh`,
  );
  await page.getByRole('button', { name: 'Save chart…' }).click();
  const picture = await saveInNewFolder(computer.desktop, dirname(computer.dataFolder));
  expect(basename(picture)).toMatch(/^Garage \d{4}-\d\d-\d\d\.png$/);
  const bytes = await readFile(picture);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  expect(size.width).toBeGreaterThan(300);
  expect(size.height).toBeGreaterThan(150);
  expect(bytes.length).toBeGreaterThan(4000);

  function lookAfter(at: number, place = 0): number {
    return readsOf(computer).filter((read) => read >= at)[place] ?? Number.NaN;
  }
  function lookBefore(at: number): number {
    return readsOf(computer).findLast((read) => read < at) ?? Number.NaN;
  }
});

test('killed during a charge and started again: one charge, whole', async ({ computer }) => {
  const { app, tray } = await computer.signedIn();
  computer.sim.charger(garage).plugIn({ wantsWh: 9000, phases: 1 });
  computer.clock.advance(hour / 2);
  await tray.tooltipThat((words) => words.includes('Charging'));
  await observed(computer, 2);
  const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
  process.kill(app.pid, 'SIGKILL');
  await gone;
  computer.clock.advance(hour / 2);
  const again = await computer.start();
  const trayAgain = await trayItemOf(computer.desktop, again.pid);
  await trayAgain.tooltipThat((words) => /Charging .*7\.\d+\skWh/.test(words));
  computer.clock.advance(2 * hour);
  await trayAgain.tooltipThat((words) => words.includes('complete') && !words.includes('as of'));
  const opened = again.electron.waitForEvent('window');
  await trayAgain.press(['Open ChargeTray']);
  const page = await opened;
  await openHistory(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(/9\.00\skWh/);
  await rows(page).click();
  await expect(page.getByRole('definition').filter({ hasText: 'kWh' }).first()).toHaveText(
    '9.00\u00a0kWh',
  );
  // It was a moment: a gap is what is longer than a quarter of an hour.
  await expect(page.getByText(/^No data from /)).toHaveCount(0);
});

test('a history that is broken is kept aside, said, and begun anew', async ({ computer }) => {
  await mkdir(computer.dataFolder);
  const garbage = Buffer.from('not a history at all '.repeat(400));
  await writeFile(join(computer.dataFolder, 'history.db'), garbage);
  const { page, tray } = await computer.signedIn();
  const trouble = page.getByRole('region', { name: 'Needs attention' });
  await expect(trouble).toContainText('History couldn’t be read');
  const files = await readdir(computer.dataFolder);
  const [aside = '', ...others] = files.filter((file) => file.includes('.broken-'));
  expect(others).toEqual([]);
  await expect(trouble).toContainText(aside);
  expect(await readFile(join(computer.dataFolder, aside))).toEqual(garbage);
  await chargeFully(computer, tray, 3000);
  await openHistory(page);
  await expect(rows(page)).toContainText(/3\.00\skWh/);
});
