import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { familyOf, memoryOf } from '../bench/processes.ts';
import type { House } from './house.ts';

/** What the app holds at one moment. MiB, KiB and counts. */
export type Look = Awaited<ReturnType<typeof look>>;

/** Looks at the app from outside and from within. Its memory is tidied before. */
export async function look({ app, dataFolder }: House) {
  const inside = await countInside(app.electron);
  const family = await familyOf(app.pid);
  const files = await Promise.all(family.map(openFiles));
  return {
    ...inside,
    rssMiB: await residentMiB(app.pid),
    allMiB: await memoryOf(app.pid),
    files: await openFiles(app.pid),
    allFiles: files.reduce((sum, count) => sum + count, 0),
    threads: (await readdir(`/proc/${app.pid}/task`)).length,
    processes: family.length,
    databaseKiB: await sizeKiB(dataFolder, (name) => name.startsWith('history.db')),
    logKiB: await sizeKiB(join(dataFolder, 'logs'), (name) => name.endsWith('.log')),
    stateKiB: await sizeKiB(dataFolder, (name) => name.endsWith('.json')),
  };
}

/** What only the main process itself can count. */
export function countInside(electron: ElectronApplication) {
  return electron.evaluate(async () => {
    const { Session } = process.getBuiltinModule('inspector/promises');
    const session = new Session();
    session.connect();
    // A method: the name that a function gets from its variable is written in our process alone.
    const live = {
      // V8 hands out objects that live, and tidies up before.
      async sum(prototype: string, counted: string): Promise<number> {
        const group = { objectGroup: 'counted' };
        const found = await session.post('Runtime.evaluate', { expression: prototype, ...group });
        const { objects } = await session.post('Runtime.queryObjects', {
          prototypeObjectId: found.result.objectId ?? '',
          ...group,
        });
        const summed = await session.post('Runtime.callFunctionOn', {
          objectId: objects.objectId ?? '',
          functionDeclaration: `function () {
          return this.reduce((sum, one) => sum + (${counted})(one), 0);
        }`,
          returnByValue: true,
        });
        await session.post('Runtime.releaseObjectGroup', group);
        if (summed.exceptionDetails)
          throw new Error(summed.exceptionDetails.exception?.description);
        return Number(summed.result.value);
      },
    };
    // Connections come and go by themselves, and are counted as open files.
    const emitters = await live.sum(
      'process.getBuiltinModule("events").EventEmitter.prototype',
      `({ _events: heard = {}, remoteAddress }) =>
        remoteAddress !== undefined || 'connectionError' in heard
          ? 0
          : Reflect.ownKeys(heard).flatMap((name) => heard[name] ?? []).length`,
    );
    const targets = await live.sum(
      'EventTarget.prototype',
      `(one) => {
        const kept = Object.getOwnPropertySymbols(one).find((key) => key.description === 'kEvents');
        return kept ? [...one[kept].values()].reduce((count, { size }) => count + size, 0) : 0;
      }`,
    );
    const timers = await live.sum(
      'Object.getPrototypeOf(setTimeout(() => undefined, 0))',
      '(one) => (one._destroyed === false ? 1 : 0)',
    );
    session.disconnect();
    const { heapUsed, external } = process.memoryUsage();
    return {
      heapMiB: heapUsed / 2 ** 20,
      externalMiB: external / 2 ** 20,
      listeners: emitters + targets,
      timers,
      resources: process.getActiveResourcesInfo().filter((kind) => kind !== 'Timeout').length,
    };
  });
}

async function openFiles(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`).catch(() => [])).length;
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

async function sizeKiB(folder: string, fits: (name: string) => boolean): Promise<number> {
  const names = (await readdir(folder).catch(() => [])).filter(fits);
  const sizes = names.map((name) => stat(join(folder, name)).catch(() => ({ size: 0 })));
  return (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0) / 1024;
}
