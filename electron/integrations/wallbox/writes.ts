import type { Command } from '../../../shared/domain/charger/command.ts';
import { exhaustive } from '../../../shared/exhaustive.ts';

/**
 * The remote actions that may be sent: resume, pause, reboot, install software, back to schedule
 * (PY, HB, SKB). 4 is a factory reset that works from afar (SKB, IOB, HB, PY#41), 6 to 8 are
 * unknown: the type has no way to say them, and it must stay so.
 */
export type RemoteAction = 1 | 2 | 3 | 5 | 9;

/** A write in the cloud's terms. */
export type WallboxWrite =
  | { readonly kind: 'action'; readonly action: RemoteAction }
  | { readonly kind: 'charger'; readonly change: ChargerChange }
  /** Mode 0 is sun and grid, 1 sun alone; off is 0 and 0. */
  | { readonly kind: 'ecoSmart'; readonly enabled: 0 | 1; readonly mode: 0 | 1 }
  /** In the charger's own currency. */
  | { readonly kind: 'price'; readonly perKwh: number }
  /** All entries that the charger is to have: what is left out is deleted. */
  | { readonly kind: 'schedules'; readonly schedules: readonly unknown[] };

/** The limit in whole A; below zero for what the vehicle gives back. */
type ChargerChange = { readonly locked: 0 | 1 } | { readonly maxChargingCurrent: number };

/** What goes on the wire for an order. */
export interface WriteRequest {
  readonly method: 'POST' | 'PUT';
  /** The path on the api host, with `{id}` where the charger's id belongs. */
  readonly template: string;
  readonly json: unknown;
}

/**
 * The request that carries an order out (PY, HA, SKB, PRE). The reply of a remote action only
 * repeats it, that of schedules says nothing, and that of Eco-Smart may be no JSON; the other two hold
 * the new values.
 */
export function requestOf(order: WallboxWrite): WriteRequest {
  switch (order.kind) {
    case 'action':
      return {
        method: 'POST',
        template: '/v3/chargers/{id}/remote-action',
        json: { action: order.action },
      };
    case 'charger':
      return { method: 'PUT', template: '/v2/charger/{id}', json: order.change };
    case 'ecoSmart': {
      const { enabled, mode } = order;
      const json = { data: { type: 'eco_smart', attributes: { enabled, mode } } };
      return { method: 'PUT', template: '/v4/chargers/{id}/eco-smart', json };
    }
    case 'price':
      // Two names are reported to work; this is the one of the most used client (PY).
      return {
        method: 'POST',
        template: '/chargers/config/{id}',
        json: { energyCost: order.perKwh },
      };
    case 'schedules':
      // Answered alike whether it was taken or ignored (PY#81).
      return {
        method: 'POST',
        template: '/chargers/{id}/schedules',
        json: { schedules: order.schedules },
      };
    default:
      return exhaustive(order);
  }
}

const ecoSmart = {
  off: { kind: 'ecoSmart', enabled: 0, mode: 0 },
  eco: { kind: 'ecoSmart', enabled: 1, mode: 0 },
  solar: { kind: 'ecoSmart', enabled: 1, mode: 1 },
} as const satisfies Record<string, WallboxWrite>;

/**
 * The order for a command; undefined for one that this cloud has none for. Limits and prices go as
 * they are: `isPossible` has judged them.
 */
export function writeFor(command: Command): WallboxWrite | undefined {
  switch (command.kind) {
    case 'resume':
      return { kind: 'action', action: 1 };
    case 'pause':
      return { kind: 'action', action: 2 };
    case 'reboot':
      return { kind: 'action', action: 3 };
    case 'updateSoftware':
      return { kind: 'action', action: 5 };
    case 'backToSchedule':
      return { kind: 'action', action: 9 };
    case 'lock':
      return { kind: 'charger', change: { locked: 1 } };
    case 'unlock':
      return { kind: 'charger', change: { locked: 0 } };
    case 'setLimit':
      return { kind: 'charger', change: { maxChargingCurrent: command.limitA } };
    case 'setSolarMode':
      return ecoSmart[command.mode];
    case 'setPrice':
      return { kind: 'price', perKwh: command.perKwh };
    default:
      return undefined;
  }
}
