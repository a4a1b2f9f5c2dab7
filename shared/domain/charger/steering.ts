import { type Permission, permission, resumable } from './permission.ts';
import { lastObservation, type Reading } from './reading.ts';
import type { ChargerStatus } from './status.ts';

/** Pausing or starting the charge, and whether that may be asked now. */
export interface Steering {
  readonly kind: 'pause' | 'resume';
  readonly may: Permission;
}

/**
 * Pause and resume as tray and window offer them: the likelier first, both only where both may be
 * asked and make sense, and the likelier with its reason where neither may. Nothing where the
 * charger cannot.
 */
export function steering(reading: Reading): readonly Steering[] {
  const status = lastObservation(reading)?.status;
  // Where a car waits, whoever sits down wants to start it.
  const resumeFirst = status !== undefined && resumable.has(status.state);
  const kinds = resumeFirst ? (['resume', 'pause'] as const) : (['pause', 'resume'] as const);
  const offers = kinds.map((kind) => ({ kind, may: permission(reading, kind) }));
  const open = offers.filter(({ may }) => may.kind === 'allowed');
  if (open.length > 1 && status?.state === 'queued') return open.filter(isFor(status));
  if (open.length > 0) return open;
  return offers.filter(({ may }) => may.kind === 'blocked').slice(0, 1);
}

/** Who waits for the sun can do without it; a full connection gives way to nobody. */
function isFor({ cause }: Extract<ChargerStatus, { state: 'queued' }>) {
  const wanted = cause === 'solarMode' ? 'resume' : 'pause';
  return ({ kind }: Steering) => kind === wanted;
}
