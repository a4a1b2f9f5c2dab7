import type { ReactNode } from 'react';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';

/** Lines on a field of 32 by 32, and the area that they enclose where the shape is no hollow one. */
interface Drawing {
  readonly lines: readonly string[];
  readonly area?: string;
}

const plainBody = 'M7 10h18v6a9 9 0 0 1-18 0z';
const plain = ['M11 4v6M21 4v6M16 25v4', plainBody];
const asideBody = 'M5 9h14v5a7 7 0 0 1-14 0z';
const aside = ['M8.5 4v5M15.5 4v5M12 21v6', asideBody];
const wideBody = 'M5 8h22v7a11 10 0 0 1-22 0z';
const raisedBody = 'M7 7h18v5a9 8 0 0 1-18 0z';
const smallBody = 'M11 13h10v3a5 5 0 0 1-10 0z';
const disc = 'M16 4a12 12 0 1 0 .01 0z';
const padlock = 'M10 14h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z';
const carLock = 'M3 9h10v8H3z';
const triangle = 'M16 5l12 21.5H4z';

/**
 * The shapes of the tray icons (`build/icons/`), in lines. No two states look alike without colour.
 */
const drawings: Record<ChargerStateName | 'signIn', Drawing> = {
  charging: {
    lines: ['M11 2v6M21 2v6M16 25v5', wideBody, 'M17.5 10.5L12.5 16h7L14.5 21.5'],
    area: wideBody,
  },
  discharging: { lines: [...aside, 'M18 24h11M25 20l4 4-4 4'], area: asideBody },
  transferring: { lines: [...aside, 'M27 10l-4.5 7.5H28L24.5 25'] },
  waiting: {
    lines: ['M11 2v5M21 2v5', raisedBody, 'M8 28h1M15.5 28h1M23 28h1'],
    area: raisedBody,
  },
  queued: {
    lines: [...aside, 'M21 16h9M21 28h9M22 16l7 12h-7l7-12'],
    area: asideBody,
  },
  scheduled: { lines: [...aside, 'M25 18a5 5 0 1 0 .01 0M25 20.5V23l2 1.2'], area: asideBody },
  paused: { lines: [...aside, 'M23.5 17v11M28.5 17v11'], area: asideBody },
  complete: { lines: [disc, 'M10.5 16.5l4 4 7.5-8.5'], area: disc },
  locked: { lines: ['M11 14v-3a5 5 0 0 1 10 0v3M16 18.5v3', padlock], area: padlock },
  lockedCar: {
    lines: [
      'M5 9V7a3 3 0 0 1 6 0v2',
      carLock,
      'M9 27v-4l4-1 3-4h6l3 4 4 1v4z',
      'M13.5 29h.01M24.5 29h.01',
    ],
    area: carLock,
  },
  available: { lines: plain, area: plainBody },
  updating: { lines: [disc, 'M13.5 9v4M18.5 9v4M16 21v3', smallBody], area: smallBody },
  error: { lines: [triangle, 'M16 13v6.5M16 23h.01'], area: triangle },
  offline: { lines: [...plain, 'M4 28L28 4'] },
  unknown: { lines: [...aside, 'M22.5 18.5a3 3 0 1 1 4 3c-1 .5-1 1-1 2M25.5 27h.01'] },
  signIn: { lines: ['M10 11a5 5 0 1 0 .01 0M15 16h13M24 16v4M28 16v4'] },
};

interface Props {
  readonly state: ChargerStateName | 'signIn';
  /** Outdated shapes are hollow. */
  readonly outdated: boolean;
}

/** The shape of a state. Only for the eye: the words beside it say the same. */
export function StateShape({ state, outdated }: Props): ReactNode {
  const { lines, area } = drawings[state];
  return (
    <svg className="shape" viewBox="0 0 32 32" aria-hidden="true">
      {area && !outdated && <path className="shape-fill" d={area} />}
      {lines.map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  );
}
