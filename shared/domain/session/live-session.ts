import type { LiveSample } from './sample.ts';

/** What a charge costs. See `SessionCost`. */
export interface LiveCost {
  /** An exact decimal. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly estimated?: true | undefined;
}

/** The charge that runs, or the last one while its car is still there. Epoch ms, Wh. */
export interface LiveSession {
  readonly startedAt: number;
  /** False when the charge was already under way at the first reading: its start is then not known. */
  readonly startSeen: boolean;
  readonly lastPowerAt: number;
  readonly endedAt?: number | undefined;
  readonly energyWh?: number | undefined;
  /** The part of it that came from the sun. */
  readonly greenEnergyWh?: number | undefined;
  /** How long the car had been connected by the charger's own count, and when that was read. */
  readonly connected?: { readonly ms: number; readonly at: number } | undefined;
  /** What it costs so far, by the prices of its time; absent where that is not known. */
  readonly cost?: LiveCost | undefined;
  readonly samples: readonly LiveSample[];
}
