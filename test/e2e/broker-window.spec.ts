import { expect, type Page } from '@playwright/test';
import { openSettings } from '../../build/demo/app-at-hand.ts';
import { bridgeName } from '../../shared/ipc/names.ts';
import { Mosquitto, type MosquittoOptions } from '../simulators/broker/mosquitto.ts';
import { barriersOf } from './barriers.ts';
import { filesHolding } from './files-holding.ts';
import { test as base } from './fixtures.ts';
import { tooWide } from './too-wide.ts';

const password = 'a made-up secret';
const wrong = 'another made-up secret';
const name = 'chargers';

interface Fixtures {
  readonly options: MosquittoOptions;
  readonly broker: Mosquitto;
}

const test = base.extend<Fixtures>({
  options: [{ users: { [name]: password } }, { option: true }],
  broker: async ({ options }, use) => {
    const broker = await Mosquitto.start(options);
    await use(broker);
    await broker.close();
  },
});

const press = (page: Page, words: string) =>
  page.getByRole('button', { name: words, exact: true }).click();
const passwordField = (page: Page) => page.getByLabel('Password optional');
// A question about a certificate says of itself what was copied.
const said = (page: Page) => page.getByRole('main').getByRole('status').last();

function stateOf(page: Page): Promise<string> {
  return page.evaluate(
    async (bridge) => JSON.stringify(await Reflect.get(window, bridge).call('getState')),
    bridgeName,
  );
}

test('a broker is tested, saved and connected; its password is in the keychain alone', async ({
  computer,
  broker,
}) => {
  const { app, page } = await computer.signedIn();
  await page.setViewportSize({ width: 320, height: 640 });
  await openSettings(page, 'Home automation');
  await page.getByLabel('Broker address').fill(`mqtt://127.0.0.1:${broker.port}`);
  await page.getByLabel('User name').fill(name);
  await expect(page.getByLabel('Broker address')).toHaveValue('127.0.0.1');
  await expect(page.getByLabel('Port')).toHaveValue(String(broker.port));
  await passwordField(page).fill(wrong);
  await press(page, 'Test connection');
  await expect(said(page)).toContainText('The broker rejected the sign-in.');
  await expect(passwordField(page)).toHaveValue(wrong);
  await passwordField(page).fill(password);
  await press(page, 'Test connection');
  await expect(said(page)).toContainText(/The connection works\. Broker: mosquitto/);
  expect(await tooWide(page)).toEqual([]);
  expect(await barriersOf(page, 'the form')).toEqual([]);
  await press(page, 'Save');
  await expect(said(page)).toContainText('Connected since');
  expect(await tooWide(page)).toEqual([]);
  expect(await barriersOf(page, 'a broker that is set')).toEqual([]);
  await expect(page.getByText('The password is stored only in')).toBeVisible();
  const kept = (await computer.keyring.items('ChargeTray')).map(({ secret }) => secret);
  expect(kept.filter((secret) => secret?.includes(password))).toHaveLength(1);

  await press(page, 'Change');
  await passwordField(page).fill(wrong);
  await press(page, 'Save');
  await expect(said(page)).toContainText('ChargeTray won’t retry automatically.');
  const state = await stateOf(page);
  expect(state).toContain('signInRefused');
  for (const secret of [password, wrong]) expect(state).not.toContain(secret);
  await press(page, 'Remove…');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Nothing is sent until you save a broker.')).toBeVisible();
  // What is deleted while it is looked at is no answer.
  const left = () =>
    computer.keyring.items('ChargeTray').then(
      (items) => items.filter(({ secret }) => secret?.includes('made-up')).length,
      () => undefined,
    );
  await expect.poll(left).toBe(0);
  await app.electron.close();
  expect((await filesHolding(computer.dataFolder, [password, wrong])).found).toEqual([]);
});

test.describe('with a certificate of its own', () => {
  test.use({ options: { tls: {} } });

  test('it is sent nothing until its owner has said yes, and again when it is another', async ({
    computer,
    broker,
  }) => {
    const { page } = await computer.signedIn();
    await openSettings(page, 'Home automation');
    await page.getByLabel('Broker address').fill(`mqtts://127.0.0.1:${broker.port}`);
    await press(page, 'Test connection');
    const question = page.getByRole('group', { name: 'Is this your broker?' });
    await expect(question.getByText(broker.fingerprint.slice(0, 11))).toBeVisible();
    expect(await barriersOf(page, 'the question')).toEqual([]);
    await press(page, 'Keep blocking');
    await expect(question).toHaveCount(0);
    await press(page, 'Test connection');
    await press(page, 'Trust and connect');
    await expect(said(page)).toContainText('The connection works.');
    await press(page, 'Save');
    await expect(said(page)).toContainText('Connected since');
    await broker.renewCertificate();
    await broker.end();
    await broker.begin();
    await press(page, 'Review certificate');
    const changed = page.getByRole('group', { name: 'The broker’s certificate has changed' });
    await expect(changed.getByText(broker.fingerprint.slice(0, 11))).toBeVisible();
    await press(page, 'Trust new certificate');
    await expect(said(page)).toContainText('Connected since');
  });
});
