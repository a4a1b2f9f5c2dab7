import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openSettings } from '../../build/demo/app-at-hand.ts';
import { programFor, startProgram } from '../desktop/programs.ts';
import type { TrayItem } from '../desktop/tray-item.ts';
import { type Computer, garage, test } from './fixtures.ts';

const hour = 3_600_000;
const complete = 'Charge complete · Garage';

/** A car comes and charges; it is full as soon as the clock goes on. */
async function charging(computer: Computer, tray: TrayItem): Promise<void> {
  computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
  computer.clock.advance(hour / 2);
  await tray.tooltipThat((words) => words.includes('Charging'));
}

async function charged(computer: Computer, tray: TrayItem): Promise<void> {
  await charging(computer, tray);
  computer.clock.advance(3 * hour);
  await tray.tooltipThat((words) => words.includes('complete'));
}

async function unplugged(computer: Computer, tray: TrayItem): Promise<void> {
  computer.sim.charger(garage).unplug();
  await tray.tooltipThat((words) => words === 'Garage: Ready');
}

const fileOf = (computer: Computer, name: string) =>
  readFile(join(computer.dataFolder, name), 'utf8').catch(() => '');

function logSays(computer: Computer, words: string): Promise<void> {
  const log = () => fileOf(computer, 'logs/main.log');
  return expect.poll(log, { timeout: 30_000 }).toContain(words);
}

/** Settles once nothing is left to be told. */
function allTold(computer: Computer): Promise<void> {
  const left = async () => {
    const { outbox, telling } = JSON.parse(await fileOf(computer, 'memory.json'));
    return [...outbox, telling].filter(Boolean).length;
  };
  return expect.poll(left).toBe(0);
}

test('a notification program that has stopped holds nothing up, and shows all once when it goes on', async ({
  computer,
}) => {
  const { tray } = await computer.signedIn();
  await charged(computer, tray);
  await expect.poll(() => computer.notices.displayed()).toBe(1);
  const program = await programFor('notifications', computer.desktop);
  program.stop();
  await unplugged(computer, tray);
  await charged(computer, tray);
  await expect.poll(() => computer.notices.seen().length).toBe(2);
  await unplugged(computer, tray);
  await logSays(computer, 'outcome=unanswered');
  await charged(computer, tray);
  expect(await tray.tooltip()).toContain('complete');
  program.goOn();
  await expect.poll(() => computer.notices.displayed()).toBe(3);
  await allTold(computer);
  expect(computer.notices.seen().map(({ summary }) => summary)).toEqual([
    complete,
    complete,
    complete,
  ]);
});

for (const known of [true, false]) {
  const which = known ? 'the one before did not answer' : 'none of those before has ever answered';
  test(`the next notification program shows once what ${which}`, async ({ computer }) => {
    const { tray } = await computer.signedIn();
    if (known) {
      await charged(computer, tray);
      // The end may be on the tray before there is anything to be told.
      await expect.poll(() => computer.notices.displayed()).toBe(1);
      await allTold(computer);
      await unplugged(computer, tray);
    }
    const program = await programFor('notifications', computer.desktop);
    program.stop();
    await charged(computer, tray);
    await logSays(computer, known ? 'outcome=unanswered' : 'outcome=failed');
    program.kill();
    await startProgram('notifications', computer.desktop);
    await expect.poll(() => computer.notices.displayed()).toBe(1);
    await allTold(computer);
    expect(await computer.notices.displayed()).toBe(1);
  });
}

test('Unlock unlocks the charger; what is newer takes its place, and what has passed goes', async ({
  computer,
}) => {
  const { tray } = await computer.signedIn();
  const box = computer.sim.charger(garage);
  const shown = () => computer.notices.displayed();
  box.setLocked(true);
  await tray.tooltipThat((words) => words.includes('Locked'));
  box.plugIn({ wantsWh: 7000, phases: 1 });
  const waits = await computer.notices.noticeThat(({ summary }) => summary.includes('waiting'));
  expect(waits.actions.map(({ label }) => label)).toEqual(['Open ChargeTray', 'Unlock', 'Open']);
  await expect.poll(shown).toBe(1);
  await computer.notices.pressButton();
  await expect.poll(() => box.state.locked).toBe(false);
  await expect.poll(shown).toBe(0);
  await tray.tooltipThat((words) => words.includes('Charging'));
  // Somebody else locks and unlocks it: what stays is that charging has stopped.
  box.setLocked(true);
  await expect.poll(shown).toBe(2);
  box.setLocked(false);
  await expect.poll(shown).toBe(1);
  box.setFault(14);
  await computer.notices.noticeThat(({ summary }) => summary.startsWith('Fault ·'));
  await expect.poll(shown).toBe(2);
  box.setFault(null);
  const over = await computer.notices.noticeThat(({ summary }) => summary.includes('cleared'));
  expect(over.replaces).toBeGreaterThan(0);
  expect(await shown()).toBe(2);
});

test('a session that ends in quiet hours is told when they end', async ({ computer }) => {
  const { page, tray } = await computer.signedIn();
  await openSettings(page, 'Notifications');
  await page.getByRole('switch', { name: 'Quiet hours' }).click();
  const hours = page.getByRole('group', { name: 'Quiet hours 1' });
  const set = async (which: 'From' | 'To', at: Date) => {
    await hours.getByLabel(which).fill(at.toTimeString().slice(0, 5));
    await hours.getByLabel(which).press('Enter');
  };
  await set('From', new Date(Date.now() - hour));
  await set('To', new Date(Date.now() + hour));
  await charged(computer, tray);
  await logSays(computer, 'reason=quietHours');
  expect(computer.notices.seen()).toEqual([]);
  // The minute in which they end is no longer quiet.
  await set('To', new Date());
  const { body } = await computer.notices.noticeThat(({ summary }) => summary === complete);
  expect(body).toContain('7.00\u00a0kWh');
});
