import type { ChargerStateName } from '../domain/charger/status.ts';
import type { Interruption, Session, SessionCost } from '../domain/session/history.ts';

/** Words of one charge. */
export const sessionText = {
  gone: 'This charge is no longer kept.',
  span: (from: string, to: string) => `${from} to ${to}`,
  times: (from: string, to: string) => `${from}–${to}`,
  loading: 'Looking…',
  facts: {
    start: 'Start',
    end: 'End',
    duration: 'Duration',
    charging: 'Power flowed',
    energy: 'Energy',
    green: 'From the sun',
    average: 'Average power',
    peak: 'Highest power',
    cost: 'Cost',
    source: 'Known from',
  },
  before: (time: string) => `before ${time}`,
  runs: 'It is under way.',
  estimated: 'Estimated: not all of it was watched, and the price changed meanwhile.',
  gap: (from: string, to: string) => `Not watched from ${from} to ${to}.`,
  gapsUnknown: 'Part of it was not watched.',
  noPicture: 'Nothing was recorded of its course.',
  picture: {
    title: 'Power and energy of this charge',
    summary: (from: string, to: string) => `Power and energy from ${from} to ${to}.`,
    keys: 'Arrow keys move through it, plus and minus zoom, 0 shows the whole charge.',
    limit: (current: string) => `limit ${current}`,
    nothing: 'nothing known',
    at: (time: string, parts: readonly string[]) => `${time}: ${parts.join(', ')}`,
    hint: 'Point at the picture, or use the arrow keys, to read it.',
    closer: 'Zoom in',
    wider: 'Zoom out',
    whole: 'Whole charge',
    save: 'Save picture…',
    fileName: (charger: string, day: string) => `${charger} ${day}.png`,
    legend: { power: 'Power', energy: 'Energy', limit: 'Limit', interruption: 'No power' },
    time: 'Time',
    limitColumn: 'Limit',
    unknown: 'not known',
    shown: (from: string, to: string) => `Shown: ${from} to ${to}.`,
  },
  states: {
    title: 'What happened when',
    summary: (from: string, to: string) => `What happened from ${from} to ${to}.`,
    noNumbers: 'The charger gives no numbers for power or energy.',
    more: (count: number) => `… and ${count} more changes.`,
  },
} as const;

/** Why no power flowed. */
export const interruptionWords: Record<Interruption['kind'], string> = {
  queue: 'waiting for power',
  schedule: 'waiting for its schedule',
  pause: 'paused or locked',
  waiting: 'the car took none',
  fault: 'fault',
  offline: 'charger not connected',
  gap: 'not watched',
};

/** What a charger said for a while, as far as it is kept; and when nobody looked. */
export const runWords: Record<ChargerStateName | 'gap', string> = {
  charging: 'Charging',
  discharging: 'Powering your home',
  transferring: 'Power is flowing',
  waiting: 'Connected, no power flows',
  queued: 'Waiting for power',
  scheduled: 'Scheduled',
  paused: 'Paused or stopped',
  complete: 'Charge complete',
  locked: 'Locked',
  lockedCar: 'Locked, a car is waiting',
  available: 'Ready',
  updating: 'Updating',
  error: 'Fault',
  offline: 'Not connected',
  unknown: 'Unrecognised state',
  gap: 'Not watched',
};

/** How a charge ended. */
export const endWords: Record<NonNullable<Session['end']>, string> = {
  complete: 'charge complete',
  paused: 'paused',
  locked: 'locked',
  unplugged: 'unplugged',
  unseen: 'while nobody looked',
  notSaid: 'stopped or finished, the charger does not say which',
  reversed: 'switched to powering your home',
};

/** Where the cost of a charge comes from. */
export const costOrigins: Record<SessionCost['origin'], string> = {
  entered: 'entered by you',
  own: 'by your price',
  charger: 'by the price in the charger',
  cloud: 'as the cloud of its maker says',
};
