import { readFile } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** What a run was measured on. Names no computer, no person and no place on the disk. */
export type Machine = Awaited<ReturnType<typeof readMachine>>;
/** How still the processors were before it. */
export type Quiet = Awaited<ReturnType<typeof waitForQuiet>>;

const calmPercent = 10;
const lookS = 3;

/** Looks at this computer, before it is kept busy; `electron` is the version that is measured. */
export async function readMachine(electron: string) {
  const osRelease = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return {
    electron,
    processor: cpus()[0]?.model.trim() || 'unnamed processor',
    processors: cpus().length,
    memoryGiB: Math.round((totalmem() / 2 ** 30) * 10) / 10,
    system: systemOf(type(), release(), osRelease),
    node: process.versions.node,
    /** How many programs wanted a processor in the minute before. */
    loadBefore: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

/** Of the kernel its numbers only: what follows them may be the name of a computer or its host. */
export function systemOf(kernel: string, kernelRelease: string, osRelease: string): string {
  const version = /^\d+(\.\d+)*/.exec(kernelRelease)?.[0] ?? '';
  const distribution = /^PRETTY_NAME="?([^"\n]+)/m.exec(osRelease)?.[1];
  return `${kernel} ${version}${distribution === undefined ? '' : `, ${distribution}`}`;
}

/** Waits until other programs leave the processors alone for some seconds, or the limit is up. */
export async function waitForQuiet(limitS: number, look = busyPercentIn) {
  let busyPercent = 100;
  for (let waitedS = 0; waitedS < limitS && busyPercent > calmPercent; waitedS += lookS) {
    busyPercent = await look(lookS);
  }
  return { isQuiet: busyPercent <= calmPercent, busyPercent };
}

async function busyPercentIn(seconds: number): Promise<number> {
  const before = await ticks();
  await setTimeout(seconds * 1000);
  const after = await ticks();
  return 100 - (100 * (after.idle - before.idle)) / (after.all - before.all);
}

/** User, nice, system, idle, waiting for disks, interrupts (two), taken by the host. */
async function ticks() {
  const [, ...counts] = (await readFile('/proc/stat', 'utf8')).split(/\s+/, 9).map(Number);
  const [, , , idle = 0, waiting = 0] = counts;
  return { idle: idle + waiting, all: counts.reduce((sum, count) => sum + count, 0) };
}
