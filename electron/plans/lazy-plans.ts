import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { Command, CommandOrigin } from '../../shared/domain/charger/command.ts';
import type { PlanEntry } from '../../shared/domain/charger/schedule.ts';
import {
  defaultPlan,
  type PlanChoice,
  type PlanSettings,
  type PlanView,
} from '../../shared/domain/price/charge-plan.ts';
import type { Reader } from '../charging/reader.ts';
import type { PlanHint } from '../charging/session-begin.ts';
import { isOpen, isPast, type PlanMemory, waitsThere } from './plan-memory.ts';
import type { Plans } from './plans.ts';
import type { PlansApp } from './plans-app.ts';

/** Charging by price. Nothing of it is loaded, and no timer runs, while no charger does. */
export class LazyPlans {
  readonly #app: PlansApp;
  #kept: readonly PlanMemory[] = [];
  #plans: Plans | undefined;
  #loading: Promise<Plans | undefined> | undefined;
  #isStarted = false;
  #wishes: unknown;
  #changes: number | undefined;

  constructor(app: PlansApp) {
    this.#app = app;
  }

  /** What was remembered when the app ended. */
  recall(kept: readonly PlanMemory[]): void {
    this.#kept = kept;
  }

  /** What is to be remembered. */
  kept(): readonly PlanMemory[] {
    return this.#plans?.kept() ?? this.#kept;
  }

  /** From here on plans are carried out. */
  start(): void {
    this.#isStarted = true;
    this.#follow();
  }

  /** The computer has slept, and its network is there again. */
  wake(): void {
    this.#plans?.wake();
  }

  /** There is something else to be paid. */
  pricesChanged(): void {
    // Not while somebody else reckons with them.
    if (this.#isStarted) queueMicrotask(() => this.#follow());
  }

  /** Resolves when nothing is under way any more; nothing is sent from here on. */
  async stop(): Promise<void> {
    this.#isStarted = false;
    await this.#plans?.stop();
  }

  /** What its owner has chosen for a charger. */
  set(chargerId: string, plan: PlanSettings): void {
    this.#app.preferences.setPlan(chargerId, plan);
    // Whoever wants a plan wants it to be carried out, even after having taken over.
    if (plan.isOn) this.#plans?.goOn(chargerId);
    this.#app.throttle.now();
  }

  /** The same in few words, as the menu of the tray has them. Settles once it is chosen. */
  async choose(chargerId: string, choice: PlanChoice): Promise<void> {
    const before = this.#app.preferences.get().plans[chargerId] ?? defaultPlan;
    const { mode } = before;
    switch (choice) {
      case 'off':
        this.set(chargerId, { ...before, isOn: false });
        return;
      case 'cheapest': {
        const cheapest = mode.kind === 'cheapest' ? mode : defaultPlan.mode;
        this.set(chargerId, { ...before, isOn: true, mode: cheapest });
        return;
      }
      case 'below':
        if (mode.kind === 'below') this.set(chargerId, { ...before, isOn: true });
        else await this.#chooseBelow(chargerId, before);
        return;
      case 'now':
        // Whether or not there is anything to be started, the plan keeps out of it.
        this.takeOver(chargerId);
        void this.#app.commands.execute(chargerId, { kind: 'resume' }, 'person');
    }
  }

  /** Somebody wants to steer a charger without its plan. */
  takeOver(chargerId: string): void {
    this.#plans?.suspend(chargerId);
  }

  /** What a plan would come to; null where nothing can be said yet. Nothing is sent. */
  async preview(chargerId: string, plan: PlanSettings): Promise<PlanView | null> {
    return (await (await this.#load())?.preview(chargerId, plan)) ?? null;
  }

  /** Somebody who took over gives it back to the plan. */
  goOn(chargerId: string): void {
    this.#plans?.goOn(chargerId);
    this.#app.throttle.now();
  }

  /** Something is about to be sent to a charger: a person who does that wins. */
  asked(chargerId: string, { kind }: Command, origin: CommandOrigin): void {
    if (origin !== 'person') return;
    if (kind === 'pause' || kind === 'resume') this.#plans?.suspend(chargerId);
    if (kind === 'backToSchedule') this.#plans?.goOn(chargerId);
  }

  /** What a plan may have among the own schedules of a charger. */
  remembered(chargerId: string): readonly PlanEntry[] {
    const memory = this.kept().find((one) => one.chargerId === chargerId);
    return memory?.inCharger?.remembered ?? [];
  }

  /** Its entries are about to be dated anew, with those of their owner. Never rejects. */
  async keep(chargerId: string, entries: readonly PlanEntry[]): Promise<void> {
    if (entries.length > 0) await (await this.#load())?.keep(chargerId, entries);
  }

  /** For the state; the same object while nothing changes. */
  view(chargerId: string): PlanView | undefined {
    return this.#plans?.view(chargerId);
  }

  /** What a plan means by what its charger does; undefined where none decides that. */
  hint(chargerId: string): PlanHint | undefined {
    const known = this.#kept.find((one) => one.chargerId === chargerId);
    const memory = this.#plans ? this.#plans.memory(chargerId) : known;
    if (!memory) return undefined;
    const { thereSince, heldSince, isLast, suspendedUntil } = memory;
    if (thereSince === undefined || suspendedUntil !== undefined) return undefined;
    const now = this.#app.ports.clock.now();
    const holds = heldSince !== undefined && !isLast;
    const isDone = memory.isDone || isPast(memory, now);
    const rests = [
      ...(heldSince === undefined ? [] : (['paused'] as const)),
      ...(waitsThere(memory, now) ? (['scheduled'] as const) : []),
    ];
    return { since: thereSince, holds, rests, ...(isDone && { isDone }) };
  }

  /** One of them is on its way to its charger. */
  isWriting(): boolean {
    return this.#plans?.keepers.isWriting() ?? false;
  }

  /** Hears of readings, of other wishes and of other prices. */
  reader(): Reader {
    return {
      name: 'plans',
      tell: (update) => {
        if (update.about === 'charger' && update.event) this.#plans?.look(update.record.id);
      },
      show: (state) => this.#shown(state),
    };
  }

  #shown({ settings, market }: AppState): void {
    const isSame = this.#wishes === settings.plans && this.#changes === market?.changes;
    this.#wishes = settings.plans;
    this.#changes = market?.changes;
    if (!isSame) this.pricesChanged();
  }

  #follow(): void {
    const isOn = Object.values(this.#app.preferences.get().plans).some((plan) => plan.isOn);
    const { length } = this.kept().filter(isOpen);
    if (!isOn && length === 0) return;
    const follow = this.#load().then((plans) => plans?.follow());
    follow.catch((bug: unknown) => this.#failed(bug));
  }

  async #chooseBelow(chargerId: string, before: PlanSettings): Promise<void> {
    const perKwh = await (await this.#load())?.limitFor(chargerId);
    if (perKwh === undefined) return;
    this.set(chargerId, { ...before, isOn: true, mode: { kind: 'below', perKwh } });
  }

  #load(): Promise<Plans | undefined> {
    this.#loading ??= import('./plans.ts').then(
      ({ Plans: Loaded }) => {
        this.#plans = new Loaded(this.#app, this.#kept);
        return this.#plans;
      },
      (bug: unknown) => this.#failed(bug),
    );
    return this.#loading;
  }

  #failed(bug: unknown): undefined {
    this.#app.ports.log.error('plans not carried out', { why: String(bug) });
  }
}
