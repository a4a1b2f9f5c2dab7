import { expect } from '@playwright/test';
import { garage, test } from './fixtures.ts';

const question = { name: 'A link asks to lock Garage.' } as const;

test('a link opens the window and asks; one press there is one command', async ({ computer }) => {
  const { app, page } = await computer.signedIn();
  await page.close();
  const opened = app.electron.waitForEvent('window');
  const writes = () => computer.sim.requests.filter(({ method }) => method === 'PUT');
  const before = writes().length;
  expect(await computer.launchAgain('chargetray://charger/garage/lock')).toBe(0);
  const window = await opened;
  const asked = window.getByRole('group', question);
  await expect(asked).toBeFocused();
  await expect(asked.getByRole('button')).toHaveText(['No', 'Lock']);
  expect(writes()).toHaveLength(before);
  expect(computer.sim.facts(garage).locked).toBe(false);
  await asked.getByRole('button', { name: 'Lock', disabled: false }).click();
  await expect(asked).toHaveCount(0);
  await window.getByRole('button', { name: 'Unlock', exact: true }).waitFor();
  expect(writes()).toHaveLength(before + 1);
  expect(computer.sim.facts(garage).locked).toBe(true);
});

test('a link starts the app where it does not run, and is refused by Escape', async ({
  computer,
}) => {
  const first = await computer.signedIn();
  await first.app.electron.close();
  const link = 'chargetray://charger/Garage/lock';
  const app = await computer.start({ args: ['--hidden', link] });
  const window = await app.window();
  const asked = window.getByRole('group', question);
  await expect(asked).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
  await expect(window.getByRole('region', { name: 'Garage' })).toBeFocused();
  expect(computer.sim.facts(garage).locked).toBe(false);
});
