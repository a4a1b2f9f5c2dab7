import type { UpdateWaits } from '../../shared/domain/app/update.ts';
import type { UpdatesApp } from './updates-app.ts';

/** A restart takes seconds, but readings that confirm what a plan did take minutes. */
const nearEdgeMs = 5 * 60_000;

/**
 * Why the app must not end now, if so: a charger would be left with half of what was wanted of it.
 * @param now epoch ms
 */
export function inTheWay(
  { commands, plans, preferences }: Pick<UpdatesApp, 'commands' | 'plans' | 'preferences'>,
  now: number,
): UpdateWaits | undefined {
  const phases = commands.open().map(({ progress }) => progress.phase);
  if (phases.includes('sending') || phases.includes('sent')) return 'command';
  const chosen = preferences.get().plans;
  const edges = plans
    .kept()
    .filter(({ chargerId, suspendedUntil }) => chosen[chargerId]?.isOn && !suspendedUntil)
    .flatMap(({ planned }) => planned?.blocks ?? [])
    .flatMap(({ from, until }) => [from, until]);
  const isNear = edges.some((edge) => Math.abs(edge - now) <= nearEdgeMs);
  return isNear || plans.isWriting() ? 'plan' : undefined;
}
