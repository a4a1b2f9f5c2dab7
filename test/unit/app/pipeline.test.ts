import { beforeEach, describe, expect, it } from 'vitest';
import { Pipeline } from '../../../electron/app/pipeline.ts';
import type { Reader } from '../../../electron/charging/reader.ts';
import { newRecord } from '../../../electron/charging/record.ts';
import { ChargerTracker } from '../../../electron/charging/tracker.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { anAppState } from '../../fixtures/app-states.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { directPatience } from '../../fixtures/patience.ts';

const id = 'a/1';
const charger = newRecord({ id, accountId: 'a', brand: 'wallbox' });

let heard: string[];
let log: RecordedLog;
/** Takes what is to be kept, as a disk does that has been slow so far. */
let kept: () => void;

beforeEach(() => {
  heard = [];
  log = new RecordedLog();
});

function reader(name: string): Reader {
  return {
    name,
    stage: () => void heard.push(`${name} stages`),
    tell: () => void heard.push(`${name} is told`),
    show: () => void heard.push(`${name} shows`),
  };
}

function broken(name: string): Reader {
  const fail = () => {
    throw new Error('a bug');
  };
  return { name, stage: fail, tell: fail, show: fail };
}

function pipelineOf(...readers: readonly Reader[]): Pipeline {
  const clock = new FakeClock();
  const keep = () =>
    new Promise<void>((resolve) => {
      heard.push('the disk is asked');
      kept = resolve;
    });
  return new Pipeline({
    tracker: new ChargerTracker({ clock, log, kept: [charger], patience: () => directPatience }),
    readers,
    file: { keep, keepSoon: () => undefined },
    log,
  });
}

function observe(pipeline: Pipeline): void {
  pipeline.apply(id, { kind: 'observed', at: 1, observation: anObservation('charging') });
}

describe('readers', () => {
  it('stage before the disk is asked, and are told once it has taken that, in order', async () => {
    observe(pipelineOf(reader('first'), reader('second')));
    await turns(3);
    const staged = ['first stages', 'second stages', 'the disk is asked'];
    expect(heard).toEqual(staged);
    kept();
    await turns(3);
    expect(heard).toEqual([...staged, 'first is told', 'second is told']);
  });

  it('show without waiting for the disk', () => {
    const pipeline = pipelineOf(reader('tray'));
    observe(pipeline);
    heard = [];
    pipeline.show(anAppState());
    expect(heard).toEqual(['tray shows']);
  });

  it('hear although one before them has a bug, which is logged by its name', async () => {
    const pipeline = pipelineOf(broken('first'), reader('second'));
    observe(pipeline);
    kept();
    await turns(3);
    pipeline.show(anAppState());
    const all = ['second stages', 'the disk is asked', 'second is told', 'second shows'];
    expect(heard).toEqual(all);
    const failed = log.lines.filter(({ level }) => level === 'error');
    expect(failed.map(({ facts }) => facts.reader)).toEqual(['first', 'first', 'first']);
  });
});
