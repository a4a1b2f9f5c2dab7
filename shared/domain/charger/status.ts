/** Why a connected car waits for power. */
export type QueueCause =
  | 'loadSharing'
  | 'loadBalancing'
  | 'solarMode'
  /** Certified meters that refuse to measure: they queue like the rest but deserve a warning. */
  | 'meterFailed'
  | 'meterMargin';

/** What a charger is doing: one closed list for every brand, each case with exactly what it knows. */
export type ChargerStatus =
  | { readonly state: 'charging' }
  | { readonly state: 'discharging'; readonly phase: 'preparing' | 'active' }
  /** Power flows; the charger does not tell in which direction. */
  | { readonly state: 'transferring' }
  /** `notSaid`: the charger does not tell why no power flows. */
  | { readonly state: 'waiting'; readonly notSaid?: true | undefined }
  | { readonly state: 'queued'; readonly cause: QueueCause }
  /** `nextStartAt` is epoch ms. */
  | { readonly state: 'scheduled'; readonly nextStartAt?: number | undefined }
  /** `notSaid`: stopped or finished; the charger does not tell which. */
  | { readonly state: 'paused'; readonly notSaid?: true | undefined }
  | { readonly state: 'complete' }
  | { readonly state: 'locked' }
  | { readonly state: 'lockedCar' }
  | { readonly state: 'available' }
  | { readonly state: 'updating' }
  /** `code` as its maker writes it. `unconfirmed`: nobody has seen this code in the field. */
  | { readonly state: 'error'; readonly code: string; readonly unconfirmed?: true | undefined }
  | { readonly state: 'offline' }
  | { readonly state: 'unknown'; readonly code: string };

export type ChargerStateName = ChargerStatus['state'];
