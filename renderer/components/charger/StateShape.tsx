import type { ReactNode } from 'react';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';

const wholePlug = 'M11 4v6M21 4v6M7 10h18v6a9 9 0 0 1-18 0zM16 25v4';
const sidePlug = 'M8.5 4v5M15.5 4v5M5 9h14v5a7 7 0 0 1-14 0zM12 21v6';
const plugBody = 'M5 9h14v5a7 7 0 0 1-14 0z';
const dots = 'M22 25h.01M26 25h.01M30 25h.01';
const padlock =
  'M11 14v-3a5 5 0 0 1 10 0v3M10 14h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z';
const bolt = 'M27 10l-4.5 7.5H28L24.5 25';

/** The lines of each state, on a field of 32 by 32. No two states look alike without colour. */
const lines: Record<ChargerStateName | 'signIn', readonly string[]> = {
  charging: [sidePlug, bolt],
  discharging: [sidePlug, 'M20 24h9M25.5 20l4 4-4 4'],
  transferring: [sidePlug, bolt],
  waiting: [sidePlug, dots],
  queued: [sidePlug, dots],
  scheduled: [sidePlug, 'M25 18a5 5 0 1 0 .01 0M25 20.5V23l2 1.2'],
  paused: [sidePlug, 'M23.5 19v8M28.5 19v8'],
  complete: [sidePlug, 'M21 23.5l3 3 5.5-6.5'],
  locked: [padlock],
  lockedCar: [padlock, 'M16 18.5v3'],
  available: [wholePlug],
  updating: [sidePlug, 'M28.5 20a5 5 0 1 0 1.5 3.5M29 16.5V20h-3.5'],
  error: ['M16 5l12 21.5H4zM16 13v6.5M16 23h.01'],
  offline: [wholePlug, 'M4 5l24 23'],
  unknown: [sidePlug, 'M22.5 18.5a3 3 0 1 1 4 3c-1 .5-1 1-1 2M25.5 27h.01'],
  signIn: ['M14 11a5 5 0 1 0 .01 0M18 16h10M25 16v4'],
};

interface Props {
  readonly state: ChargerStateName | 'signIn';
  /** Outdated shapes are hollow. */
  readonly outdated: boolean;
}

/** The shape of a state. Only for the eye: the words beside it say the same. */
export function StateShape({ state, outdated }: Props): ReactNode {
  return (
    <svg className="shape" viewBox="0 0 32 32" aria-hidden="true">
      {state === 'charging' && !outdated && <path className="shape-fill" d={plugBody} />}
      {lines[state].map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  );
}
