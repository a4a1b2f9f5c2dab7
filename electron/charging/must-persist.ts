import type { ChargerRecord } from './record.ts';

/** Numbers and times that every reading brings anew. */
const fleeting: ReadonlySet<string> = new Set([
  'at',
  'reportedAt',
  'powerW',
  'currentA',
  'energyWh',
  'cost',
  'greenEnergyWh',
  'dischargedEnergyWh',
  'durationMs',
  'lastPowerAt',
  'lastPowerW',
  'samples',
  'sampled',
  'countedAt',
  'movedAt',
  'connected',
  'green',
  'counted',
  'failedReads',
  'validForMs',
]);

/** What whoever starts anew supposes again: that nobody has looked for a while. */
const supposed: ReadonlySet<string> = new Set([...fleeting, 'certainty', 'since', 'because']);

/**
 * Whether a change must be on the disk at once. What else a reading brings the next one brings again:
 * whoever is killed before that is written comes back as if killed a moment earlier, when nothing
 * had been told since. Pure.
 */
export function mustPersist(before: ChargerRecord, after: ChargerRecord): boolean {
  return !isSameBut(supposed, before, after);
}

/** Whether two readings, memories or the like differ in what every reading brings anew, at most. Pure. */
export function isSameButForNumbers(before: unknown, after: unknown): boolean {
  return isSameBut(fleeting, before, after);
}

function isSameBut(aside: ReadonlySet<string>, before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (!isObject(before) || !isObject(after)) return false;
  for (const key in after) {
    if (!aside.has(key) && !isSameBut(aside, before[key], after[key])) return false;
  }
  for (const key in before) if (!(key in after) && !aside.has(key)) return false;
  return true;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
