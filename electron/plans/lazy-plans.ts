import type { Settings } from '../../shared/domain/app/settings.ts';
import {
  defaultPlan,
  type PlanChoice,
  type PlanSettings,
  type PlanView,
} from '../../shared/domain/price/charge-plan.ts';
import type { PlanHint } from '../charging/session-begin.ts';

/** What plans need of the app. */
export interface PlansSurroundings {
  readonly preferences: {
    readonly get: () => Pick<Settings, 'plans'>;
    readonly setPlan: (chargerId: string, plan: PlanSettings) => void;
  };
  readonly throttle: { readonly now: () => void };
}

/** Charging by price. Nothing of it is loaded while no charger does. */
export class LazyPlans {
  readonly #app: PlansSurroundings;

  constructor(app: PlansSurroundings) {
    this.#app = app;
  }

  /** What its owner has chosen for a charger. */
  set(chargerId: string, plan: PlanSettings): void {
    this.#app.preferences.setPlan(chargerId, plan);
    this.#app.throttle.now();
  }

  /** The same by the menu of the tray. */
  choose(chargerId: string, choice: PlanChoice): void {
    const before = this.#app.preferences.get().plans[chargerId] ?? defaultPlan;
    this.set(chargerId, { ...before, isOn: choice !== 'off' });
  }

  /** What a plan would come to; null where nothing can be said yet. Nothing is sent. */
  preview(_chargerId: string, _plan: PlanSettings): Promise<PlanView | null> {
    return Promise.resolve(null);
  }

  /** Somebody who took over gives it back to the plan. */
  goOn(_chargerId: string): void {
    this.#app.throttle.now();
  }

  /** What a plan means by what its charger does; undefined where none is on. */
  hint(_chargerId: string): PlanHint | undefined {
    return undefined;
  }

  /** For the state; the same object while nothing changes. */
  view(_chargerId: string): PlanView | undefined {
    return undefined;
  }
}
