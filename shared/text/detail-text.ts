import type { DetailKey } from '../domain/charger/details.ts';
import type { Observation } from '../domain/charger/observation.ts';

export const detailLabels: Record<DetailKey, string> = {
  model: 'Model',
  partNumber: 'Part number',
  serialNumber: 'Serial number',
  chargerId: 'Charger ID',
  software: 'Software',
  latestSoftware: 'Latest software',
  connection: 'Connection',
  signal: 'Signal',
  lastSync: 'Last contact with its cloud',
  statusCode: 'Status code',
  controlledBy: 'Controlled by',
  phases: 'Phases',
  maxCurrent: 'Highest current',
  powerBoostLimit: 'Power Boost limit',
  group: 'Group',
  yourRight: 'Your role',
  autoLock: 'Locks itself after',
  monthEnergy: 'Energy this month',
  monthSessions: 'Charges this month',
  stationId: 'Station ID',
  stationPassword: 'Station password',
  hardware: 'Hardware',
  systemSoftware: 'System software',
  wifiSoftware: 'Wi-Fi software',
  ipAddress: 'IP address',
  wifiAddress: 'Wi-Fi address (MAC)',
  bluetoothAddress: 'Bluetooth address (MAC)',
  wifiNetwork: 'Wi-Fi network',
  setUpCode: 'Set-up code',
  grid: 'Grid',
  inverter: 'Inverter',
  inverterSerial: 'Inverter serial number',
  inverterFirmware: 'Inverter software',
  inverterState: 'Inverter state',
};

/** What an inverter sees of the grid. */
export const gridWords: Record<NonNullable<Observation['grid']>, string> = {
  present: 'Present',
  powerCut: 'Power cut',
  unknown: 'Not known',
};
