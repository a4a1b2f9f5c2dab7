import type { MeasuredSession } from '../../../shared/domain/session/history.ts';
import type { Edits } from '../edits/edits.ts';

/** A session as it was measured, and the cloud's sessions that have gone into it (`cloudIdOf`). */
export interface KnownSession {
  readonly session: MeasuredSession;
  /** What its owner says of it, if anything. */
  readonly edits?: Edits;
  readonly cloudIds: readonly string[];
}

/** A row as the history ought to have it. */
export interface MergedSession {
  readonly session: Omit<MeasuredSession, 'id'>;
  readonly edits?: Edits;
  /** The rows it is made of, that which is to stay first; none for a new one. */
  readonly ids: readonly number[];
  readonly cloudIds: readonly string[];
}
