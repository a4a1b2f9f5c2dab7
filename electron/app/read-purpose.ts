import {
  awaitsSecondLook,
  type ChargerMemory,
  feedsHome,
  runningCharge,
} from '../charging/memory.ts';
import type { LookPurpose } from '../integrations/connection.ts';

/** What the next look at a charger is for. `isAwaited`: a command waits for it. Pure. */
export function readPurpose(memory: ChargerMemory | undefined, isAwaited: boolean): LookPurpose {
  if (isAwaited || awaitsSecondLook(memory)) return 'confirmation';
  if (!memory || memory.reading.certainty === 'never') return 'session';
  return runningCharge(memory) || feedsHome(memory) ? 'session' : 'routine';
}
