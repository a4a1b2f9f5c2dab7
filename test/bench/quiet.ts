import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** How still the processors were. */
export interface Quiet {
  readonly isQuiet: boolean;
  /** Part of the processors' time that was used; absent where the system does not count it. */
  readonly busyPercent?: number;
}

/** How long to wait, and with what. */
export interface QuietPlan {
  /** After so many seconds it is measured all the same. */
  readonly limitS: number;
  readonly say: (line: string) => void;
  /** The text of `/proc/stat`. */
  readonly readStat?: () => Promise<string>;
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** What the processors have done so far, in units of the kernel. */
interface Ticks {
  readonly busy: number;
  readonly all: number;
}

const calmPercent = 10;
const calmS = 3;

/** How long it is worth waiting. */
export function quietLimitS({ quick }: { readonly quick: boolean }): number {
  return quick ? 30 : 300;
}

/** Waits until other programs have left the processors alone for three seconds in a row. */
export async function waitForQuiet(plan: QuietPlan): Promise<Quiet> {
  const { limitS, say, readStat = procStat, pause = setTimeout } = plan;
  const looks = [ticksIn(await readStat())];
  for (let second = 1; second <= limitS; second += 1) {
    await pause(1000);
    looks.push(ticksIn(await readStat()));
    const last = looks.slice(-calmS - 1);
    if (last.length > calmS && isCalm(last)) return quietOf(last, { isQuiet: true });
    if (second === calmS) say(`waiting up to ${limitS} s for other programs to be still …`);
  }
  return quietOf(looks, { isQuiet: false });
}

/** Each second of them, so that a burst does not hide in an average. */
function isCalm(looks: readonly Ticks[]): boolean {
  return looks.slice(1).every((look, index) => {
    const busy = busyPercent(looks[index], look);
    return busy !== undefined && busy <= calmPercent;
  });
}

function quietOf(looks: readonly Ticks[], { isQuiet }: { readonly isQuiet: boolean }): Quiet {
  const busy = busyPercent(looks[0], looks.at(-1));
  return busy === undefined ? { isQuiet } : { isQuiet, busyPercent: busy };
}

function busyPercent(from: Ticks | undefined, to: Ticks | undefined): number | undefined {
  if (!from || !to || to.all <= from.all) return undefined;
  return (100 * (to.busy - from.busy)) / (to.all - from.all);
}

/** Its first line: user, nice, system, idle, waiting for disks, interrupts (two), taken by the host. */
function ticksIn(stat: string): Ticks {
  const counts = (/^cpu +(.*)$/m.exec(stat)?.[1] ?? '').split(' ').map(Number).slice(0, 8);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const [, , , idle = 0, waiting = 0] = counts;
  return { busy: all - idle - waiting, all };
}

function procStat(): Promise<string> {
  return readFile('/proc/stat', 'utf8');
}
