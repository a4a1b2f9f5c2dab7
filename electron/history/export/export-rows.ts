import type { Session } from '../../../shared/domain/session/history.ts';
import type { Money } from '../../../shared/domain/session/price.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';

/**
 * A session as it is exported: with the name by which its owner knows the charger and, where its owner
 * has corrected it, what was measured. Epoch ms, Wh.
 */
export interface SessionRow extends Omit<Session, 'correction'> {
  readonly chargerName: string;
  readonly corrected?: true;
  readonly originalStartedAt?: number;
  readonly originalEndedAt?: number;
  readonly originalEnergyWh?: number;
  readonly originalCost?: Money;
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
