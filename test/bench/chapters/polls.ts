import { join } from 'node:path';
import { both, type Chapter, figures, repeat } from '../figures.ts';
import { startProgram } from '../measured/program.ts';
import type { BenchOptions } from '../options.ts';

/** Back to back, code and caches stay warm as they never do in life; slower, it takes all day. */
const paceMs = 50;
/** How often the app asks in life. */
const usualMs = 120_000;
const haste = usualMs / paceMs;

const chargersEach = 10;
const smallAccounts = 1;
const largeAccounts = 100;
/** Of all chargers together, in the small fleet and in the large one. */
const pollsPerSecond = 50;

/** What one status poll costs in processor time, beside the least program that asks the same. */
export async function pollChapter(options: BenchOptions, folder: string): Promise<Chapter> {
  const { pollBatches, pollsInBatch } = options;
  const plan = { accounts: 1, chargersEach: 1, haste, folder, keeps: false };
  const paced = { ...plan, paceSeconds: paceMs / 1000 };
  const programs = [
    await startProgram('floor', paced),
    await startProgram('our-app', { ...paced, folder: join(folder, 'face') }),
    await startProgram('our-app', { ...plan, folder: join(folder, 'life'), keeps: true }),
  ];
  const rounds = await repeat(pollBatches + 2, async () => {
    for (const program of programs) program.nextCar();
    const costs = programs.map((program) => program.cost(pollsInBatch));
    const [floor = 0, face = 0, life = 0] = await Promise.all(costs);
    return { 'poll-to-face': { floor, ours: face }, 'poll-as-in-life': { floor, ours: life } };
  });
  for (const program of programs) program.end();
  const floor = 'undici GET and JSON.parse';
  return {
    title: 'A status poll',
    how:
      `Processor time of a whole process in batches of ${pollsInBatch} polls, side by side, one ` +
      `${paceMs} ms after the answer to the one before, of a car that charges; the cloud is ` +
      'another process. The bundle is made as that of the app.',
    // The first two rounds are for the compiler.
    figures: figures(rounds.slice(2), {
      'poll-to-face': [
        'a poll, from the socket to the face of the tray',
        { floor, ratio: 2 },
        'All of the app but the desktop, the log included. Memory and history keep nothing.',
      ],
      'poll-as-in-life': [
        'the same with all that is written and done until the next poll',
        { floor },
        `The app's clock goes ${haste} times as fast, so that it does between two polls what it ` +
          'does in 120 s: memory and history on the disk, synced; the list of chargers every 30 min.',
      ],
    }),
  };
}

/** What a thousand chargers cost, beside ten that are asked as often all together. */
export async function fleetChapter({ quick }: BenchOptions, folder: string): Promise<Chapter> {
  const small = await startFleet(smallAccounts, join(folder, 'small'));
  const large = await startFleet(largeAccounts, join(folder, 'large'));
  await large.cost(largeAccounts * chargersEach);
  const more = (largeAccounts - smallAccounts) * chargersEach;
  const watchS = quick ? 4 : 8;
  const rounds = await repeat(quick ? 2 : 8, async () => {
    const costs = [small, large].map(({ cost }) => cost(watchS * pollsPerSecond));
    const [floor = 0, ours = 0] = await Promise.all(costs);
    const seen = await both(({ watch }) => watch(watchS * 1000), { floor: small, ours: large });
    return {
      'fleet-poll': { floor, ours },
      'fleet-delay': { floor: seen.floor.delayP99Ms, ours: seen.ours.delayP99Ms },
      'fleet-memory': (seen.ours.heldBytes - seen.floor.heldBytes) / more / 1024,
    };
  });
  small.end();
  large.end();
  const floor = `${smallAccounts * chargersEach} chargers on ${smallAccounts} account`;
  return {
    title: 'A thousand chargers',
    how:
      `${largeAccounts * chargersEach} chargers that charge, on ${largeAccounts} accounts in one ` +
      `process, beside ${floor}: as many to an account, and ${pollsPerSecond} polls a second of ` +
      'all together in both, at the same time. Memory, history and log are written.',
    // The first round is for the compiler.
    figures: figures(rounds.slice(1), {
      'fleet-poll': ['processor time of a poll', { floor, ratio: 1.2 }],
      'fleet-delay': [
        'event loop delay, 99 of 100 below',
        { floor, atMost: 50 },
        'Without the 10 ms from one sample to the next.',
      ],
      'fleet-memory': [
        'memory of a charger',
        { unit: 'KiB', atMost: 19.5 },
        `Heap and what belongs to it, after a tidying, for each of ${more} chargers more.`,
      ],
    }),
  };
}

function startFleet(accounts: number, folder: string) {
  // An account is asked one thing at a time, each at its pace.
  const paceSeconds = accounts / pollsPerSecond;
  const plan = { accounts, chargersEach, haste: 1, folder, keeps: true, paceSeconds };
  return startProgram('our-app', plan);
}
