import { type ChargerRecord, runningSession } from '../charging/record.ts';
import type { Notice } from './notice.ts';

/**
 * Whether what a notice tells of has passed without a notice of the same kind to say so. `memory` is
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
    default:
      return false;
  }
}
