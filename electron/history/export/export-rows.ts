import type { Session } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';

/** A session as it is exported: with the name by which its owner knows the charger. */
export interface SessionRow extends Session {
  readonly chargerName: string;
}

/** A sample with its charger. */
export interface SampleRow extends Sample {
  readonly charger: string;
  readonly chargerName: string;
}

/** What can be exported. */
export interface ExportRows {
  readonly sessions: SessionRow;
  readonly samples: SampleRow;
}

export type ExportKind = keyof ExportRows;
