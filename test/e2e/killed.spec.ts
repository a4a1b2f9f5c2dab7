import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { AppAtHand } from '../../build/demo/app-at-hand.ts';
import { type TrayItem, trayItemOf } from '../desktop/tray-item.ts';
import { readsOf } from './charging.ts';
import { type Computer, garage, test } from './fixtures.ts';

const hour = 3_600_000;

/** So long after the cloud has said that the car is full, or after the desktop was given the words. Ms. */
const moments = [
  { after: 'answer', ms: 0 },
  { after: 'answer', ms: 2 },
  { after: 'answer', ms: 5 },
  { after: 'answer', ms: 10 },
  { after: 'answer', ms: 20 },
  { after: 'answer', ms: 50 },
  { after: 'notice', ms: 0 },
  { after: 'notice', ms: 10 },
  { after: 'notice', ms: 40 },
  { after: 'notice', ms: 150 },
] as const;

/** Settles once the cloud has answered how the charger is. */
function answered(computer: Computer): Promise<void> {
  const before = readsOf(computer).length;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (readsOf(computer).length === before) return;
      clearInterval(timer);
      resolve();
    }, 1);
  });
}

function given({ notices }: Computer): Promise<void> {
  return new Promise((resolve) => {
    const stop = notices.onNotice(() => {
      stop();
      resolve();
    });
  });
}

/** The car is full, and the app is killed at that moment. */
async function endsAndIsKilled(
  computer: Computer,
  app: AppAtHand,
  { after, ms }: (typeof moments)[number],
): Promise<void> {
  const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
  const kill = () => process.kill(app.pid, 'SIGKILL');
  const moment = after === 'answer' ? answered(computer) : given(computer);
  computer.clock.advance(3 * hour);
  await moment;
  if (ms === 0) kill();
  else setTimeout(kill, ms);
  await gone;
}

/** What is still to be told, and what is being told. */
async function untold({ dataFolder }: Computer): Promise<number> {
  const { outbox, telling } = JSON.parse(await readFile(join(dataFolder, 'memory.json'), 'utf8'));
  return [...outbox, telling].filter(Boolean).length;
}

test('killed at ten moments around the end of a session: it is told, and stands there once', async ({
  computer,
}) => {
  test.setTimeout(180_000);
  const { notices, sim } = computer;
  let { app } = await computer.signedIn();
  const trayOf = ({ pid }: AppAtHand): Promise<TrayItem> => trayItemOf(computer.desktop, pid);
  for (const moment of moments) {
    const tray = await trayOf(app);
    sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
    computer.clock.advance(hour / 2);
    await tray.tooltipThat((words) => words.includes('Charging'));
    await endsAndIsKilled(computer, app, moment);
    app = await computer.start({ args: ['--hidden'] });
    const again = await trayOf(app);
    await again.tooltipThat((words) => words.includes('complete') && !words.includes('as of'));
    await expect.poll(notices.displayed, JSON.stringify(moment)).toBe(1);
    await expect.poll(() => untold(computer)).toBe(0);
    expect(await notices.displayed()).toBe(1);
    await notices.closeAll();
    sim.charger(garage).unplug();
    await again.tooltipThat((words) => words === 'Garage: Ready');
  }
});
