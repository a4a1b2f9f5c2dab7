import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { garage, test } from './fixtures.ts';
import { talking, typed } from './terminal.ts';

test('what is typed reaches the charger, and waits until it confirms', async ({ computer }) => {
  // Each line is an Electron of its own.
  test.slow();
  const { page } = await computer.signedIn();
  await page.close();
  const says = (...args: readonly string[]) => typed(computer, args);
  const facts = () => computer.sim.facts(garage);
  expect(await says('lock', '--wait')).toMatchObject({ code: 0, out: 'Lock: confirmed.\n' });
  expect(facts().locked).toBe(true);
  expect(await says('pause')).toMatchObject({ code: 3, out: '' });
  expect(await says('unlock', '--wait', '--charger=garage')).toMatchObject({ code: 0 });
  expect(await says('limit', '10', '--wait')).toMatchObject({ code: 0 });
  expect(facts().limitA).toBe(10);
  expect((await says('limit', '99')).err).toMatch(/allows 6\sA to 32\sA/);
  computer.sim.charger(garage).plugIn({ wantsWh: 30_000 });
  computer.clock.advance(60_000);
  expect(await says('refresh')).toMatchObject({ code: 0 });
  await expect.poll(async () => (await says('status')).out).toContain('Charging');
  expect(await says('pause', '--wait', '--json')).toMatchObject({ code: 0 });
  expect(await says('resume', '--wait')).toMatchObject({ code: 0 });
  expect(await says('plan', 'cheapest')).toMatchObject({ code: 0 });
  expect(JSON.parse((await says('plan', 'show', '--json')).out)).toMatchObject({
    mode: 'cheapest',
  });
  expect(await says('plan', 'off')).toMatchObject({ code: 0 });
  computer.sim.overrideStatus(garage, { status_id: 194, config_data: { locked: 0 } });
  const doubtful = await says('lock', '--wait=3');
  expect(doubtful).toMatchObject({ code: 4, out: '' });
  expect(doubtful.err).toContain('Lock: ');
});

test('the app is reached by its own terminal only, also after a crash', async ({ computer }) => {
  const { app, page } = await computer.signedIn();
  await page.close();
  const socket = join(computer.dataFolder, 'control.sock');
  const script = `require('node:net').connect(${JSON.stringify(socket)})
    .on('connect', () => process.exit(0)).on('error', ({ code }) => { console.log(code); process.exit(1); })`;
  const stranger = spawnSync(process.execPath, ['-e', script], {
    uid: 65_534,
    cwd: '/',
    encoding: 'utf8',
  });
  expect(stranger).toMatchObject({ status: 1, stdout: 'EACCES\n' });
  const other = { ...computer, dataFolder: mkdtempSync(join(tmpdir(), 'chargetray-other-')) };
  expect(await typed(other, ['lock'])).toMatchObject({ code: 5, out: '' });
  const watching = talking(computer, ['watch', '--json']);
  await watching.lineThat((line) => JSON.parse(line).certainty === 'current');
  process.kill(app.pid, 'SIGKILL');
  await watching.lineThat((line) => JSON.parse(line).certainty === 'outdated');
  // What is muttered comes by another way, and may come later.
  await expect.poll(watching.muttered).toContain('Waiting for it to start again');
  expect(await typed(computer, ['lock'])).toMatchObject({ code: 5 });
  await computer.start({ args: ['--hidden'] });
  const last = () => JSON.parse(watching.lines().at(-1) ?? '').certainty;
  await expect.poll(last, { timeout: 30_000 }).toBe('current');
  expect(await typed(computer, ['lock', '--wait'])).toMatchObject({ code: 0 });
  const file = join(computer.dataFolder, 'sessions.json');
  expect(await typed(computer, ['export', '--json', `--output=${file}`])).toMatchObject({
    code: 0,
  });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'chargetray-sessions' });
  expect(await watching.interrupt()).toBeNull();
});
