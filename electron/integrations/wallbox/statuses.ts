import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus, QueueCause } from '../../../shared/domain/charger/status.ts';

/** What a code says: the state, and whether a car is plugged in. */
export interface CodeMeaning {
  readonly status: ChargerStatus;
  readonly plugged: Observation['plugged'];
}

/**
 * The charger's own last word is older than this: code 163 then means that nobody hears from it.
 */
const silentMs = 30 * 60_000;

/**
 * The meaning of a code, `status_id` of a status. `silenceMs` is the age of the charger's last
 * word, where known. An unknown code keeps its number and claims nothing (HA#69931).
 */
export function meaningOf(code: string, silenceMs: number | undefined): CodeMeaning {
  // "Disconnected" in most tables, but in one "car disconnected", a healthy state (HB).
  if (code === '163')
    return means(silenceMs && silenceMs > silentMs ? 'offline' : 'available', 'no');
  return meanings.get(code) ?? { status: { state: 'unknown', code }, plugged: 'unknown' };
}

type Plain = Exclude<ChargerStatus['state'], 'discharging' | 'queued' | 'error' | 'unknown'>;

function means(state: Plain, plugged: Observation['plugged']): CodeMeaning {
  return { status: { state }, plugged };
}

function queued(cause: QueueCause): CodeMeaning {
  return { status: { state: 'queued', cause }, plugged: 'yes' };
}

function fault(code: string): CodeMeaning {
  return { status: { state: 'error', code }, plugged: 'unknown' };
}

/**
 * The tables agree unless a line says otherwise (HA, PY, HB, WD); only one says whether a car is
 * there (PRE).
 */
const meanings: ReadonlyMap<string, CodeMeaning> = new Map([
  ['0', means('offline', 'unknown')],
  // Only one table has 4 and 5 (HB).
  ['4', means('complete', 'yes')],
  ['5', means('offline', 'unknown')],
  ['14', fault('14')],
  ['15', fault('15')],
  ['161', means('available', 'no')],
  ['162', means('available', 'no')],
  ['164', means('waiting', 'yes')],
  ['165', means('locked', 'no')],
  ['166', means('updating', 'unknown')],
  ['177', means('scheduled', 'yes')],
  // "Paused" (HA), "pausing" (HB), "waiting for schedule" (WD).
  ['178', means('paused', 'yes')],
  ['179', means('scheduled', 'yes')],
  // Also what follows a full charge: whether it was one is for those to say who saw it charge.
  ['180', means('waiting', 'yes')],
  ['181', means('waiting', 'yes')],
  ['182', means('paused', 'yes')],
  ['183', queued('loadSharing')],
  ['184', queued('loadSharing')],
  ['185', queued('loadBalancing')],
  ['186', queued('loadBalancing')],
  ['187', queued('meterFailed')],
  ['188', queued('meterMargin')],
  ['189', queued('solarMode')],
  ['193', means('charging', 'yes')],
  ['194', means('charging', 'yes')],
  ['195', means('charging', 'yes')],
  ['196', { status: { state: 'discharging', phase: 'active' }, plugged: 'yes' }],
  ['209', means('locked', 'no')],
  ['210', means('lockedCar', 'yes')],
]);
