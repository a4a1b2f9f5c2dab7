import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { launch } from '../../../build/launch.mjs';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { tried } from '../../disk/figures.ts';
import { type Computer, test } from '../fixtures.ts';

const tries = Number(process.env.DISK_RACES ?? 2);
const racers = 3;

/** Starts the app as its owner does. */
function racer({ desktop, dataFolder }: Computer): ChildProcess {
  const { executablePath, args } = launch([`--user-data-dir=${dataFolder}`, '--hidden']);
  return spawn(executablePath, args, { env: desktop.env, stdio: 'ignore' });
}

test('of three that start at once on one data folder one stays, the others end in silence', async ({
  computer,
}) => {
  test.setTimeout(30_000 + 30_000 * tries);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const all = Array.from({ length: racers }, () => racer(computer));
    const codes = () => all.map(({ exitCode }) => exitCode).filter((code) => code !== null);
    await expect.poll(codes, { timeout: 30_000 }).toEqual([0, 0]);
    const winner = all.find(({ exitCode }) => exitCode === null);
    const tray = await trayItemOf(computer.desktop, winner?.pid ?? 0);
    await tray.tooltipThat((words) => words !== '');
    expect(codes()).toHaveLength(racers - 1);
    // Every other one leaves its lock to the next race.
    const gone = winner && once(winner, 'exit');
    winner?.kill(attempt % 2 === 0 ? 'SIGTERM' : 'SIGKILL');
    await gone;
  }
  tried('races', tries);
  const log = readFileSync(join(computer.dataFolder, 'logs/main.log'), 'utf8');
  expect(log.match(/ started version/g)).toHaveLength(tries);
  expect(log).not.toMatch(/\[error\]/);
});
