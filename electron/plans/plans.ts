import type { PlanEntry } from '../../shared/domain/charger/schedule.ts';
import type { PlanSettings, PlanView } from '../../shared/domain/price/charge-plan.ts';
import type { ChargerRecord } from '../charging/record.ts';
import type { Timer } from '../ports/clock.ts';
import { type Decision, decide } from './decision/decide.ts';
import { notSent } from './decision/not-sent.ts';
import type { PlanInput } from './decision/situation.ts';
import { afterwards, heldAgain, suspensionEnd } from './decision/suspension.ts';
import { Keepers } from './keepers.ts';
import { atRest, type PlanMemory } from './plan-memory.ts';
import { PlanMarket, usualLimit } from './plan-prices.ts';
import type { PlansApp } from './plans-app.ts';

const afterBugMs = 3_600_000;

/**
 * Carries plans out: looks at each whenever something has happened that may matter to it, and at the
 * moments at which it wants to be looked at. What it decides is laid down before anything is sent.
 */
export class Plans {
  readonly #app: PlansApp;
  readonly #memories: Map<string, PlanMemory>;
  readonly #views = new Map<string, { readonly view: PlanView; readonly text: string }>();
  readonly #nextAt = new Map<string, number>();
  readonly #market: PlanMarket;
  readonly keepers: Keepers;
  #timer: Timer | undefined;
  #isStopped = false;

  constructor(app: PlansApp, kept: readonly PlanMemory[]) {
    this.#app = app;
    this.#market = new PlanMarket(app);
    this.#memories = new Map(kept.map((memory) => [memory.chargerId, memory]));
    // It may be the look at a plan that has it change.
    this.keepers = new Keepers(app, (id) => queueMicrotask(() => this.look(id)));
  }

  kept(): readonly PlanMemory[] {
    return [...this.#memories.values()].map((memory) => this.keepers.remembering(memory));
  }

  memory(chargerId: string): PlanMemory | undefined {
    return this.#memories.get(chargerId);
  }

  /** See `ChargerEntries.keep`. Never rejects. */
  async keep(chargerId: string, entries: readonly PlanEntry[]): Promise<void> {
    const memory = this.#memories.get(chargerId);
    if (memory) await this.keepers.keep(memory, entries);
  }

  /** The same object while nothing changes. */
  view(chargerId: string): PlanView | undefined {
    return this.#views.get(chargerId)?.view;
  }

  /** Reads the prices anew, and looks at every plan. */
  async follow(): Promise<void> {
    await this.#market.follow();
    this.lookAtAll();
  }

  /** At every plan that is on, or was until now. */
  lookAtAll(): void {
    for (const [id, { isOn }] of Object.entries(this.#app.preferences.get().plans)) {
      if (isOn) this.look(id);
    }
    for (const id of this.#memories.keys()) if (!this.#isOn(id)) this.look(id);
  }

  /** A bug in a plan is no reason for anything else to stop. */
  look(id: string): void {
    if (this.#isStopped) return;
    try {
      const record = this.#app.tracker.record(id);
      if (this.#isOn(id)) this.#carryOut(id, record);
      else this.#letGo(id, record);
    } catch (bug) {
      this.#app.ports.log.error('plans not carried out', { charger: id, why: String(bug) });
      // It would most likely come again.
      this.#nextAt.set(id, this.#app.ports.clock.now() + afterBugMs);
    }
    this.#wakeNext();
  }

  /** Somebody takes over: nothing is sent until the car has gone, or that night is over. */
  suspend(id: string): void {
    const { clock, zone } = this.#app.ports;
    if (!this.#isOn(id)) return;
    const { heldSince: _held, ...memory } = this.#memories.get(id) ?? { chargerId: id };
    const suspendedUntil = suspensionEnd({ memory, now: clock.now(), zone: zone() });
    this.#remember(id, { ...memory, suspendedUntil });
    this.look(id);
  }

  /** Somebody who took over gives it back. */
  goOn(id: string): void {
    const memory = this.#memories.get(id);
    if (memory?.suspendedUntil === undefined) return;
    const { suspendedUntil: _until, phase: _phase, ...rest } = memory;
    this.#remember(id, { ...rest, ...heldAgain(this.#app.tracker.record(id), this.#now()) });
    this.look(id);
  }

  /** What a plan would come to; null where nothing can be said yet. */
  async preview(id: string, plan: PlanSettings): Promise<PlanView | null> {
    await this.#market.follow();
    const record = this.#app.tracker.record(id);
    if (!record) return null;
    const {
      planned: _planned,
      phase: _phase,
      suspendedUntil: _until,
      ...memory
    } = this.#memories.get(id) ?? { chargerId: id };
    return decide(this.#inputOf(record, { ...memory, chargerId: id }, plan)).view ?? null;
  }

  /** The price that is offered as a limit, per kWh; undefined where no price is known. */
  async limitFor(id: string): Promise<number | undefined> {
    const kept = this.#memories.get(id)?.belowPerKwh;
    if (kept !== undefined) return kept;
    const { clock, zone } = this.#app.ports;
    await this.#market.follow();
    const record = this.#app.tracker.record(id);
    return record && usualLimit(this.#market.pricesFor(record).slots, clock.now(), zone());
  }

  /** The computer has slept. */
  wake(): void {
    this.keepers.wake();
    this.lookAtAll();
  }

  /** Nothing is sent afterwards. Resolves when nothing is under way any more. */
  stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    return this.keepers.stop();
  }

  #isOn(id: string): boolean {
    return this.#app.preferences.get().plans[id]?.isOn === true;
  }

  #inputOf(record: ChargerRecord, memory: PlanMemory, plan: PlanSettings): PlanInput {
    return {
      now: this.#now(),
      zone: this.#app.ports.zone(),
      plan,
      prices: this.#market.pricesFor(record),
      record,
      memory,
      keptThere: this.keepers.there(memory),
      hasSchedules: this.keepers.hasSchedules(record.id),
    };
  }

  #carryOut(id: string, record: ChargerRecord | undefined): void {
    const plan = this.#app.preferences.get().plans[id];
    if (!plan || !record) {
      this.#nextAt.delete(id);
      this.#show(id, undefined);
      return;
    }
    const before = this.#memories.get(id) ?? { chargerId: id };
    const decision = decide(this.#inputOf(record, before, plan));
    this.#remember(id, decision.memory);
    this.#nextAt.set(id, decision.nextAt);
    this.keepers.follow(decision.memory, decision);
    this.#show(id, decision.view);
    this.#tell(record, decision);
    if (decision.command) this.#send(id, decision.command);
  }

  #tell(record: ChargerRecord, { events }: Decision): void {
    if (events.length === 0) return;
    for (const { kind } of events) this.#app.ports.log.info('plan', { charger: record.id, kind });
    this.#app.pipeline.announce({ about: 'charger', record, events });
  }

  /** What it did is remembered by now, and goes to the disk with the command. */
  #send(id: string, command: NonNullable<Decision['command']>): void {
    void this.#app.commands.execute(id, command, 'plan').then((result) => {
      if (result.ok) return;
      const { kind } = result.failure;
      this.#app.ports.log.warn('plan not obeyed', { charger: id, command: command.kind, kind });
      const memory = this.#memories.get(id);
      // Whoever ends gives up what is under way, and does not know whether it has left.
      if (!memory || this.#isStopped) return;
      this.#remember(id, notSent(memory, command, { failure: result.failure, now: this.#now() }));
      this.look(id);
    });
  }

  /** A plan that is off leaves a car that it has kept waiting to charge as it would without. */
  #letGo(id: string, record: ChargerRecord | undefined): void {
    const memory = this.#memories.get(id);
    this.#nextAt.delete(id);
    this.#show(id, undefined);
    if (!memory) return;
    if (!record) {
      this.#memories.delete(id);
      this.keepers.forget(id);
      return;
    }
    const { certainty } = record.reading;
    // Only a reading tells whether it still waits.
    if (memory.heldSince !== undefined && certainty !== 'current') return;
    this.keepers.letGo(memory);
    if (memory.night === undefined) return;
    this.#remember(id, atRest(memory));
    const command = memory.heldSince === undefined ? undefined : afterwards(record);
    if (command) this.#send(id, command);
  }

  #now(): number {
    return Math.ceil(this.#app.ports.clock.now());
  }

  #remember(id: string, memory: PlanMemory): void {
    const before = this.#memories.get(id);
    this.#memories.set(id, memory);
    if (JSON.stringify(before) !== JSON.stringify(memory)) this.#app.stateFile.keepSoon();
  }

  #show(id: string, view: PlanView | undefined): void {
    const text = JSON.stringify(view);
    if (this.#views.get(id)?.text === text) return;
    if (view && text) this.#views.set(id, { view, text });
    else this.#views.delete(id);
    this.#app.throttle.now();
  }

  #wakeNext(): void {
    const { clock } = this.#app.ports;
    this.#timer?.cancel();
    this.#timer = undefined;
    const next = Math.min(...this.#nextAt.values());
    if (this.#isStopped || next === Number.POSITIVE_INFINITY) return;
    this.#timer = clock.after(Math.max(1, next - clock.now()), () => this.#wake());
  }

  #wake(): void {
    const now = this.#app.ports.clock.now();
    for (const [id, at] of [...this.#nextAt]) if (at <= now) this.look(id);
    this.#wakeNext();
  }
}
