import type { SimulatedCharger } from './charger.ts';
import type { ChargerState } from './charger-state.ts';
import { isSince, type Payload, seconds, ulid } from './payload-style.ts';
import type { ChargerSpec } from './types.ts';
import type { Ownership } from './world.ts';

/** The one currency of the simulated owners. */
export const EURO = { id: 1, name: 'Euro Member Countries', symbol: '€', code: 'EUR' } as const;

/** The `config_data` block; flags are 0 and 1, the serial number is a text. `at` is epoch ms. */
export function configPayload(
  charger: SimulatedCharger,
  state: ChargerState,
  at: number,
  ownership: Ownership,
): Payload {
  const { spec } = charger;
  return {
    charger_id: spec.id,
    uid: ulid('CH', spec.id),
    serial_number: String(spec.id),
    name: state.name,
    locked: Number(state.locked),
    auto_lock: Number(state.autoLockS !== null),
    auto_lock_time: state.autoLockS ?? 60,
    owner_id: ownership.ownerId,
    group_id: ownership.groupId,
    unlock_user_id: null,
    sync_timestamp: seconds(at) - 6,
    available: 1,
    operation_mode: state.ocpp ? 'ocpp' : 'wallbox',
    ocpp_ready: 'ocpp_1.6j',
    remote_action: 0,
    ...currents(spec, state),
    ...money(state),
    ...place(spec),
    ...display(),
    software: software(spec, state),
    part_number: partNumber(spec),
    connection_type: 'wifi',
    charger_load_type: 'Private',
    live_refresh_time: 30,
    update_refresh_time: 300,
    mid_enabled: 0,
    mid_margin: 1,
    mid_margin_unit: 1,
    mid_serial_number: '',
    mid_status: 0,
    ...byAge(spec, state),
  };
}

function currents(spec: ChargerSpec, state: ChargerState): Payload {
  return {
    max_charging_current: state.limitA,
    max_available_current: spec.maxAvailableA ?? 32,
    icp_max_current: state.icpMaxA,
    home_sharing: Number(state.homeSharing),
    grid_type: 1,
    purchased_power: 0,
    power_sharing_config: 256,
  };
}

function money(state: ChargerState): Payload {
  return {
    energy_price: state.energyPrice,
    energyCost: { value: state.energyPrice, inheritedGroupId: null },
    currency: { ...EURO, id: state.currencyId },
    tariffs: [],
    plan:
      state.icpMaxA > 0
        ? { plan_name: 'Business', features: ['POWER_BOOST'] }
        : { plan_name: 'Basic', features: [] },
  };
}

function place(spec: ChargerSpec): Payload {
  return {
    // The cloud names countries in Spanish whatever the language.
    country: { id: 1, code: 'ESP', iso2: 'ES', name: 'ESPAÑA', phone_code: '34' },
    state: null,
    timezone: isSince(spec.payloadStyle, '2024') ? 'Europe/Madrid' : null,
    language: 'EN',
  };
}

function display(): Payload {
  return {
    multiuser: 0,
    show_name: 1,
    show_lastname: 1,
    show_email: 1,
    show_profile: 1,
    show_default_user: 1,
    gesture_status: 7,
    charger_has_image: 0,
    dca_status: 0,
    contract_charging_available: false,
  };
}

/** The software block; the file name came later than the rest. */
export function software(spec: ChargerSpec, state: ChargerState): Payload {
  const { current, latest } = state.software;
  return {
    updateAvailable: current !== latest,
    currentVersion: current,
    latestVersion: latest,
    ...(isSince(spec.payloadStyle, '2024') ? { fileName: `firmware-${latest}.tar` } : {}),
  };
}

/** `QS` marks the bidirectional model. */
export function partNumber(spec: ChargerSpec): string {
  return spec.model === 'Quasar' ? 'QS01-W-2-1-C-002' : 'PLP1-W-2-4-9-002-B';
}

function byAge(spec: ChargerSpec, state: ChargerState): Payload {
  const since2024 = {
    max_charging_unit: 'amp',
    max_charging_value: state.limitA,
    user_socket_locking: 0,
    sim_iccid: null,
    session_segment_length: 0,
    ...(state.ecoSmart === null ? {} : { ecosmart: { ...state.ecoSmart, percentage: 100 } }),
  };
  const since2026 = {
    phase_switch: { enabled: false },
    home_power_export_setpoint: null,
    rfid_type: null,
    sha256_charger_image: null,
    zipcode: null,
  };
  return {
    ...(isSince(spec.payloadStyle, '2024') ? since2024 : {}),
    ...(isSince(spec.payloadStyle, '2026') ? since2026 : {}),
  };
}
