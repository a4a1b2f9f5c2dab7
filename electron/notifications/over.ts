import { type ChargerMemory, runningCharge } from '../charging/memory.ts';
import type { Notice } from './notice.ts';

/**
 * Whether what a notice tells of has passed without a notice of the same kind to say so. `memory` is
 * what is believed of its charger now; undefined where it is gone. Pure.
 */
export function isOver({ kind }: Pick<Notice, 'kind'>, memory: ChargerMemory | undefined): boolean {
  switch (kind) {
    case 'carWaiting':
      return memory?.known?.status.state !== 'lockedCar';
    case 'pluggedIn':
      return memory === undefined || memory.known?.plugged === 'no';
    case 'chargeStarted':
      return memory === undefined || runningCharge(memory) === undefined;
    default:
      return false;
  }
}
