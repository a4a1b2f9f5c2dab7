import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chapter } from '../figures.ts';
import type { BenchOptions } from '../options.ts';
import type { Batch, BatchOrder } from './batch.ts';
import { bundleSubject } from './bundle-subject.ts';
import { type Child, startChild } from './child.ts';
import type { CloudOrder, NextCars } from './cloud.ts';
import type { FloorOrder } from './floor.ts';
import type { Asked, OurOrder } from './our-app.ts';

/** Back to back, code and caches stay warm as they never do in life; slower, it takes all day. */
const paceMs = 50;
/** How often the app asks in life. */
const usualMs = 120_000;
const accounts = [{ email: 'owner@example.com', password: 'correct horse battery' }];

type OurChild = Child<OurOrder | BatchOrder>;

interface Subjects {
  readonly cloud: Child<CloudOrder | NextCars>;
  readonly floor: Child<FloorOrder | BatchOrder>;
  readonly toFace: OurChild;
  readonly asInLife: OurChild;
}

/** What one status poll costs in processor time, beside the least program that asks the same. */
export async function pollChapter(options: BenchOptions): Promise<Chapter> {
  const folder = await mkdtemp(join(tmpdir(), 'chargetray-poll-'));
  const subjects = await startSubjects();
  try {
    await begin(subjects, folder);
    return chapterOf(await measure(subjects, options), options);
  } finally {
    await Promise.all(Object.values(subjects).map((child) => child.end()));
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function startSubjects(): Promise<Subjects> {
  const here = (name: string) => join(import.meta.dirname, name);
  // All that can fail comes before the first that has to be ended.
  const ours = await bundleSubject('ours', here('ours.ts'));
  const floor = await bundleSubject('floor', here('floor.ts'));
  return {
    cloud: startChild(here('cloud.ts'), ['--import', 'tsx']),
    floor: startChild(floor),
    toFace: startChild(ours),
    asInLife: startChild(ours),
  };
}

async function begin({ cloud, floor, toFace, asInLife }: Subjects, folder: string): Promise<void> {
  const origin = Date.now();
  const haste = { origin, factor: usualMs / paceMs };
  const { url } = await cloud.ask<{ url: string }>({ accounts, chargersEach: 1, haste });
  const place = { url, accounts, apartMs: 0 };
  const paced = { haste: { origin, factor: 1 }, paceSeconds: paceMs / 1000 };
  await toFace.ask({ ...place, ...paced, folder: join(folder, 'face'), keeps: false });
  const life = { ...place, haste, folder: join(folder, 'life'), keeps: true };
  await floor.ask({ ...(await asInLife.ask<Asked>(life)), paceMs });
}

interface Round {
  readonly floor: Batch;
  readonly toFace: Batch;
  readonly asInLife: Batch;
}

async function measure(
  { cloud, floor, toFace, asInLife }: Subjects,
  { pollBatches, pollsInBatch, quick }: BenchOptions,
): Promise<readonly Round[]> {
  const order = { polls: pollsInBatch, warmUp: quick ? 15 : 40 };
  const rounds: Round[] = [];
  // The first round is for the compiler.
  for (let count = 0; count <= pollBatches; count += 1) {
    const least = await floor.ask<Batch>(order);
    await cloud.ask({ nextCars: true });
    const face = await toFace.ask<Batch>(order);
    await cloud.ask({ nextCars: true });
    const round = { floor: least, toFace: face, asInLife: await asInLife.ask<Batch>(order) };
    if (count > 0) rounds.push(round);
  }
  return rounds;
}

function chapterOf(rounds: readonly Round[], { pollsInBatch }: BenchOptions): Chapter {
  const perPoll = (subject: keyof Round) =>
    rounds.map((round) => round[subject].cpuMs / pollsInBatch);
  const floor = { name: 'undici GET and JSON.parse', values: perPoll('floor') };
  return {
    title: 'A status poll',
    how:
      `Processor time of a whole process in batches of ${pollsInBatch} polls, in turns, one ` +
      `${paceMs} ms after the answer to the one before, of a car that charges; the cloud is ` +
      'another process. The bundle is made as that of the app.',
    figures: [
      {
        id: 'poll-to-face',
        what: 'a poll, from the socket to the face of the tray',
        unit: 'ms',
        ours: perPoll('toFace'),
        floor,
        goals: [{ kind: 'ratio', atMost: 2 }],
        how: 'All of the app but the desktop, the log included. Memory and history keep nothing.',
      },
      {
        id: 'poll-as-in-life',
        what: 'the same with all that is written and done until the next poll',
        unit: 'ms',
        ours: perPoll('asInLife'),
        floor,
        goals: [],
        how:
          `The app's clock goes ${usualMs / paceMs} times as fast, so that it does between two ` +
          'polls what it does in 120 s: memory and history on the disk, synced; the list of ' +
          'chargers every 30 min.',
      },
    ],
  };
}
