import { readFile } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** What a run was measured on. Names no computer, no person and no place on the disk. */
export interface Machine {
  /** Version of the Electron that ours and the floors are packed with. */
  readonly electron: string;
  /** Name of the processor, as it calls itself. */
  readonly processor: string;
  readonly processors: number;
  readonly memoryGiB: number;
  /** `Linux 6.1.0, Debian GNU/Linux 12 (bookworm)`. */
  readonly system: string;
  readonly node: string;
  /** How many programs wanted a processor in the minute before. */
  readonly loadBefore: number;
}

/** Looks at this computer; to be called before it is kept busy. */
export async function readMachine(electron: string): Promise<Machine> {
  return {
    electron,
    processor: processorIn(await textOf('/proc/cpuinfo')),
    processors: cpus().length,
    memoryGiB: Math.round((totalmem() / 2 ** 30) * 10) / 10,
    system: systemOf(type(), release(), await textOf('/etc/os-release')),
    node: process.versions.node,
    loadBefore: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

/** The name of the first processor in a `/proc/cpuinfo`; not every kind has one there. */
export function processorIn(cpuInfo: string): string {
  return /^model name\s*:\s*(.*\S)/m.exec(cpuInfo)?.[1] ?? 'unnamed processor';
}

/** Of the kernel its numbers only: what follows them may be the name of a computer or its host. */
export function systemOf(kernel: string, kernelRelease: string, osRelease: string): string {
  const version = /^\d+(\.\d+)*/.exec(kernelRelease)?.[0] ?? '';
  const distribution = /^PRETTY_NAME="?([^"\n]+)/m.exec(osRelease)?.[1];
  const named = `${kernel} ${version}`.trim();
  return distribution === undefined ? named : `${named}, ${distribution}`;
}

function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
