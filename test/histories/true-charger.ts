import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../shared/domain/charger/status.ts';
import { anObservation } from '../fixtures/observations.ts';

/** What really happens at a charger. */
export type Phase =
  | 'gone'
  | 'flowing'
  | 'waiting'
  | 'complete'
  | 'paused'
  | 'scheduled'
  | 'queued'
  | 'error'
  | 'lockedCar';

/** What a reading says, with what it cannot say: which car it is, and whether its power had ended. */
export interface Label {
  readonly charger: string;
  /** Ms since the beginning of the world, and what the computer took that for. */
  readonly at: number;
  readonly wallAt: number;
  /** Counts cars; of the last one while none is there. */
  readonly stay: number;
  readonly phase: Phase | 'offline';
  /** Counts starts, sleeps and wakes of the computer: in one of them it knows how long it has been. */
  readonly watch: number;
  /** What the counter showed. */
  readonly wh: number;
  /** How long the car has been there, as the charger says it; absent where it does not count that. */
  readonly connectedMs?: number;
  /** When power last stopped flowing, ms since the beginning of the world. */
  readonly stoppedAt: number;
  /** It said what the counter shows. */
  readonly isCounted: boolean;
  /** Somebody shows notifications, and the disk takes what is written. */
  readonly isHeard: boolean;
}

export interface ChargerFacts {
  /** Its own id at its account. */
  readonly id: string;
  readonly name: string;
  readonly account: 'cloud' | 'other' | 'port';
  /** It counts for how long a car has been connected. */
  readonly counts: boolean;
  readonly perKwh: number;
}

export const garages: readonly ChargerFacts[] = [
  { id: 'c1', name: 'Garage', account: 'cloud', counts: true, perKwh: 0.31 },
  { id: 'c2', name: 'Driveway', account: 'cloud', counts: true, perKwh: 0.29 },
  { id: 'p1', name: 'Yard', account: 'port', counts: true, perKwh: 0.4 },
  { id: 'o1', name: 'Office', account: 'other', counts: false, perKwh: 0.25 },
];

/** A charger with its cars, as they really are. Both counters stand still until the next car comes. */
export class TrueCharger {
  phase: Phase = 'gone';
  stay = 0;
  isListed = true;
  isOffline = false;
  stoppedAt = 0;
  #powerW = 0;
  #wh = 0;
  #connectedMs = 0;
  #at = 0;
  /** Its cloud knows no more than this while it is away. */
  #last: { wh: number; connectedMs: number } = { wh: 0, connectedMs: 0 };

  constructor(readonly facts: ChargerFacts) {}

  /** Lives on until then, ms since the beginning of the world. */
  liveTo(at: number): void {
    const ms = at - this.#at;
    this.#at = at;
    if (this.phase === 'gone') return;
    this.#connectedMs += ms;
    if (this.phase === 'flowing') this.#wh += (this.#powerW * ms) / 3_600_000;
  }

  plugIn(powerW: number, phase: Phase): void {
    if (this.phase !== 'gone') return;
    this.stay += 1;
    this.#wh = 0;
    this.#connectedMs = 0;
    this.#powerW = powerW;
    this.phase = phase;
  }

  turn(to: Phase): void {
    if (this.phase === 'gone') return;
    if (this.phase === 'flowing' && to !== 'flowing') this.stoppedAt = this.#at;
    this.phase = to;
  }

  /** What it says now, and what is true of it. */
  say({ at, ...computer }: Pick<Label, 'at' | 'wallAt' | 'watch' | 'isHeard'>): {
    observation: Observation;
    label: Label;
  } {
    const { facts, isOffline, phase, stay } = this;
    if (!isOffline) this.#last = { wh: Math.round(this.#wh), connectedMs: this.#connectedMs };
    const { wh: energyWh, connectedMs: durationMs } = this.#last;
    // A cloud goes on showing what it heard last.
    const isCounted = !isOffline || facts.account !== 'port';
    const counted = facts.counts ? { durationMs } : {};
    const said = isOffline ? ('offline' as const) : phase;
    const observation = anObservation(statusOf(said), {
      name: facts.name,
      plugged: isOffline ? 'unknown' : phase === 'gone' ? 'no' : 'yes',
      // No two readings are made at the same time, so that it tells which one is on the disk.
      reportedAt: at,
      ...(isCounted ? { energyWh, ...counted } : {}),
      ...(said === 'flowing' ? { powerW: this.#powerW } : {}),
      price: { perKwh: facts.perKwh, currency: 'EUR' },
    });
    const stoppedAt = phase === 'flowing' ? at : this.stoppedAt;
    const label: Label = {
      charger: facts.id,
      at,
      ...computer,
      stay,
      phase: said,
      wh: energyWh,
      stoppedAt,
      isCounted,
      ...(facts.counts ? { connectedMs: durationMs } : {}),
    };
    return { observation, label };
  }
}

function statusOf(phase: Label['phase']): ChargerStatus {
  switch (phase) {
    case 'gone':
      return { state: 'available' };
    case 'flowing':
      return { state: 'charging' };
    case 'error':
      return { state: 'error', code: '14' };
    case 'queued':
      return { state: 'queued', cause: 'loadSharing' };
    default:
      return { state: phase };
  }
}
