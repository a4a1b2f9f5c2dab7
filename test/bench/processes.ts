import { readdir, readFile } from 'node:fs/promises';

/** What a family of processes has done so far, by thread. */
export type Effort = ReadonlyMap<string, { readonly cpuMs: number; readonly switches: number }>;

/** A process and all that came from it. */
export async function familyOf(pid: number): Promise<readonly number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map<number, number>();
  for (const one of all) {
    // The name in brackets may hold anything, so what follows the last bracket is read.
    const [, parent] = (await textOf(`/proc/${one}/stat`)).replace(/^.*\) /s, '').split(' ');
    parents.set(one, Number(parent));
  }
  const family = new Set([pid]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const [one, parent] of parents) if (family.has(parent)) family.add(one);
  }
  return [...family];
}

/** Memory in MiB. `sharedMiB` counts shared pages by their share, `ownMiB` only what no file holds. */
export interface Memory {
  readonly sharedMiB: number;
  readonly ownMiB: number;
}

/** Memory of all of them. Only `ownMiB` does not care about other Electrons on this computer. */
export async function memoryOf(pid: number): Promise<Memory> {
  const rollups = await Promise.all(
    (await familyOf(pid)).map((one) => textOf(`/proc/${one}/smaps_rollup`)),
  );
  const sum = (line: RegExp): number =>
    rollups.reduce((kib, text) => kib + Number(line.exec(text)?.[1] ?? 0), 0) / 1024;
  return { sharedMiB: sum(/^Pss:\s+(\d+)/m), ownMiB: sum(/^Pss_Anon:\s+(\d+)/m) };
}

/** How many of them draw pages. */
export async function rendererCount(pid: number): Promise<number> {
  const lines = await Promise.all(
    (await familyOf(pid)).map((one) => textOf(`/proc/${one}/cmdline`)),
  );
  return lines.filter((line) => line.includes('--type=renderer')).length;
}

/** Processor time and voluntary switches of each thread until now. */
export async function effortOf(pid: number): Promise<Effort> {
  const effort = new Map<string, { cpuMs: number; switches: number }>();
  for (const one of await familyOf(pid)) {
    const threads = await readdir(`/proc/${one}/task`).catch(() => []);
    for (const thread of threads) {
      const task = `/proc/${one}/task/${thread}`;
      const [ran = '0'] = (await textOf(`${task}/schedstat`)).split(' ');
      const status = await textOf(`${task}/status`);
      const switches = Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(status)?.[1] ?? 0);
      effort.set(`${one}/${thread}`, { cpuMs: Number(ran) / 1e6, switches });
    }
  }
  return effort;
}

/** What was done between two looks. A thread that ended in between is left out. */
export function spent(before: Effort, after: Effort): { cpuMs: number; switches: number } {
  const sum = { cpuMs: 0, switches: 0 };
  for (const [thread, now] of after) {
    const then = before.get(thread) ?? { cpuMs: 0, switches: 0 };
    sum.cpuMs += now.cpuMs - then.cpuMs;
    sum.switches += now.switches - then.switches;
  }
  return sum;
}

/** A process may end at any moment; then there is nothing to read. */
function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
