import type { SimulatedCharger } from './charger.ts';
import type { ChargerState } from './charger-state.ts';
import { configPayload } from './payload-config.ts';
import { isSince, utcText } from './payload-style.ts';
import { powerW } from './physics.ts';
import { withQuirks } from './quirks.ts';
import { statusCode } from './status-code.ts';
import type { Ownership } from './world.ts';

/** How many km the cloud promises for a kWh. An estimate there too. */
const KM_PER_KWH = 6;

/**
 * `GET /chargers/status/{id}`, with the keys of captures from 2022 to 2026 (WD, DUT, SKB, HZ, PRE).
 * Powers in kW, energies in kWh, times in s, `max_available_power` in amps in spite of its name.
 */
export function statusPayload(
  charger: SimulatedCharger,
  ownership: Ownership,
): Readonly<Record<string, unknown>> {
  const { spec } = charger;
  const { state, at } = charger.reported;
  const statusId = statusCode(spec, state);
  const payload = {
    user_id: 1,
    user_name: 'default',
    car_id: 1,
    car_plate: '',
    depot_price: 0.2,
    depot_name: ownership.groupName,
    last_sync: utcText(at),
    power_sharing_status: statusId === 183 || statusId === 184 ? 1 : 256,
    mid_status: 1,
    status_id: statusId,
    name: state.name,
    charging_power: statusId === 0 ? 0 : powerW(spec, state) / 1_000,
    max_available_power: spec.maxAvailableA ?? 32,
    charging_speed: 0,
    current_mode: spec.phases ?? 3,
    state_of_charge: null,
    preventive_discharge: false,
    ocpp_status: state.ocpp ? 4 : 1,
    cost: 0,
    ...counters(state),
    ...byAge(charger, state, statusId),
    config_data: configPayload(charger, state, at, ownership),
  };
  return withQuirks(payload, spec.quirks);
}

function counters(state: ChargerState): Readonly<Record<string, unknown>> {
  const { session, at } = state;
  const connectedMs = session.startAt === null ? 0 : (session.endAt ?? at) - session.startAt;
  return {
    added_range: Math.round((session.energyWh / 1_000) * KM_PER_KWH),
    added_energy: session.energyWh / 1_000,
    // Counts the time at the cable, not only the time with power.
    charging_time: Math.floor(connectedMs / 1_000),
  };
}

function byAge(
  { spec }: SimulatedCharger,
  state: ChargerState,
  statusId: number,
): Readonly<Record<string, unknown>> {
  if (!isSince(spec.payloadStyle, '2024')) return { status_description: `Status ${statusId}` };
  const { energyWh, greenWh, dischargedWh } = state.session;
  return {
    finished: !(statusId >= 193 && statusId <= 196),
    // Goes to zero without a car, although the total above stays.
    added_grid_energy: state.car === null ? 0 : (energyWh - greenWh) / 1_000,
    added_green_energy: greenWh / 1_000,
    added_discharged_energy: dischargedWh / 1_000,
    grid: { status: isSince(spec.payloadStyle, '2026') ? 0 : null },
    pru: { status: null },
  };
}
