import type { SimulatedCharger } from './charger.ts';
import { EURO } from './payload-config.ts';
import { type Payload, seconds, ulid } from './payload-style.ts';
import type { PastSession } from './types.ts';
import type { Ownership } from './world.ts';

/** A past session and where it happened. */
export interface LoggedSession {
  readonly charger: SimulatedCharger;
  readonly session: PastSession;
  readonly ownership: Ownership;
}

/** Element of the session list: energies in kWh, times in s. */
export function logElement({ charger, session, ownership }: LoggedSession): Payload {
  const { spec, state } = charger;
  const energy = session.energyWh / 1_000;
  return {
    type: 'charger_log_session',
    id: String(seconds(session.startAt)),
    attributes: {
      group: ownership.groupId,
      charger: spec.id,
      user: ownership.ownerId,
      start: seconds(session.startAt),
      end: seconds(session.endAt),
      energy,
      discharged_energy: session.dischargedWh / 1_000,
      mid_energy: 0,
      green_energy: session.greenWh / 1_000,
      // Shorter than end minus start: the time with power.
      time: Math.floor(session.chargingMs / 1_000),
      discharging_time: 0,
      cost: Math.round(energy * state.energyPrice * 100) / 100,
      cost_savings: 0,
      cost_unit: EURO.symbol,
      currency: EURO,
      range: Math.round(energy * 6),
      group_name: ownership.groupName,
      base_group_name: ownership.groupName,
      charger_name: state.name,
      user_subgroup: ownership.groupName,
      user_name: ownership.ownerName,
      user_email: ownership.ownerEmail,
      user_rfid: null,
      user_is_rfid: 0,
      user_plate: null,
      user_extra_information: null,
      energy_unit: 'kWh',
      amount: null,
      service_price: null,
      service_time: null,
      tax_rate: null,
      tax_sales: null,
    },
  };
}

/** Element of the newer list: energy in whole **Wh**, times in s. */
export function chargingElement({ charger, session, ownership }: LoggedSession): Payload {
  const { spec, state } = charger;
  const id = ulid('SE', seconds(session.startAt));
  return {
    type: 'charger_charging_session',
    id,
    attributes: {
      id,
      start_time: seconds(session.startAt),
      end_time: seconds(session.endAt),
      charging_time: Math.floor(session.chargingMs / 1_000),
      user_id: ownership.ownerId,
      user_uid: ulid('US', ownership.ownerId),
      user_name: ownership.ownerName,
      user_surname: 'Example',
      user_email: ownership.ownerEmail,
      user_avatar: null,
      charger_id: spec.id,
      charger_name: state.name,
      charger_uid: ulid('CH', spec.id),
      group_id: ownership.groupId,
      location_id: ownership.groupId,
      location_name: ownership.groupName,
      location_uid: ownership.groupUid,
      organization_uid: ownership.groupUid,
      energy: Math.round(session.energyWh),
      mid_energy: 0,
      energy_price: state.energyPrice,
      currency_code: EURO.code,
      session_type: 'free',
      application_fee_percentage: 0,
      total_cost: Math.round((session.energyWh / 1_000) * state.energyPrice * 100) / 100,
      ...nullsAtHome(),
    },
  };
}

function nullsAtHome(): Payload {
  const keys = [
    'order_uid',
    'order_energy',
    'rate_price',
    'rate_variable_type',
    'access_price',
    'fee_amount',
    'total',
    'subtotal',
    'tax_amount',
    'tax_percentage',
    'public_charge_uid',
  ];
  return Object.fromEntries(keys.map((key) => [key, null]));
}

/** Element of the last-sessions list: kWh and s. */
export function lastElement({ charger, session, ownership }: LoggedSession): Payload {
  return {
    type: 'charger_last_session',
    id: ulid('SE', seconds(session.startAt)),
    attributes: {
      charger_id: charger.spec.id,
      user_id: ownership.ownerId,
      charging_energy: session.energyWh / 1_000,
      charging_energy_unit: 'kWh',
      charging_green_energy: session.greenWh / 1_000,
      charging_green_energy_unit: 'kWh',
      discharged_energy: session.dischargedWh / 1_000,
      discharged_energy_unit: 'kWh',
      start_time: seconds(session.startAt),
      end_time: seconds(session.endAt),
    },
  };
}
