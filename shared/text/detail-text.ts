import type { DetailKey } from '../domain/details.ts';

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
};
