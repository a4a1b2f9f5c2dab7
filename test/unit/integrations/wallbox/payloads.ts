/** An invented status in the shape of the newest captures; tests replace what they are about. */
export function statusBody(
  change: Readonly<Record<string, unknown>> = {},
  config: Readonly<Record<string, unknown>> | null = {},
): string {
  return JSON.stringify({
    status_id: 194,
    name: 'Carport',
    charging_power: 7.36,
    max_available_power: 32,
    added_energy: 10.99,
    added_green_energy: 2.5,
    charging_time: 7380,
    last_sync: '2026-11-21 11:59:30',
    current_mode: 3,
    ...change,
    ...(config === null ? {} : { config_data: { ...configData, ...config } }),
  });
}

/** The same for `config_data`. */
export const configData = {
  charger_id: 700123,
  serial_number: '700123',
  name: 'Carport',
  locked: 0,
  auto_lock: 1,
  auto_lock_time: 60,
  max_charging_current: 16,
  max_available_current: 32,
  icp_max_current: 25,
  energy_price: 0.31,
  energyCost: { value: 0.31, inheritedGroupId: null },
  currency: { id: 1, name: 'Euro', symbol: '€', code: 'EUR' },
  part_number: 'PLP1-W-2-4-9-002-B',
  software: { updateAvailable: false, currentVersion: '6.7.36', latestVersion: '6.7.36' },
  operation_mode: 'wallbox',
  connection_type: 'wifi',
  ecosmart: { enabled: false, mode: 0, percentage: 100 },
};

/** An invented record of a charger, as `GET /v2/charger/{id}` gives it. */
export function recordBody(
  change: Readonly<Record<string, unknown>> = {},
  users: unknown = [{ email: 'Owner@Example.com', profile: 'super-admin' }],
): string {
  const chargerData = {
    id: 700123,
    serialNumber: '700123',
    name: 'Carport',
    chargerType: 'PulsarPlus',
    softwareVersion: '6.7.36',
    status: 194,
    maxChgCurrent: 16,
    maxAvailableCurrent: 32,
    maxChargingCurrent: 16,
    locked: 0,
    lastConnection: 1_795_262_370,
    lastSync: { date: '2026-11-21 11:59:30.000000', timezone_type: 3, timezone: 'UTC' },
    wifiSignal: 74,
    connectionType: 'wifi',
    resume: { totalSessions: 12, chargingTime: '3600', totalEnergy: '104250', energyUnit: 'kWh' },
    ...change,
  };
  return JSON.stringify({ data: { chargerData, users } });
}
