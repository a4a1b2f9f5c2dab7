import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import {
  askForStation,
  certificateQuestion,
  openAddForm,
  trustStation,
} from '../../build/demo/app-at-hand.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { makeCertificate } from '../simulators/fcsp/certificate.ts';
import { barriersOf } from './barriers.ts';
import { openDetails, test } from './station-fixture.ts';

const notThisMake = 'This isn’t a Ford Charge Station Pro. Check the address.';

test('something else at the address is told apart, and not added', async ({
  computer,
  station,
}) => {
  const app = await computer.start();
  const page = await app.window();
  const other = await otherServer();
  const says = page.getByRole('alert').filter({ hasText: notThisMake });
  await typeAddress(page, new URL(computer.sim.url).host);
  await expect(says).toBeVisible();
  await typeAddress(page, other.address);
  await trustStation(page, other.fingerprint);
  await expect(says).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(other.address);
  const tray = await trayItemOf(computer.desktop, app.pid);
  expect(await tray.tooltip()).toBe('ChargeTray: no chargers yet');
  expect(other.heard).toEqual(['POST /api/v1/access']);
  await station.add(page);
  await expect(page.getByRole('heading', { name: 'Garage' })).toBeVisible();
  await other.close();
});

test('a report tells what every endpoint answers, and nobody’s secrets', async ({ station }) => {
  const { sim, address } = station;
  sim.setInverter({ kind: 'real' });
  const { app, page } = await station.watched();
  await openDetails(page);
  await page.getByRole('button', { name: 'Create report' }).click();
  const report = page.getByRole('region', { name: 'Report' });
  await report.getByRole('button', { name: 'Copy report' }).click();
  await expect(report.getByRole('button', { name: 'Copied' })).toBeVisible();
  const reads = ['access', 'chargerinfo', 'inverterinfo', 'configstatus', 'networkinfo'];
  for (const read of reads) await expect(report).toContainText(`/api/v1/${read}`);
  const text = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  for (const read of reads) expect(text).toContain(`== /api/v1/${read}\n`);
  expect(text).toContain('"state": "CS00"');
  const { passcode, traceNo, ipAddr, wifiAddr, bleAddr, ssid, inverterSerial } = sim.identity;
  const secrets = [passcode, traceNo, ipAddr, wifiAddr, bleAddr, ssid, inverterSerial];
  for (const secret of [...secrets, address, '127.0.0.1', sim.settings.devkey])
    expect(text).not.toContain(secret);
});

test('no view of a station has a barrier', async ({ computer, station }) => {
  const app = await computer.start();
  const page = await app.window();
  const barriers: string[] = [];
  const read = async (view: string) => barriers.push(...(await barriersOf(page, view)));
  await page.getByRole('radio', { name: 'Ford Charge Station Pro' }).click();
  await read('add');
  await askForStation(page, { address: station.address, name: 'Garage' });
  await read('question');
  await trustStation(page, station.sim.certificate.fingerprint);
  await openDetails(page);
  await read('details');
  await page.getByRole('button', { name: 'Create report' }).click();
  await page.getByRole('button', { name: 'Copy report' }).waitFor();
  await read('report');
  station.sim.driver.plugIn();
  await page.getByText('Charging', { exact: true }).first().waitFor();
  await read('charging');
  await station.sim.changeCertificate({ keyBits: 1024 });
  await page.getByRole('button', { name: 'Compare' }).waitFor();
  await read('doubt');
  await page.getByRole('button', { name: 'Compare' }).click();
  await certificateQuestion(page).waitFor();
  await read('comparison');
  await openAddForm(page);
  await read('one more');
  expect(barriers).toEqual([]);
});

/** Types an address only; what comes next depends on who is there. */
async function typeAddress(page: Page, address: string): Promise<void> {
  await page.getByRole('radio', { name: 'Ford Charge Station Pro' }).click();
  await page.getByRole('textbox', { name: 'Address' }).fill(address);
  await page.getByRole('button', { name: 'Connect' }).click();
}

/** A web server of another kind: behind TLS there is a page for people. */
async function otherServer() {
  const { certificate, keyPem } = await makeCertificate({ commonName: 'printer', keyBits: 1024 });
  const heard: string[] = [];
  const tls = { key: keyPem, cert: certificate.pem, ciphers: 'DEFAULT@SECLEVEL=0' };
  const server = createServer(tls, (request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>No such page</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    fingerprint: certificate.fingerprint,
    heard,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
