import { expect } from '@playwright/test';
import {
  askForStation,
  certificateQuestion,
  openAddForm,
  shownFingerprints,
  trustStation,
} from '../../build/demo/app-at-hand.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { garage } from './fixtures.ts';
import { test } from './station-fixture.ts';

const hour = 3_600_000;
const fromTheStart = { requests: 0, connections: 0 } as const;

test('a station is added by its address, once its owner trusts its certificate', async ({
  computer,
  station,
}) => {
  const { sim, address } = station;
  const app = await computer.start();
  const page = await app.window();
  await askForStation(page, { address, name: 'Garage' });
  expect(await shownFingerprints(page)).toEqual([sim.certificate.fingerprint]);
  await expect(certificateQuestion(page)).toContainText('RSA 1024');
  expect(sim.log).toEqual([]);
  expect(sim.bytesSince(fromTheStart)).toBe(0);
  await page.getByRole('button', { name: 'Trust and connect' }).click();
  await expect(page.getByRole('heading', { name: 'Garage' })).toBeVisible();
  const tray = await trayItemOf(computer.desktop, app.pid);
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  const labels = (await tray.menu()).map(({ label }) => label);
  expect(entriesOf(labels, 'Garage: Ready')).toEqual([]);
});

test('a charge is seen, and its end is told by exactly one notification', async ({
  computer,
  station,
}) => {
  const { sim } = station;
  const { tray } = await station.watched();
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  const ready = (await tray.iconPixmaps())[0]?.hash;
  sim.driver.plugIn();
  await tray.tooltipThat((words) => words.startsWith('Garage: Charging'));
  const charging = (await tray.iconPixmaps())[0]?.hash;
  expect(charging).not.toBe(ready);
  sim.driver.stop();
  const notice = await computer.notices.noticeThat(({ summary }) => summary.includes('Garage'));
  expect(notice.summary).toBe('Charging ended · Garage');
  expect(notice.body).toContain('whether it finished or was stopped');
  await tray.tooltipThat((words) => !words.includes('Charging'));
  expect((await tray.iconPixmaps())[0]?.hash).not.toBe(charging);
  await station.reads(3);
  expect(computer.notices.seen()).toHaveLength(1);
});

test('a Wallbox charger and a station share a tray, each with its own news', async ({
  computer,
  station,
}) => {
  const { page, tray } = await computer.signedIn();
  await openAddForm(page);
  await station.add(page, { name: 'Carport' });
  await tray.tooltipThat((words) => words === 'Garage: Ready\nCarport: Ready');
  // What the Wallbox can be asked stands below it; a station is only watched.
  const labels = (await tray.menu()).map(({ label }) => label);
  const [garageAt, carportAt] = ['Garage: Ready', 'Carport: Ready'].map((line) =>
    labels.indexOf(line),
  );
  expect(labels.slice(garageAt, carportAt)).toContain('Lock');
  expect(labels.slice(carportAt)).not.toContain('Lock');
  expect(labels.slice(carportAt).indexOf('Open ChargeTray')).toBe(2);
  const ready = (await tray.iconPixmaps())[0]?.hash;
  station.sim.driver.plugIn();
  await tray.tooltipThat((words) => words.includes('Carport: Charging'));
  const charging = (await tray.iconPixmaps())[0]?.hash;
  expect(charging).not.toBe(ready);
  computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
  computer.clock.advance(hour / 2);
  await tray.tooltipThat((words) => words.includes('Garage: Charging'));
  station.sim.driver.stop();
  await computer.notices.noticeThat(({ summary }) => summary === 'Charging ended · Carport');
  expect((await tray.iconPixmaps())[0]?.hash).toBe(charging);
  computer.clock.advance(3 * hour);
  await computer.notices.noticeThat(({ summary }) => summary === 'Charge complete · Garage');
  const asked = computer.sim.requests.length;
  await expect.poll(() => computer.sim.requests.length).toBeGreaterThan(asked + 3);
  await station.reads(3);
  expect(computer.notices.seen()).toHaveLength(2);
});

test('another certificate: nothing is sent until its owner trusts it', async ({
  computer,
  station,
}) => {
  const { sim } = station;
  const { page, tray } = await station.watched();
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  const known = sim.certificate.fingerprint;
  const mark = await sim.changeCertificate({ keyBits: 1024 });
  await computer.notices.noticeThat(({ summary }) => summary === 'Certificate changed · Garage');
  await expect.poll(() => sim.connections() - mark.connections).toBeGreaterThan(2);
  await tray.tooltipThat((words) => words.includes('certificate changed'));
  await page.getByRole('button', { name: 'Compare' }).click();
  await certificateQuestion(page).waitFor();
  expect(await shownFingerprints(page)).toEqual([known, sim.certificate.fingerprint]);
  expect(sim.requestsSince(mark)).toEqual([]);
  expect(sim.bytesSince(mark)).toBe(0);
  await expect(page.getByRole('button', { name: 'Trust new certificate' })).toBeEnabled();
  await trustStation(page, sim.certificate.fingerprint);
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  await station.reads(2);
  expect(computer.notices.seen()).toHaveLength(1);
});

test('gone for three looks during a charge, and back again', async ({ computer, station }) => {
  const { sim } = station;
  const { tray } = await station.watched();
  sim.driver.plugIn();
  await tray.tooltipThat((words) => words.startsWith('Garage: Charging'));
  await sim.goDown();
  const gone = await computer.notices.noticeThat(({ summary }) => summary !== '');
  expect(gone.summary).toBe('Connection lost · Garage');
  await tray.tooltipThat((words) => /^Garage: unreachable since .*Charging/.test(words));
  await sim.comeBack();
  await computer.notices.noticeThat(({ summary }) => summary === 'Back online · Garage');
  await tray.tooltipThat((words) => words.startsWith('Garage: Charging'));
  expect(computer.notices.seen()).toHaveLength(2);
});

/** What can be asked of a charger in the menu: the entries below its line, up to the separator. */
function entriesOf(labels: readonly string[], line: string): readonly string[] {
  const from = labels.indexOf(line) + 1;
  expect(from).toBeGreaterThan(0);
  return labels.slice(from, labels.indexOf('', from));
}
