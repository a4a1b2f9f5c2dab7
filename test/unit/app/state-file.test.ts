import { beforeEach, describe, expect, it } from 'vitest';
import { StateFile } from '../../../electron/app/persistence/state-file.ts';
import { StorageHealth } from '../../../electron/app/persistence/storage-health.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { FakeKeptFile } from '../../fakes/fake-kept-file.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

const minute = 60_000;
let clock: FakeClock;
let stateFile: FakeKeptFile;
let record: StateFile;
let told: string[];
let changes: number;

beforeEach(() => {
  clock = new FakeClock();
  stateFile = new FakeKeptFile();
  told = [];
  changes = 0;
  const kept = () => ({
    chargers: [],
    outbox: [],
    signInTold: told,
    commands: [],
    plans: [],
    prices: [],
  });
  record = new StateFile(
    { clock, stateFile },
    new StorageHealth(new RecordedLog(), () => void changes++),
    kept,
  );
});

const onDisk = () => stateFile.read().value;

describe('the memory on the disk', () => {
  it('has at once what is kept', async () => {
    await record.keep();
    expect(stateFile.writes).toBe(1);
  });

  it('has after a minute, in one write, all that was to be kept soon', async () => {
    record.keepSoon();
    await clock.advance(minute / 2);
    told = ['a'];
    record.keepSoon();
    await clock.advance(minute / 2 - 1);
    expect(stateFile.writes).toBe(0);
    await clock.advance(1);
    expect(onDisk()).toMatchObject({ signInTold: ['a'] });
    await clock.advance(10 * minute);
    expect(stateFile.writes).toBe(1);
  });

  it('is not written once more for what was written with something pressing', async () => {
    record.keepSoon();
    await record.keep();
    await clock.advance(10 * minute);
    expect(stateFile.writes).toBe(1);
    expect(clock.waiting).toBe(0);
  });

  it('has everything before a sleep, and nothing is written afterwards', async () => {
    record.keepSoon();
    await record.settle();
    expect(stateFile.writes).toBe(1);
    await record.settle();
    await clock.advance(10 * minute);
    expect(stateFile.writes).toBe(1);
  });

  it('is tried again with whatever comes next when the disk has refused it', async () => {
    stateFile.refuses = new Error('EROFS: read-only file system');
    await record.keep();
    stateFile.refuses = undefined;
    told = ['a'];
    record.keepSoon();
    await turns();
    expect(onDisk()).toMatchObject({ signInTold: ['a'] });
    expect(changes).toBe(2);
    const { writes } = stateFile;
    record.keepSoon();
    await turns();
    expect(stateFile.writes).toBe(writes);
  });

  it('has what was so when it was written, in as few writes as it takes', async () => {
    const goOn = stateFile.hang();
    const first = record.keep();
    await turns();
    told = ['a'];
    const second = record.keep();
    told = ['a', 'b'];
    const third = record.keep();
    goOn();
    await Promise.all([first, second, third]);
    expect(onDisk()).toMatchObject({ signInTold: ['a', 'b'] });
    expect(stateFile.writes).toBe(2);
  });

  it('is said to be refused by a disk that does not answer, until it does', async () => {
    const goOn = stateFile.hang();
    const kept = record.keep();
    await clock.advance(minute);
    expect(changes).toBe(1);
    goOn();
    await kept;
    expect(changes).toBe(2);
    expect(clock.waiting).toBe(0);
  });
});
