import type { Quirk } from './quirks.ts';
import type { ScheduleEntry } from './schedule.ts';
import type { StatusCodes } from './status-code.ts';

/** What an account may do with a charger. Only the two admin kinds may write. */
export type Profile = 'super-admin' | 'admin' | 'user';

/** Which generation of payload a charger's firmware produces. Keys came over the years. */
export type PayloadStyle = '2022' | '2024' | '2026';

/** A supported vehicle at the end of the cable. Everything has a default. */
export interface CarSpec {
  /** Energy it wants from now on, Wh. Default 20 000. */
  readonly wantsWh?: number;
  /** What its own charger takes per phase, A. Default 32. */
  readonly maxA?: number;
  /** Phases its own charger uses. Default 3. */
  readonly phases?: 1 | 3;
  /** Time it hesitates before it draws (code 164), ms. Default 0. */
  readonly connectMs?: number;
  /** Gives energy back (Quasar only). */
  readonly discharging?: boolean;
}

/** A charge that is over. Epoch ms and Wh. */
export interface PastSession {
  readonly startAt: number;
  readonly endAt: number;
  readonly chargingMs: number;
  readonly energyWh: number;
  readonly greenWh: number;
  readonly dischargedWh: number;
}

/** Solar charging as the cloud words it: mode 0 = solar and grid, 1 = solar only. */
export interface EcoSmart {
  readonly enabled: boolean;
  readonly mode: 0 | 1;
}

/** A charger to simulate. Only `id`, its serial number, is needed. */
export interface ChargerSpec {
  readonly id: number;
  readonly name?: string;
  /** Default `PulsarPlus`. `Quasar` gets a `QS` part number. */
  readonly model?: string;
  /** What the account that lists it may do. Default `super-admin`. */
  readonly profile?: Profile;
  /** Default 3. */
  readonly phases?: 1 | 3;
  /** Rating, A. Default 32. */
  readonly maxAvailableA?: number;
  /** Set limit, A. Default 16. */
  readonly limitA?: number;
  readonly locked?: boolean;
  /** Locks again this long after an unlock or an unplug, s. Null: off (default). */
  readonly autoLockS?: number | null;
  /** Null: the model cannot do it, and the block is absent. Default off, mode 0. */
  readonly ecoSmart?: EcoSmart | null;
  /** Solar surplus, W. Default 0. */
  readonly sunW?: number;
  readonly ocpp?: boolean;
  /** Per kWh. Default 0.31. */
  readonly energyPrice?: number;
  /** Mains limit of Power Boost, A; 0 = not set up. Default 0. */
  readonly icpMaxA?: number;
  readonly software?: { readonly current: string; readonly latest: string };
  readonly schedules?: readonly ScheduleEntry[];
  /** Names the days of schedules. Default null: they are those of UTC. */
  readonly scheduleZone?: string | null;
  readonly history?: readonly PastSession[];
  readonly car?: CarSpec;
  /** Default `2026`. */
  readonly payloadStyle?: PayloadStyle;
  readonly quirks?: readonly Quirk[];
  /** The numbers this firmware uses where several mean the same. */
  readonly codes?: Partial<StatusCodes>;
  /** Energy before the end at which the car draws less and less, Wh. Default 2 000. */
  readonly taperWh?: number;
  /** What a resume does in a schedule's pause. Reports differ. Default `starts`. */
  readonly resumeWhenScheduled?: 'starts' | 'ignored';
}

/** Numeric id and uid are made up when absent. */
export interface GroupSpec {
  readonly id?: number;
  readonly uid?: string;
  readonly name?: string;
  readonly chargers?: readonly ChargerSpec[];
}

/** An owner. The same charger id in two accounts is the same charger, seen with two profiles. */
export interface AccountSpec {
  readonly email: string;
  readonly password: string;
  /** 26 characters; made up when absent. */
  readonly uid?: string;
  readonly name?: string;
  /** Signs in with Google or Apple: Basic is always refused with 403. */
  readonly sso?: boolean;
  readonly groups: readonly GroupSpec[];
}
