import type { HistoryCharger, SessionCost } from '../../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import type { Edits } from '../edits/edits.ts';
import type { MergedSession } from '../merge/merged-session.ts';
import type { SlotDay } from '../slots/slot-day.ts';
import type { CloudMonth, NewSession } from './history.ts';

/** Something that is to be written. */
export type Write =
  | { readonly kind: 'charger'; readonly charger: HistoryCharger }
  | { readonly kind: 'sample'; readonly charger: string; readonly sample: Sample }
  | { readonly kind: 'session'; readonly charger: string; readonly session: NewSession }
  | { readonly kind: 'dropSession'; readonly charger: string; readonly startedAt: number }
  | { readonly kind: 'endOthers'; readonly charger: string; readonly startedAt: number | undefined }
  | { readonly kind: 'merged'; readonly charger: string; readonly merged: MergedSession }
  | {
      readonly kind: 'cost';
      readonly session: number;
      readonly cost: SessionCost | undefined;
      readonly of?: 'corrected' | undefined;
    }
  | { readonly kind: 'edits'; readonly session: number; readonly edits: Edits }
  | { readonly kind: 'prices'; readonly charger: string; readonly entries: readonly PriceEntry[] }
  | { readonly kind: 'cloudMonth'; readonly charger: string; readonly month: CloudMonth }
  | { readonly kind: 'slots'; readonly day: SlotDay; readonly how?: 'restored' | undefined };

/** A week of one charger at a look a minute; more than that is not held in memory. */
const mostWaiting = 10_080;

/** What waits for the disk, in its order. What a later write replaces anyway does not wait. */
export class WriteQueue {
  readonly #writes = new Map<string, Write>();
  #dropped = 0;

  get size(): number {
    return this.#writes.size;
  }

  /** How many had to be let go because there were too many. */
  get dropped(): number {
    return this.#dropped;
  }

  add(write: Write): void {
    const name = nameOf(write);
    // The newest of a kind stands where the newest was asked for.
    this.#writes.delete(name);
    this.#writes.set(name, write);
    if (this.#writes.size > mostWaiting) this.#dropOldest();
  }

  all(): readonly Write[] {
    return [...this.#writes.values()];
  }

  remove(write: Write): void {
    this.#writes.delete(nameOf(write));
  }

  clear(): void {
    this.#writes.clear();
    this.#dropped = 0;
  }

  /** Samples go first: without a session they would be worth nothing, not so the other way round. */
  #dropOldest(): void {
    for (const [name, write] of this.#writes) {
      if (write.kind !== 'sample') continue;
      this.#writes.delete(name);
      this.#dropped += 1;
      return;
    }
    const [oldest] = this.#writes.keys();
    if (oldest !== undefined) this.#writes.delete(oldest);
    this.#dropped += 1;
  }
}

/** Writes of one name replace each other. */
function nameOf(write: Write): string {
  switch (write.kind) {
    case 'charger':
      return `charger ${write.charger.key}`;
    case 'sample':
      return `sample ${write.sample.at} ${write.charger}`;
    case 'session':
    case 'dropSession':
      return `session ${startOf(write)} ${write.charger}`;
    case 'endOthers':
      return `endOthers ${write.charger}`;
    case 'merged': {
      const { cloudIds, ids, session } = write.merged;
      // One from a backup has neither.
      const own = ids.length + cloudIds.length > 0 ? `${ids} ${cloudIds}` : session.startedAt;
      return `merged ${own} ${write.charger}`;
    }
    case 'cost':
      return `cost ${write.session} ${write.of ?? ''}`;
    case 'edits':
      return `edits ${write.session}`;
    case 'prices':
      return `prices ${write.charger}`;
    case 'cloudMonth':
      return `cloudMonth ${write.month.month} ${write.charger}`;
    case 'slots': {
      const { market, currency, vatIncluded, day } = write.day;
      return `slots ${day} ${write.how} ${currency} ${vatIncluded} ${market.source} ${market.area}`;
    }
  }
}

function startOf(write: Extract<Write, { kind: 'session' | 'dropSession' }>): number {
  return write.kind === 'session' ? write.session.startedAt : write.startedAt;
}
