import type { SimClock } from '../clock.ts';
import { type ChargerState, freshSession, initialState, pluggedCar } from './charger-state.ts';
import type { Outcome } from './commands.ts';
import { advance, powerW } from './physics.ts';
import type { WallboxSettings } from './settings.ts';
import { type HoldCode, statusCode } from './status-code.ts';
import type { CarSpec, ChargerSpec, PastSession } from './types.ts';

/** A write as it arrived, good or bad. */
export interface CommandRecord {
  readonly at: number;
  readonly kind: 'remote-action' | 'charger' | 'config' | 'eco-smart' | 'schedules';
  readonly body: unknown;
  /** HTTP status it was answered with. */
  readonly status: number;
}

/** The truth about a charger, which its payloads may hide. Wh, W, A, epoch ms. */
export interface ChargerFacts {
  readonly statusId: number;
  /** True energy of the present or last session. */
  readonly energyWh: number;
  readonly greenWh: number;
  readonly dischargedWh: number;
  /** Everything ever delivered. */
  readonly totalWh: number;
  readonly powerW: number;
  readonly limitA: number;
  readonly locked: boolean;
  readonly plugged: boolean;
  readonly state: ChargerState;
  readonly history: readonly PastSession[];
  readonly commands: readonly CommandRecord[];
}

/** What a charger needs from around it. `wall` dates its reports; `clock` moves its physics. */
export interface ChargerSurroundings {
  readonly clock: SimClock;
  readonly wall: SimClock;
  readonly settings: WallboxSettings;
}

/** One charger in its garage: people and the grid act on it here, the cloud reads it. */
export class SimulatedCharger {
  readonly spec: ChargerSpec;
  readonly #around: ChargerSurroundings;
  readonly #commands: CommandRecord[] = [];
  readonly #history: PastSession[];
  #state: ChargerState;
  #reported: { readonly state: ChargerState; readonly at: number };

  constructor(spec: ChargerSpec, around: ChargerSurroundings) {
    this.spec = spec;
    this.#around = around;
    this.#history = [...(spec.history ?? [])];
    this.#state = initialState(spec, around.clock.now());
    this.#reported = { state: this.#state, at: around.wall.now() };
  }

  /** The charger as it is now. */
  get state(): ChargerState {
    this.#catchUp();
    return this.#state;
  }

  /** The charger as last reported to the cloud, and when (epoch ms, wall). */
  get reported(): { readonly state: ChargerState; readonly at: number } {
    this.#catchUp();
    const { online, bricked } = this.#state;
    if (!online || bricked) {
      return { at: this.#reported.at, state: { ...this.#reported.state, online: false } };
    }
    if (this.#around.settings.cloudDelayMs > 0) return this.#reported;
    this.#report();
    return this.#reported;
  }

  get history(): readonly PastSession[] {
    return this.#history;
  }

  plugIn(car: CarSpec = {}): void {
    this.#change((state) =>
      state.car === null
        ? {
            ...state,
            car: pluggedCar(car, state.at),
            session: freshSession(state.at),
            manual: 'none',
          }
        : state,
    );
  }

  /** Ends the session. Its counters stay in the payload (HZ). */
  unplug(): void {
    const { car, at } = this.state;
    if (car === null) return;
    this.#remember();
    this.#change((state) => ({
      ...state,
      car: null,
      manual: 'none',
      hold: null,
      session: { ...state.session, endAt: at },
      relockAt: state.autoLockS === null ? null : at + state.autoLockS * 1_000,
    }));
  }

  /** Keeps a car waiting for power: 183/184 Power Sharing, 185/186 Power Boost, 187/188 meter. */
  hold(code: HoldCode, forMs: number): void {
    this.#change((state) => ({ ...state, hold: { code, until: state.at + forMs } }));
  }

  setLocked(locked: boolean): void {
    this.#change((state) => ({ ...state, locked, relockAt: null }));
  }

  /** Takes it off the network; what it does goes on unseen. */
  setOnline(online: boolean): void {
    if (this.state.online && !online) this.#report();
    this.#change((state) => ({ ...state, online }));
    if (online) this.#report();
  }

  setFault(fault: 14 | 15 | null): void {
    this.#change((state) => ({ ...state, fault }));
  }

  /** Solar surplus in W. */
  setSun(sunW: number): void {
    this.#change((state) => ({ ...state, sunW }));
  }

  setOcpp(ocpp: boolean): void {
    this.#change((state) => ({ ...state, ocpp }));
  }

  setCarDischarging(discharging: boolean): void {
    this.#change((state) =>
      state.car === null ? state : { ...state, car: { ...state.car, discharging } },
    );
  }

  /** Starts a firmware update from outside, e.g. from the owner's phone. */
  startUpdate(forMs: number): void {
    this.#change((state) => ({ ...state, updateUntil: state.at + forMs }));
  }

  /** For states that no method above makes. */
  patch(change: Partial<Omit<ChargerState, 'at'>>): void {
    this.#change((state) => ({ ...state, ...change }));
  }

  /** Applies a command that the cloud took. Lost on a charger that nobody can reach. */
  carryOut(outcome: Outcome): void {
    const { online, bricked, rebootUntil } = this.state;
    if (outcome.kind === 'done' && online && !bricked && rebootUntil === null) {
      this.#state = outcome.state;
    }
  }

  /** Factory reset: it forgets its owner and never comes back to the cloud. */
  brick(): void {
    this.#change((state) => ({ ...state, bricked: true, car: null, limitA: 6, locked: false }));
  }

  record(command: CommandRecord): void {
    this.#commands.push(command);
  }

  facts(): ChargerFacts {
    const { state } = this;
    const { energyWh, greenWh, dischargedWh } = state.session;
    return {
      statusId: statusCode(this.spec, state),
      energyWh,
      greenWh,
      dischargedWh,
      totalWh: state.totalWh,
      powerW: powerW(this.spec, state),
      limitA: state.limitA,
      locked: state.locked,
      plugged: state.car !== null,
      state,
      history: [...this.#history],
      commands: [...this.#commands],
    };
  }

  #change(next: (state: ChargerState) => ChargerState): void {
    this.#state = next(this.state);
  }

  #report(): void {
    this.#reported = { state: this.#state, at: this.#around.wall.now() };
  }

  /** Works the physics up to now, stopping at the last report that was due on the way. */
  #catchUp(): void {
    const now = this.#around.clock.now();
    const delay = this.#around.settings.cloudDelayMs;
    const due = delay > 0 ? Math.floor(now / delay) * delay : Number.NEGATIVE_INFINITY;
    if (due > this.#state.at) {
      this.#state = advance(this.spec, this.#state, due);
      if (this.#state.online && !this.#state.bricked) {
        this.#reported = { state: this.#state, at: this.#around.wall.now() - (now - due) };
      }
    }
    this.#state = advance(this.spec, this.#state, now);
  }

  #remember(): void {
    const { session, at } = this.#state;
    const endAt = this.#around.wall.now();
    const { energyWh, greenWh, dischargedWh, chargingMs } = session;
    // The durations are the physics', the dates the wall's: a fast clock must not date the future.
    const startAt = endAt - (at - (session.startAt ?? at));
    this.#history.push({ startAt, endAt, chargingMs, energyWh, greenWh, dischargedWh });
  }
}
