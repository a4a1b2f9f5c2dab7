import type { SessionTag } from './history.ts';
import type { Money } from './price.ts';

/** UTF-16 units of a note on a session. */
export const longestNote = 500;

/** For so long a deleted session can be restored, ms. */
export const restorableMs = 30 * 86_400_000;

/** What an owner knows better. Epoch ms, Wh. */
export interface Corrections {
  readonly startedAt?: number | undefined;
  readonly endedAt?: number | undefined;
  readonly energyWh?: number | undefined;
  readonly cost?: Money | undefined;
}

/** Something that its owner does to a session. */
export type SessionChange =
  /** Without a tag it has none any more. */
  | { readonly kind: 'tag'; readonly tag?: SessionTag | undefined }
  /** An empty note is none. */
  | { readonly kind: 'note'; readonly note: string }
  /** All that is corrected of it: what is absent is as it was measured. */
  | { readonly kind: 'correct'; readonly corrected: Corrections }
  | { readonly kind: 'delete' }
  | { readonly kind: 'restore' };

/** Why a session was not changed. */
export type ChangeFailure = {
  readonly kind:
    | 'gone'
    /** It runs: only its tag and note can be changed. */
    | 'running'
    | 'impossible'
    /** The disk does not take it. */
    | 'notKept';
};

/** Why values cannot be those of a session. */
export type CorrectionFault = 'endFirst' | 'future' | 'tooLong' | 'energy' | 'cost';

const dayMs = 86_400_000;
/** Longer than any car stays plugged in; a wrong year is likelier. */
const longestMs = 31 * dayMs;
/** Wh: more than any car's battery by far. */
const mostWh = 1_000_000;

/** Times and energy of a session that has ended. Epoch ms, Wh. */
export interface Corrigible {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly energyWh?: number | undefined;
}

/** What is wrong with a session as corrected, by the field that is to be named; now is epoch ms. */
export function correctionFault(
  { startedAt, endedAt, energyWh }: Corrigible,
  now: number,
): CorrectionFault | undefined {
  if (endedAt < startedAt) return 'endFirst';
  if (endedAt > now || startedAt <= 0) return 'future';
  if (endedAt - startedAt > longestMs) return 'tooLong';
  if (energyWh !== undefined && (energyWh < 0 || energyWh > mostWh)) return 'energy';
  return undefined;
}
