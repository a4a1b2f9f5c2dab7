import { setTimeout } from 'node:timers/promises';
import type { Desktop } from '../desktop/desktop.ts';
import { programFor, restartKeychain, startProgram } from '../desktop/programs.ts';
import type { Failure } from '../simulators/shared/failures.ts';
import type { House } from './house.ts';

/** Numbers from 0 to 1 that the seed repeats. */
export type Chance = () => number;

/** Something that happens; it ends as the house was before, except for cars and chargers. */
export interface Deed {
  readonly name: string;
  done(house: House, chance: Chance): void | Promise<void>;
}

export function oneOf<One>(from: readonly One[], chance: Chance): One {
  const one = from[Math.floor(chance() * from.length)];
  if (one === undefined) throw new Error('Nothing to choose from');
  return one;
}

/** Long enough for every limit of a call but that of a request. */
const goneMs = 4000;
const minute = 60_000;

const failures: readonly Failure[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 404 },
  { kind: 'status', status: 429, headers: { 'retry-after': '5' } },
  { kind: 'html' },
  { kind: 'half-json' },
  { kind: 'empty' },
  { kind: 'drip', everyMs: 2 },
  { kind: 'cut-chunks' },
  { kind: 'reset' },
  { kind: 'reset', before: 'reply' },
  { kind: 'hang' },
  { kind: 'huge', bytes: 2 ** 22 },
  { kind: 'redirect', to: 'other-host' },
  { kind: 'wrong-types' },
];

/** It keeps its name on the bus, and answers nobody for a while. */
async function stopped(what: 'keychain' | 'notifications', desktop: Desktop): Promise<void> {
  const program = await programFor(what, desktop);
  program.stop();
  await setTimeout(goneMs);
  program.goOn();
}

/** What goes wrong between the app and the chargers, and on its computer. Of each list one at a time. */
export const faults: readonly (readonly Deed[])[] = [
  [
    {
      name: 'cloud fails',
      done: ({ cloud }, chance) => {
        const times = 1 + Math.floor(4 * chance());
        cloud.clearFailures();
        cloud.fail({ path: '/chargers/', times, failure: oneOf(failures, chance) });
      },
    },
    {
      name: 'station fails',
      done: ({ station }, chance) => {
        station.clearFailures();
        station.fail({ path: 'info', times: 2, failure: oneOf(failures, chance) });
      },
    },
    { name: 'tokens revoked', done: ({ cloud }) => cloud.revokeAccess() },
    {
      name: 'signed out',
      done: ({ cloud, station }) => {
        cloud.revokeRefresh();
        station.revokeRefresh();
      },
    },
  ],
  [
    {
      name: 'notification service stopped and continued',
      done: ({ desktop }) => stopped('notifications', desktop),
    },
    {
      name: 'notification service killed and restarted',
      async done({ desktop }) {
        (await programFor('notifications', desktop)).kill();
        await startProgram('notifications', desktop);
      },
    },
  ],
  [
    {
      name: 'keychain stopped and continued',
      done: ({ desktop }) => stopped('keychain', desktop),
    },
    {
      name: 'keychain killed and restarted',
      done: ({ desktop }) => restartKeychain(desktop),
    },
  ],
  [
    {
      name: 'broker gone for a while',
      async done({ broker }) {
        await broker.end();
        await setTimeout(goneMs);
        await broker.begin();
      },
    },
  ],
];

const someCharger = ({ cloud, chargers }: House, chance: Chance) =>
  cloud.charger(oneOf(chargers, chance));

/** What people, cars and chargers do. Cars come and go more often than anything else happens. */
export const doings: readonly Deed[] = [
  ...Array.from({ length: 6 }, () => ({ name: 'a car comes or goes', done: comesOrGoes })),
  {
    name: 'a charger is locked or unlocked',
    done: (house, chance) => {
      const charger = someCharger(house, chance);
      charger.setLocked(!charger.state.locked);
    },
  },
  {
    name: 'power is short',
    done: (house, chance) => someCharger(house, chance).hold(185, 20 * minute),
  },
  {
    name: 'a charger has a fault, or no more',
    done: (house, chance) => {
      const charger = someCharger(house, chance);
      charger.setFault(charger.state.fault === null ? 14 : null);
    },
  },
  {
    name: 'a charger is offline, or no more',
    done: (house, chance) => {
      const charger = someCharger(house, chance);
      charger.setOnline(!charger.state.online);
    },
  },
  {
    name: 'the station is used',
    done: ({ station: { driver, state } }) => {
      if (state === 'CS00') driver.plugIn({ chargesForMs: 70 * minute });
      else driver.unplug();
    },
  },
];

function comesOrGoes(house: House, chance: Chance): void {
  const charger = someCharger(house, chance);
  if (charger.state.car) charger.unplug();
  else charger.plugIn({ wantsWh: 2000 + 20_000 * chance(), phases: oneOf([1, 3], chance) });
}
