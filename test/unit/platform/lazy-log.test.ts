import { expect, it } from 'vitest';
import { lazyLog } from '../../../electron/platform/log/lazy-log.ts';
import type { DiskLog } from '../../../electron/ports/log.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';

const waitMs = 100;

function opened() {
  const lines: string[] = [];
  const clock = new FakeClock();
  let loads = 0;
  const to = (level: string) => (line: string) => void lines.push(`${level} ${line}`);
  const settled = async () => void lines.push('settled');
  const file: DiskLog = { info: to('info'), warn: to('warn'), error: to('error'), settled };
  const load = async () => {
    loads += 1;
    return file;
  };
  return { log: lazyLog({ load, clock, waitMs }), lines, clock, loads: () => loads };
}

it('is not opened before something was said, nor at once', async () => {
  const { log, lines, clock, loads } = opened();
  await clock.advance(10 * waitMs);
  expect(loads()).toBe(0);
  log.info('started');
  log.warn('second');
  await clock.advance(waitMs - 1);
  expect(loads()).toBe(0);
  await clock.advance(1);
  expect(lines).toEqual(['info started', 'warn second']);
});

it('is opened once, and then written to directly', async () => {
  const { log, lines, clock, loads } = opened();
  log.info('first');
  await clock.advance(waitMs);
  log.info('second');
  expect(lines).toEqual(['info first', 'info second']);
  await clock.advance(waitMs);
  expect(loads()).toBe(1);
});

it('is opened by an error, which keeps its place', async () => {
  const { log, lines } = opened();
  log.info('before');
  log.error('trouble');
  log.info('after');
  await turns(3);
  expect(lines).toEqual(['info before', 'error trouble', 'info after']);
});

it('is opened for whoever leaves early, and waited for', async () => {
  const { log, lines } = opened();
  log.info('started');
  log.info('stopped');
  await log.settled();
  expect(lines).toEqual(['info started', 'info stopped', 'settled']);
});

it('is not opened to leave when nothing was said', async () => {
  const { log, loads } = opened();
  await log.settled();
  expect(loads()).toBe(0);
});
