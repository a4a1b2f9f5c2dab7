import type { Session } from '../../../shared/domain/session/history.ts';

/** A session of the history, and the cloud's sessions that have gone into it (`cloudIdOf`). */
export interface KnownSession {
  readonly session: Session;
  readonly cloudIds: readonly string[];
}

/** A row as the history ought to have it. */
export interface MergedSession {
  readonly session: Omit<Session, 'id'>;
  /** The rows it is made of, that which is to stay first; none for a new one. */
  readonly ids: readonly number[];
  readonly cloudIds: readonly string[];
}
