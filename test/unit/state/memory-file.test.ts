import { beforeEach, describe, expect, it } from 'vitest';
import { DiskMood } from '../../../electron/disk-mood.ts';
import { MemoryFile } from '../../../electron/state/memory-file.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { FakeKeptFile } from '../../fakes/fake-kept-file.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

const minute = 60_000;
let clock: FakeClock;
let memoryFile: FakeKeptFile;
let memory: MemoryFile;
let told: string[];

beforeEach(() => {
  clock = new FakeClock();
  memoryFile = new FakeKeptFile();
  told = [];
  const kept = () => ({ chargers: [], outbox: [], signInTold: told });
  memory = new MemoryFile({ clock, memoryFile }, new DiskMood(new RecordedLog()), kept);
});

const onDisk = () => memoryFile.read().value;

describe('the memory on the disk', () => {
  it('has at once what is kept', () => {
    memory.keep();
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
    memory.keep();
    await clock.advance(10 * minute);
    expect(memoryFile.writes).toBe(1);
    expect(clock.waiting).toBe(0);
  });

  it('has everything before a sleep, and nothing is written afterwards', async () => {
    memory.keepSoon();
    memory.settle();
    expect(memoryFile.writes).toBe(1);
    memory.settle();
    await clock.advance(10 * minute);
    expect(memoryFile.writes).toBe(1);
  });

  it('is tried again with whatever comes next when the disk has refused it', () => {
    memoryFile.refuses = new Error('EROFS: read-only file system');
    memory.keep();
    memoryFile.refuses = undefined;
    told = ['a'];
    memory.keepSoon();
    expect(onDisk()).toMatchObject({ signInTold: ['a'] });
    const { writes } = memoryFile;
    memory.keepSoon();
    expect(memoryFile.writes).toBe(writes);
  });
});
