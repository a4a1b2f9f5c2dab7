import { beforeEach, describe, expect, it } from 'vitest';
import { StateFile } from '../../../electron/app/persistence/state-file.ts';
import { StorageHealth } from '../../../electron/app/persistence/storage-health.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { FakeKeptFile } from '../../fakes/fake-kept-file.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

const minute = 60_000;
let clock: FakeClock;
let memoryFile: FakeKeptFile;
let memory: StateFile;
let told: string[];
let changes: number;

beforeEach(() => {
  clock = new FakeClock();
  memoryFile = new FakeKeptFile();
  told = [];
  changes = 0;
  const kept = () => ({ chargers: [], outbox: [], signInTold: told, wishes: [], prices: [] });
  memory = new StateFile(
    { clock, memoryFile },
    new StorageHealth(new RecordedLog(), () => void changes++),
    kept,
  );
});

const onDisk = () => memoryFile.read().value;

describe('the memory on the disk', () => {
  it('has at once what is kept', async () => {
    await memory.keep();
    expect(memoryFile.writes).toBe(1);
  });

  it('has after a minute, in one write, all that was to be kept soon', async () => {
    memory.keepSoon();
    await clock.advance(minute / 2);
    told = ['a'];
    memory.keepSoon();
    await clock.advance(minute / 2 - 1);
    expect(memoryFile.writes).toBe(0);
    await clock.advance(1);
    expect(onDisk()).toMatchObject({ signInTold: ['a'] });
    await clock.advance(10 * minute);
    expect(memoryFile.writes).toBe(1);
  });

  it('is not written once more for what was written with something pressing', async () => {
    memory.keepSoon();
    await memory.keep();
    await clock.advance(10 * minute);
    expect(memoryFile.writes).toBe(1);
    expect(clock.waiting).toBe(0);
  });

  it('has everything before a sleep, and nothing is written afterwards', async () => {
    memory.keepSoon();
    await memory.settle();
    expect(memoryFile.writes).toBe(1);
    await memory.settle();
    await clock.advance(10 * minute);
    expect(memoryFile.writes).toBe(1);
  });

  it('is tried again with whatever comes next when the disk has refused it', async () => {
    memoryFile.refuses = new Error('EROFS: read-only file system');
    await memory.keep();
    memoryFile.refuses = undefined;
    told = ['a'];
    memory.keepSoon();
    await turns();
    expect(onDisk()).toMatchObject({ signInTold: ['a'] });
    expect(changes).toBe(2);
    const { writes } = memoryFile;
    memory.keepSoon();
    await turns();
    expect(memoryFile.writes).toBe(writes);
  });

  it('has what was so when it was written, in as few writes as it takes', async () => {
    const goOn = memoryFile.hang();
    const first = memory.keep();
    await turns();
    told = ['a'];
    const second = memory.keep();
    told = ['a', 'b'];
    const third = memory.keep();
    goOn();
    await Promise.all([first, second, third]);
    expect(onDisk()).toMatchObject({ signInTold: ['a', 'b'] });
    expect(memoryFile.writes).toBe(2);
  });

  it('is said to be refused by a disk that does not answer, until it does', async () => {
    const goOn = memoryFile.hang();
    const kept = memory.keep();
    await clock.advance(minute);
    expect(changes).toBe(1);
    goOn();
    await kept;
    expect(changes).toBe(2);
    expect(clock.waiting).toBe(0);
  });
});
