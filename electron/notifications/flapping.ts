import type { NoticeKind } from '../../shared/domain/app/settings.ts';
import { type ChargerRecord, runningSession } from '../charging/record.ts';
import type { Clock } from '../ports/clock.ts';
import type { Notice } from '../ports/notice.ts';

/** A charger that comes and goes all the time tells that so often in a while, and then once at rest. */
const mostTold = 4;
const whileMs = 15 * 60_000;

/**
 * What can turn to and fro. An end of a charge is told each time: whether it lasts is seen to where
 * it is found. Held back, the other end of something takes its place, or it is dropped once over.
 */
const turning: ReadonlySet<NoticeKind> = new Set([
  'carWaiting',
  'fault',
  'poweringHome',
  'powerCut',
  'unreachable',
  'chargeStarted',
  'pluggedIn',
]);

/** Holds back what a charger tells over and over, until it has come to rest. */
export class Flapping {
  readonly #clock: Clock;
  /** When each kind of notice of each charger was about to be told of late. Epoch ms. */
  readonly #told = new Map<string, readonly number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The notice as it is, or with the time before which it is not told. */
  calmed(notice: Notice): Notice {
    const { chargerId, kind } = notice;
    if (chargerId === undefined || !turning.has(kind)) return notice;
    const now = this.#clock.now();
    const key = `${chargerId}/${kind}`;
    const before = (this.#told.get(key) ?? []).filter((at) => now - at < whileMs);
    this.#told.set(key, [...before, now].slice(-mostTold));
    return before.length < mostTold ? notice : { ...notice, heldUntil: now + whileMs };
  }
}

/**
 * Whether what a notice tells of has passed without a notice of the same kind to say so. `record` is
 * what is believed of its charger now; undefined where it is gone. Pure.
 */
export function isOver({ kind }: Pick<Notice, 'kind'>, record: ChargerRecord | undefined): boolean {
  switch (kind) {
    case 'carWaiting':
      return record?.known?.status.state !== 'lockedCar';
    case 'pluggedIn':
      return record === undefined || record.known?.plugged === 'no';
    case 'chargeStarted':
      return record === undefined || runningSession(record) === undefined;
    case 'notPluggedIn':
      return record === undefined || record.known?.plugged === 'yes';
    case 'noPower':
      return record?.untouched === undefined;
    case 'firmware':
      return record !== undefined && isInstalled(record);
    default:
      return false;
  }
}

/** The charger offers no update any more. */
function isInstalled({ reading }: ChargerRecord): boolean {
  return reading.certainty === 'current' && reading.observation.abilities.update === undefined;
}
