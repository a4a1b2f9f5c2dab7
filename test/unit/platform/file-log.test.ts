import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logLine, openFileLog } from '../../../electron/platform/log/file-log.ts';
import { Redactor } from '../../../electron/platform/log/redactor.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { canHold, holdFile } from '../../fixtures/held-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chargetray-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const logs = () => join(folder, 'logs');
const kept = (name = 'main.log') => readFileSync(join(logs(), name), 'utf8');
const aClock = () => new FakeClock(new Date(2026, 10, 1, 3, 5, 9, 42).getTime());
const open = (options: Partial<Parameters<typeof openFileLog>[0]> = {}) =>
  openFileLog({ folder: logs(), redactor: new Redactor(), clock: aClock(), ...options });
const numbers = (text: string) =>
  [...text.matchAll(/line (\d+)/g)].map((match) => Number(match[1]));

describe('the log', () => {
  it('keeps lines with their time, level and facts', async () => {
    const log = open();
    log.info('looked', { state: 'charging', ok: true, ms: 12, why: undefined });
    log.warn('odd');
    log.error('bad', { why: 'two words' });
    await log.settled();
    const at = '[2026-11-01 03:05:09.042]';
    expect(kept()).toBe(
      `${at} [info]  looked state=charging ok=true ms=12\n` +
        `${at} [warn]  odd\n${at} [error] bad why="two words"\n`,
    );
  });

  it('keeps no secret, also one that is learnt later', async () => {
    const redactor = new Redactor();
    const log = open({ redactor });
    redactor.hide('correct horse');
    log.error('correct horse', { bug: 'Error: correct horse\n    at correct\nhorse' });
    await log.settled();
    expect(kept()).not.toContain('horse');
  });

  it('keeps one line for one record, whatever is in it', () => {
    expect(logLine('one\n[at] [error] forged', { why: 'a\nb' })).toBe(
      'one [at] [error] forged why="a\\nb"',
    );
  });

  it('spells out what would steer the terminal that shows it', async () => {
    const shown: string[] = [];
    const log = open({ terminal: (line) => shown.push(line) });
    log.warn('odd \u009b2J', { why: 'Garage \u202e\u001b[31m\u2028' });
    await log.settled();
    expect(kept()).toMatch(/odd \\u009b2J why="Garage \\u202e\\u001b\[31m\\u2028"\n$/);
    expect(shown).toEqual([kept().trimEnd()]);
  });

  it('keeps its lines in the order in which they were said', async () => {
    const log = open();
    const all = Array.from({ length: 300 }, (_, index) => index);
    for (const index of all) {
      log.info(`line ${index}`);
      if (index % 7 === 0) await log.settled();
      if (index % 5 === 0) await Promise.resolve();
    }
    await log.settled();
    expect(numbers(kept())).toEqual(all);
  });

  it('goes on where the last start has ended', async () => {
    for (const line of ['line 1', 'line 2']) {
      const log = open();
      log.info(line);
      await log.settled();
    }
    expect(numbers(kept())).toEqual([1, 2]);
  });

  it.skipIf(process.platform === 'win32')('is readable by its owner only', async () => {
    const log = open();
    log.info('line');
    await log.settled();
    expect(statSync(join(logs(), 'main.log')).mode & 0o777).toBe(0o600);
  });
});

describe('a storm', () => {
  const minuteMs = 60_000;
  const lines = () => kept().trimEnd().split('\n');
  const saidOf = (line: string) => lines().filter((one) => one.includes(line));

  it('takes no room from the other lines, and how much of it is missing is said', async () => {
    const clock = aClock();
    const log = open({ clock });
    for (let times = 0; times < 10_000; times += 1) {
      log.warn('call refused', { name: `call${times}` });
      log.info('link', { what: 'view' });
    }
    log.warn('page refused');
    await clock.advance(10 * minuteMs);
    await log.settled();
    expect(lines()).toHaveLength(50 + 300 + 1 + 2);
    expect(saidOf('left out').map((line) => line.slice(line.indexOf('[warn]')))).toEqual([
      '[warn]  lines left out line="call refused" level=warn lines=9950',
      '[warn]  lines left out line=link level=info lines=9700',
    ]);
    expect(clock.waiting).toBe(0);
  });

  it('is told of anew while it goes on, and before the app ends', async () => {
    const clock = aClock();
    const log = open({ clock });
    for (let minutes = 0; minutes < 30; minutes += 1) {
      for (let times = 0; times < 20; times += 1) log.error('call crashed');
      await clock.advance(minuteMs);
    }
    log.info('stopped');
    await log.settled();
    expect(saidOf('call crashed')).toHaveLength(3 * 50 + 3);
    expect(saidOf('lines=150')).toHaveLength(3);
    for (let times = 0; times < 60; times += 1) log.error('call crashed');
    await log.settled();
    expect(lines().at(-1)).toContain('lines=10');
  });
});

describe('a full log', () => {
  const fiveFiles = ['main.1.log', 'main.2.log', 'main.3.log', 'main.4.log', 'main.log'];

  it.each(['at once', 'one by one'])('keeps five files and no more: %s', async (how) => {
    const log = open({ maxBytes: 200 });
    for (let index = 0; index < 60; index += 1) {
      log.info(`line ${index} ${'x'.repeat(40)}`);
      if (how === 'one by one') await log.settled();
    }
    await log.settled();
    expect(readdirSync(logs()).sort()).toEqual(fiveFiles);
    const oldestFirst = fiveFiles.slice(0, 4).reverse().concat('main.log');
    const left = oldestFirst.flatMap((name) => numbers(kept(name)));
    expect(left).toEqual(Array.from(left, (_, index) => 60 - left.length + index));
    expect(left.length).toBeGreaterThan(8);
  });

  it('just goes on where it cannot be turned', async () => {
    const log = open({ maxBytes: 10 });
    log.info('line 0');
    await log.settled();
    // Nothing can take the place of a folder that holds something.
    for (const name of fiveFiles.slice(0, 4)) {
      mkdirSync(join(logs(), name, 'in the way'), { recursive: true });
    }
    log.info('line 1');
    log.info('line 2');
    await log.settled();
    expect(numbers(kept())).toEqual([0, 1, 2]);
  });
});

describe('a disk in trouble', () => {
  it('is told of in the log once it takes lines again', async () => {
    writeFileSync(logs(), 'no folder');
    const log = open();
    log.info('line 0');
    log.info('line 1');
    await log.settled();
    rmSync(logs());
    log.info('line 2');
    await log.settled();
    expect(kept().replaceAll(/^\[[\d: .-]+\]/gm, '[at]')).toBe(
      '[at] [warn]  lines are missing here lines=2\n[at] [info]  line 2\n',
    );
  });

  it.skipIf(!canHold)('holds nobody up while it does not answer', async () => {
    mkdirSync(logs());
    writeFileSync(join(logs(), 'main.log'), '');
    const letGo = await holdFile(join(logs(), 'main.log'));
    const log = open();
    const all = Array.from({ length: 2000 }, (_, index) => index);
    for (const index of all) log.error(`line ${index}`);
    await letGo();
    await log.settled();
    expect(numbers(kept())).toEqual(all.slice(0, 1000));
    log.info('later');
    await log.settled();
    // The memory was spared, and the log says so.
    expect(kept()).toMatch(/lines are missing here lines=1000\n.*later\n$/);
  });
});
