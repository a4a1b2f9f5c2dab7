import type { merged } from '../../../electron/history/merge/merge.ts';
import type { KnownSession } from '../../../electron/history/merge/merged-session.ts';
import type { CloudSession, Session } from '../../../shared/domain/session/history.ts';

export const minute = 60_000;
export const begin = Date.UTC(2026, 10, 1);
export const key = 'wallbox/700123';

export type Minutes = readonly [from: number, to: number];

export function own(id: number, [from, to]: Minutes, change: Partial<Session> = {}): KnownSession {
  const times = { startedAt: begin + from * minute, endedAt: begin + to * minute };
  const session = { id, charger: key, source: 'recorded', startSeen: true, ...times } as const;
  return { session: { ...session, ...change }, cloudIds: [] };
}

export function told(
  id: string,
  [from, to]: Minutes,
  change: Partial<CloudSession> = {},
): CloudSession {
  const times = { startedAt: begin + from * minute, endedAt: begin + to * minute };
  return { id, listing: 'log', energyWh: 1000, ...times, ...change };
}

/** The history after a merge, as a database would give it back. */
export function kept({ sessions }: ReturnType<typeof merged>): readonly KnownSession[] {
  return sessions.map(({ session, ids: [id], cloudIds }, index) => ({
    session: { ...session, id: id ?? 1000 + index },
    cloudIds,
  }));
}
