import { bounds, within } from '../bounds.ts';
import type { Reading } from '../charger/reading.ts';
import type { LiveSession } from './live-session.ts';

/**
 * How long a charge has lasted, ms. Where its start was not seen, the charger's own count is the
 * best there is; where that is missing too, nothing is said.
 */
export function sessionSpanMs(session: LiveSession, reading: Reading): number | undefined {
  const { startedAt, startSeen, endedAt, connected } = session;
  if (!startSeen) return connected && sinceCount(connected, endedAt);
  const until = endedAt ?? (reading.certainty === 'never' ? undefined : reading.at);
  return until === undefined ? undefined : Math.max(0, until - startedAt);
}

/** What may say when it began and ended, epoch ms. */
interface Span {
  readonly startedAt?: number | undefined;
  readonly endedAt?: number | undefined;
}

/**
 * What says that it ended before it began, or has lasted longer than any session, has lasted no time:
 * a clock was set back, or somebody else has written it.
 */
export function orderly<S extends Span>(span: S): S {
  const { startedAt, endedAt } = span;
  if (startedAt === undefined || endedAt === undefined) return span;
  const isSound = within(bounds.sessionMs, endedAt - startedAt) !== undefined;
  return isSound ? span : { ...span, endedAt: startedAt };
}

/** The count goes on while the car stays connected, long after the charge has ended. */
function sinceCount({ ms, at }: NonNullable<LiveSession['connected']>, endedAt = at): number {
  return Math.max(0, ms + endedAt - at);
}
