import { readdir, readFile } from 'node:fs/promises';

/** Processor time of each thread, and how often it stopped of itself to wait. */
export type Effort = Awaited<ReturnType<typeof effortOf>>;

/** A process and all that came from it. */
export async function familyOf(pid: number): Promise<readonly number[]> {
  const parents = new Map<number, number>();
  for (const name of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    // The name in brackets may hold anything, so what follows the last bracket is read.
    const [, parent] = (await textOf(`/proc/${name}/stat`)).replace(/^.*\) /s, '').split(' ');
    parents.set(Number(name), Number(parent));
  }
  const family = new Set([pid]);
  // A set hands out what is added meanwhile.
  for (const member of family) {
    for (const [one, parent] of parents) if (parent === member) family.add(one);
  }
  return [...family];
}

/** Memory of all of them in MiB; pages that several processes have count by their share. */
export async function memoryOf(pid: number): Promise<number> {
  const texts = await ofFamily(pid, 'smaps_rollup');
  const kib = texts.map((text) => Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0));
  return kib.reduce((sum, one) => sum + one, 0) / 1024;
}

/** How many of them draw pages. */
export async function rendererCount(pid: number): Promise<number> {
  const lines = await ofFamily(pid, 'cmdline');
  return lines.filter((line) => line.includes('--type=renderer')).length;
}

/** What each thread of them has done until now. */
export async function effortOf(pid: number) {
  const effort = new Map<string, { readonly cpuMs: number; readonly switches: number }>();
  for (const one of await familyOf(pid)) {
    const threads = await readdir(`/proc/${one}/task`).catch(() => []);
    for (const thread of threads) {
      const task = `/proc/${one}/task/${thread}`;
      const [ran] = (await textOf(`${task}/schedstat`)).split(' ');
      const status = await textOf(`${task}/status`);
      const switches = Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(status)?.[1] ?? 0);
      effort.set(task, { cpuMs: Number(ran) / 1e6, switches });
    }
  }
  return effort;
}

/** What was done between two looks. A thread that ended in between is left out. */
export function spent(before: Effort, after: Effort) {
  const sum = { cpuMs: 0, switches: 0 };
  for (const [thread, now] of after) {
    sum.cpuMs += now.cpuMs - (before.get(thread)?.cpuMs ?? 0);
    sum.switches += now.switches - (before.get(thread)?.switches ?? 0);
  }
  return sum;
}

async function ofFamily(pid: number, file: string): Promise<readonly string[]> {
  return Promise.all((await familyOf(pid)).map((one) => textOf(`/proc/${one}/${file}`)));
}

/** A process may end at any moment; then there is nothing to read. */
function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
