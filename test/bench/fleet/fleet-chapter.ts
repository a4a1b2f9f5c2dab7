import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chapter } from '../figures.ts';
import type { BenchOptions } from '../options.ts';
import { bundleSubject } from '../poll/bundle-subject.ts';
import { type Child, startChild } from '../poll/child.ts';
import type { CloudOrder } from '../poll/cloud.ts';
import type { OurOrder } from '../poll/our-app.ts';
import type { Watched, WatchOrder } from './watched.ts';

const chargersEach = 10;
const smallAccounts = 1;
const largeAccounts = 100;
/** Of all chargers together, in the small fleet and in the large one. */
const pollsPerSecond = 50;

type Fleet = Child<(OurOrder & { readonly firstPolls: number }) | WatchOrder>;

/** What a thousand chargers cost, beside ten that are asked as often all together. */
export async function fleetChapter(options: BenchOptions): Promise<Chapter> {
  const folder = await mkdtemp(join(tmpdir(), 'chargetray-fleet-'));
  const here = (name: string) => join(import.meta.dirname, name);
  const subject = await bundleSubject('fleet', here('watched.ts'));
  const [small, large] = [startFleet(subject), startFleet(subject)];
  const clouds = [small, large].map(() => startCloud(here('../poll/cloud.ts')));
  try {
    for (const [at, fleet] of [small, large].entries()) {
      const count = at === 0 ? smallAccounts : largeAccounts;
      await begin(fleet, { cloud: clouds[at], count, folder: join(folder, String(count)) });
    }
    return chapterOf(await measure(small, large, options));
  } finally {
    await Promise.all([small, large, ...clouds].map((child) => child.end()));
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function startFleet(subject: string): Fleet {
  return startChild(subject, ['--expose-gc']);
}

function startCloud(script: string): Child<CloudOrder> {
  return startChild(script, ['--import', 'tsx']);
}

interface Beginning {
  readonly cloud: Child<CloudOrder> | undefined;
  readonly count: number;
  readonly folder: string;
}

async function begin(fleet: Fleet, { cloud, count, folder }: Beginning): Promise<void> {
  const haste = { origin: Date.now(), factor: 1 };
  const accounts = Array.from({ length: count }, (_, at) => ({
    email: `owner${at}@example.com`,
    password: 'correct horse battery',
  }));
  const opened = await cloud?.ask<{ url: string }>({ accounts, chargersEach, haste });
  if (!opened) throw new Error('There is no cloud for this fleet');
  // An account is asked one thing at a time, each at its pace.
  const paceSeconds = count / pollsPerSecond;
  const firstPolls = count * chargersEach;
  const apartMs = 1000 / pollsPerSecond;
  const place = { folder, keeps: true, url: opened.url, accounts, haste };
  await fleet.ask({ ...place, paceSeconds, apartMs, firstPolls });
}

interface Round {
  readonly small: Watched;
  readonly large: Watched;
}

async function measure(
  small: Fleet,
  large: Fleet,
  { quick }: BenchOptions,
): Promise<readonly Round[]> {
  const order = { watchMs: quick ? 4000 : 8000 };
  const rounds: Round[] = [];
  // The first round is for the compiler.
  for (let count = 0; count <= (quick ? 1 : 7); count += 1) {
    const round = {
      small: await small.ask<Watched>(order),
      large: await large.ask<Watched>(order),
    };
    if (count > 0) rounds.push(round);
  }
  return rounds;
}

function chapterOf(rounds: readonly Round[]): Chapter {
  const of = (fleet: keyof Round, value: (watched: Watched) => number) =>
    rounds.map((round) => value(round[fleet]));
  const cpu = ({ cpuMs, polls }: Watched) => cpuMs / polls;
  const delay = ({ delayP99Ms }: Watched) => delayP99Ms;
  const name = `${smallAccounts * chargersEach} chargers on ${smallAccounts} account`;
  const more = (largeAccounts - smallAccounts) * chargersEach;
  return {
    title: 'A thousand chargers',
    how:
      `${largeAccounts * chargersEach} chargers that charge, on ${largeAccounts} accounts in one ` +
      `process, beside ${name}: as many to an account, and ${pollsPerSecond} polls a second of ` +
      'all together in both, at the same time. Memory, history and log are written.',
    figures: [
      {
        id: 'fleet-poll',
        what: 'processor time of a poll',
        unit: 'ms',
        ours: of('large', cpu),
        floor: { name, values: of('small', cpu) },
        goals: [{ kind: 'ratio', atMost: 1.2 }],
      },
      {
        id: 'fleet-delay',
        what: 'event loop delay, 99 of 100 below',
        unit: 'ms',
        ours: of('large', delay),
        floor: { name, values: of('small', delay) },
        goals: [{ kind: 'value', atMost: 50 }],
        how: 'Without the 10 ms from one sample to the next.',
      },
      {
        id: 'fleet-memory',
        what: 'memory of a charger',
        unit: 'KiB',
        ours: rounds.map(({ large, small }) => (large.heldBytes - small.heldBytes) / more / 1024),
        goals: [{ kind: 'value', atMost: 19.5 }],
        how: `Heap and what belongs to it, after a tidying, for each of ${more} chargers more.`,
      },
    ],
  };
}
