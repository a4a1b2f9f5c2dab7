import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/charger/command.ts';
import { minute, World } from './world.ts';

let world: World;
afterEach(() => world.end());

const names = ['Garage', 'Drive', 'Yard'];
const idOf = (at: number) => 700_123 + at;

/** That many chargers on one account, at each of which a car charges. */
function chargers(count: number) {
  const car = { wantsWh: 90_000, phases: 1 } as const;
  return names.slice(0, count).map((name, at) => ({ id: idOf(at), name, limitA: 16, car }));
}

function chargerAt(at: number) {
  const found = world.state.chargers.find(({ id }) => id.endsWith(`/${idOf(at)}`));
  if (!found) throw new Error('No charger');
  return found;
}

const ask = (command: Command) =>
  world.app.handlers.execute({ chargerId: chargerAt(0).id, command });
const phase = () => chargerAt(0).command?.phase;

/** Signed in, and the history is open: loading it takes time that no clock of ours counts. */
async function begun(count: number): Promise<void> {
  world = await (await World.begin(chargers(count))).signedIn();
  const query = { from: 0, to: world.clock.now() };
  await world.app.handlers.listSessions({ query, limit: 1, before: undefined });
}

/** Somebody opens all details, imports the history, and then presses Pause. */
async function askForEverything(count: number): Promise<void> {
  const { clock, app } = world;
  const charger = `wallbox/${idOf(0)}`;
  void app.handlers.fetchSessions({ charger, from: clock.now() - minute, to: clock.now() });
  for (let at = 0; at < count; at += 1) {
    void app.handlers.loadDetails({ chargerId: chargerAt(at).id });
  }
  await ask({ kind: 'pause' });
}

const paths = {
  confirmation: new RegExp(`/chargers/status/${idOf(0)}$`),
  /** Of another charger. */
  session: new RegExp(`/chargers/status/(?!${idOf(0)})`),
  details: /\/v2\/charger\//,
  list: /\/chargers\/groups/,
  history: /\/sessions\/stats/,
};
type Question = keyof typeof paths;
const questions = Object.keys(paths) as Question[];

/** Seconds until the first answer to each question; none where it was not asked. */
function waits(asked: number, from: number): Partial<Record<Question, number>> {
  const later = world.sim.requests.slice(asked);
  const found = questions.flatMap((question) => {
    const first = later.find(({ path }) => paths[question].test(path));
    return first ? [[question, Math.round((first.at - from) / 1000)]] : [];
  });
  return Object.fromEntries(found);
}

const rows: string[] = [];
afterAll(() => {
  const head = ['who waits how long, s', ...questions];
  process.stdout.write(`\n${[head.join(' | '), ...rows].join('\n')}\n`);
});

/** What is waited for while `minutes` pass; fails as soon as a command is called not confirmed. */
async function watched(count: number, minutes: number, what: string) {
  const asked = world.sim.requests.length;
  const from = world.clock.now();
  await askForEverything(count);
  for (let second = 0; second < minutes * 60; second += 10) {
    await world.pass(10_000);
    expect(phase()).not.toBe('notConfirmed');
  }
  const waited = waits(asked, from);
  rows.push([what, ...questions.map((question) => waited[question] ?? '-')].join(' | '));
  return waited;
}

/** The given questions were answered in that order. */
function inOrder(waited: Partial<Record<Question, number>>, order: readonly Question[]): void {
  const times = order.map((question) => waited[question] ?? Number.POSITIVE_INFINITY);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times).not.toContain(Number.POSITIVE_INFINITY);
}

describe.each([1, 2, 3])('at the usual pace, with %i chargers on one account', (count) => {
  const others = count > 1 ? (['session'] as const) : [];

  it('a command right after a start is confirmed before anything else is asked', async () => {
    await begun(count);
    const waited = await watched(count, 15, `${count} chargers, after a start`);
    // A single charger leaves the details the last of the burst, before anybody has pressed Pause.
    inOrder(
      waited,
      count > 1
        ? ['confirmation', 'session', 'details', 'history']
        : ['details', 'confirmation', 'history'],
    );
    expect(phase()).toBe('confirmed');
    expect(world.desk.told).toEqual([]);
    expect(world.sim.violations).toEqual([]);
  });

  it('a command in the open window is confirmed first, then come details and history, and the list when it is due', async () => {
    await begun(count);
    world.desk.setWindow(true);
    await world.pass(30 * minute - 20_000);
    const waited = await watched(count, 20, `${count} chargers, window open`);
    inOrder(waited, ['confirmation', ...others]);
    inOrder(waited, ['confirmation', 'details', 'history']);
    inOrder(waited, ['confirmation', 'list']);
    expect(phase()).toBe('confirmed');
    expect(world.sim.violations).toEqual([]);
  });
});
