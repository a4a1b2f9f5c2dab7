import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildChildren, type Children, started } from './built-children.ts';

let children: Children;
let folder: string;
beforeAll(async () => {
  children = await buildChildren('start');
  folder = mkdtempSync(join(tmpdir(), 'chargetray-held-'));
  await started(children, folder);
});
afterAll(() => {
  children.remove();
  rmSync(folder, { recursive: true });
});

/** Lets another program do something to a file, which says when it is done. Gives what ends it. */
async function held(command: string, args: readonly string[]): Promise<() => Promise<void>> {
  const holder: ChildProcess = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (holder.stdout) await once(holder.stdout, 'data');
  return async () => {
    const gone = once(holder, 'exit');
    holder.kill('SIGKILL');
    await gone;
  };
}

/** As a program does that copies a database, or looks into it and is left open. */
const locking = `
  const { DatabaseSync } = require('@photostructure/sqlite');
  const database = new DatabaseSync(process.argv[1]);
  database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE theirs (a)');
  console.log('held');
  setInterval(() => database, 1000);`;

const whole = { theme: 'dark', accounts: 0, told: ['b'] };

describe('a start while another program', { timeout: 60_000 }, () => {
  it('has the history to itself says so, and goes on with it afterwards', async () => {
    const letGo = await held(process.execPath, ['-e', locking, join(folder, 'history.db')]);
    const during = await started(children, folder);
    expect(during).toEqual({ ...whole, samples: 0, history: { kind: 'busy' } });
    await letGo();
    expect(await started(children, folder)).toEqual({ ...whole, samples: 1 });
  });

  it.skipIf(process.platform !== 'linux')(
    'has locked each file of ours is none the wiser',
    async () => {
      const holders = await Promise.all(
        ['settings.json', 'memory.json', 'history.db'].map((name) => {
          const hold = 'flock --exclusive --nonblock 9; echo held; exec sleep 60';
          return held('sh', ['-c', `exec 9<"$0"; ${hold}`, join(folder, name)]);
        }),
      );
      expect(await started(children, folder)).toMatchObject({ ...whole, samples: 2 });
      for (const letGo of holders) await letGo();
      expect(await started(children, folder)).toEqual({ ...whole, samples: 3 });
    },
  );

  it.skipIf(!canBeFixed())('has fixed each file of ours says that nothing is saved', async () => {
    const paths = ['', 'settings.json', 'memory.json', 'history.db'].map((name) =>
      join(folder, name),
    );
    execFileSync('chattr', ['+i', ...paths]);
    try {
      const during = await started(children, folder);
      expect(during).toMatchObject({ ...whole, history: { kind: 'readOnly' } });
      expect(during.refused).toMatch(/EPERM|EACCES/);
    } finally {
      execFileSync('chattr', ['-i', ...paths]);
    }
    expect(await started(children, folder)).toEqual({ ...whole, samples: 4 });
  });
});

/** Whether files of this machine can be fixed by whoever runs this. */
function canBeFixed(): boolean {
  const trial = mkdtempSync(join(tmpdir(), 'chargetray-fixed-'));
  try {
    execFileSync('chattr', ['+i', trial], { stdio: 'ignore' });
    execFileSync('chattr', ['-i', trial], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(trial, { recursive: true });
  }
}
