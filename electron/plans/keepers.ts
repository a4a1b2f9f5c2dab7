import type { PlanEntry } from '../../shared/domain/charger/schedule.ts';
import type { NotStored } from '../../shared/domain/failure.ts';
import type { Decision } from './decision/decide.ts';
import type { KeptThere } from './decision/situation.ts';
import { ChargerEntries } from './in-charger/charger-entries.ts';
import { KeepAwake } from './keep-awake.ts';
import type { PlanMemory } from './plan-memory.ts';
import type { PlansApp } from './plans-app.ts';

const reasons: ReadonlySet<string> = new Set<NotStored>([
  'ignored',
  'unreadable',
  'full',
  'tooOften',
]);

/** Those who keep plans: the chargers that can, each its own, and else a computer that stays awake. */
export class Keepers {
  readonly #app: PlansApp;
  readonly #changed: (chargerId: string) => void;
  readonly #entries = new Map<string, ChargerEntries>();
  readonly #awakeFor = new Set<string>();
  readonly #awake: KeepAwake;

  constructor(app: PlansApp, changed: (chargerId: string) => void) {
    this.#app = app;
    this.#changed = changed;
    const { clock, power } = app.ports;
    this.#awake = new KeepAwake({ clock, power });
  }

  hasSchedules(id: string): boolean {
    return this.#app.connections.handle(id)?.schedules !== undefined;
  }

  /** How far the charger keeps its plan itself. */
  there({ chargerId: id, inCharger }: PlanMemory): KeptThere {
    const hasSchedules = this.hasSchedules(id);
    if (!hasSchedules && inCharger === undefined) return { kind: 'none' };
    // It has not been asked yet, and the computer need not do anything if it can.
    if (hasSchedules && inCharger === undefined && !this.#entries.has(id))
      return { kind: 'storing' };
    const state = this.#of(id, inCharger).state();
    if (state.kind !== 'notStored') return state;
    return isReason(state.why) ? { kind: 'notStored', why: state.why } : { kind: 'none' };
  }

  /** Has charger and computer do what was decided. */
  follow(memory: PlanMemory, { wanted, limitWh, isByComputer }: Decision): void {
    const { chargerId: id, inCharger } = memory;
    if (wanted && (this.hasSchedules(id) || inCharger !== undefined)) {
      const limits = limitWh === undefined ? {} : { energyWh: Math.round(limitWh) };
      this.#of(id, inCharger).want(wanted, limits);
    }
    this.#stayAwake(id, isByComputer);
  }

  /** Nothing is to be kept of this charger any more; what stands in it is taken away. */
  letGo({ chargerId: id, inCharger }: PlanMemory): void {
    if (inCharger !== undefined || this.#entries.has(id)) this.#of(id, inCharger).want(null);
    this.#stayAwake(id, false);
  }

  /** The charger is gone for good. */
  forget(id: string): void {
    void this.#entries.get(id)?.stop();
    this.#entries.delete(id);
    this.#stayAwake(id, false);
  }

  /** The same memory with what stands in the charger. */
  remembering({ inCharger, ...memory }: PlanMemory): PlanMemory {
    const entries = this.#entries.get(memory.chargerId);
    const kept = entries ? entries.toKeep() : inCharger;
    return kept ? { ...memory, inCharger: kept } : memory;
  }

  /** See `ChargerEntries.keep`. Never rejects. */
  async keep({ chargerId, inCharger }: PlanMemory, entries: readonly PlanEntry[]): Promise<void> {
    await this.#of(chargerId, inCharger).keep(entries);
  }

  /** Something is on its way to a charger. */
  isWriting(): boolean {
    return [...this.#entries.values()].some((entries) => entries.isWriting());
  }

  /** The computer has slept. */
  wake(): void {
    for (const entries of this.#entries.values()) entries.wake();
  }

  async stop(): Promise<void> {
    this.#awakeFor.clear();
    this.#awake.want(false);
    await Promise.all([...this.#entries.values()].map((entries) => entries.stop()));
  }

  #stayAwake(id: string, isWanted: boolean): void {
    const before = this.#awakeFor.size;
    if (isWanted) this.#awakeFor.add(id);
    else this.#awakeFor.delete(id);
    if ((before === 0) !== (this.#awakeFor.size === 0)) this.#awake.want(isWanted);
  }

  #of(id: string, kept: PlanMemory['inCharger']): ChargerEntries {
    const before = this.#entries.get(id);
    if (before) return before;
    const { ports, connections, stateFile } = this.#app;
    const entries = new ChargerEntries({
      chargerId: id,
      handle: () => connections.handle(id),
      clock: ports.clock,
      log: ports.log,
      zone: () => ports.zone(),
      kept,
      save: () => stateFile.keep(),
      changed: () => this.#changed(id),
    });
    this.#entries.set(id, entries);
    return entries;
  }
}

function isReason(why: string): why is NotStored {
  return reasons.has(why);
}
