import {
  type ChargerRecord,
  feedsHome,
  needsSecondOpinion,
  runningSession,
} from '../charging/record.ts';
import type { ReadPurpose } from '../integrations/connection.ts';

/** What the next reading of a charger is for. `isAwaited`: a command waits for it. Pure. */
export function readPurpose(record: ChargerRecord | undefined, isAwaited: boolean): ReadPurpose {
  if (isAwaited || needsSecondOpinion(record)) return 'confirmation';
  if (!record || record.reading.certainty === 'never') return 'session';
  return runningSession(record) || feedsHome(record) ? 'session' : 'routine';
}
