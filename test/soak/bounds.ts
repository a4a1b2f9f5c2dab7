import { meanOf, slopeOf } from './growth.ts';
import type { Look } from './look.ts';

/** How a figure is called, by how much it may grow in an hour of the run, and why by so much. */
interface Bound {
  readonly name: string;
  readonly unit: 'MiB' | 'KiB' | '';
  readonly mostAnHour: number;
  readonly why: string;
}

/** An hour of the run opens 600 windows, and is 60 of the app. */
export const bounds: Readonly<Record<keyof Look, Bound>> = {
  heapMiB: {
    name: 'heap of the main process, tidied',
    unit: 'MiB',
    mostAnHour: 4,
    why: '7 KiB for each window; sessions and readings of a day are kept, and no more',
  },
  externalMiB: {
    name: 'buffers of the main process',
    unit: 'MiB',
    mostAnHour: 2,
    why: 'bodies of answers go with the answers',
  },
  rssMiB: {
    name: 'resident memory of the main process',
    unit: 'MiB',
    mostAnHour: 60,
    why: 'a bare Electron keeps 11 KiB of each window; allocators hold back more, for some hours',
  },
  allMiB: {
    name: 'memory of all processes',
    unit: 'MiB',
    mostAnHour: 120,
    why: 'as above; processes that come and go make it vary by 40',
  },
  files: {
    name: 'open files and sockets of the main process',
    unit: '',
    mostAnHour: 150,
    why: 'Electron 33 leaves one open for each restart of the keychain, of which there are 120; one for 20 windows',
  },
  allFiles: {
    name: 'open files and sockets of all processes',
    unit: '',
    mostAnHour: 300,
    why: 'as above, and what a process holds that is there for a moment',
  },
  threads: { name: 'threads', unit: '', mostAnHour: 10, why: 'one for 60 windows' },
  processes: { name: 'processes', unit: '', mostAnHour: 6, why: 'one for 100 windows' },
  listeners: {
    name: 'listeners, but for those of connections',
    unit: '',
    mostAnHour: 60,
    why: 'one for 10 windows',
  },
  timers: { name: 'timers', unit: '', mostAnHour: 60, why: 'one for 10 windows' },
  resources: {
    name: 'handles of the event loop',
    unit: '',
    mostAnHour: 30,
    why: 'one for 20 windows',
  },
  databaseKiB: {
    name: 'history database',
    unit: 'KiB',
    mostAnHour: 1000,
    why: 'a session with its curve takes less than a KiB, and 1,300 end in an hour',
  },
  logKiB: {
    name: 'log',
    unit: 'KiB',
    mostAnHour: 5000,
    why: 'five files of 1 MB each are all there ever is',
  },
  stateKiB: {
    name: 'settings and state',
    unit: 'KiB',
    mostAnHour: 100,
    why: 'chargers and what was told in a day',
  },
};

/** What became of a figure. Means are those of the first and the last quarter after the warm-up. */
export interface Verdict extends Bound {
  readonly figure: keyof Look;
  readonly before: number;
  readonly after: number;
  readonly anHour: number;
  readonly isWithin: boolean;
}

/** Looks at a run, without its first fifth, in which everything is loaded that ever is. */
export function judge(looks: readonly (Look & { readonly hour: number })[]): readonly Verdict[] {
  const settled = looks.slice(Math.ceil(looks.length / 5));
  const quarter = Math.ceil(settled.length / 4);
  const figures = Object.keys(bounds) as (keyof Look)[];
  return figures.map((figure) => {
    const points = settled.map((one) => ({ hour: one.hour, value: one[figure] }));
    const values = points.map(({ value }) => value);
    const anHour = slopeOf(points);
    const bound = bounds[figure];
    return {
      ...{ ...bound, figure, anHour },
      before: meanOf(values.slice(0, quarter)),
      after: meanOf(values.slice(-quarter)),
      // Not the other way round: what is no number is not within.
      isWithin: anHour <= bound.mostAnHour,
    };
  });
}
