import { z } from 'zod';

/** Facts about a charger that rarely change. The label of each stands in the text catalogue. */
export const detailKeySchema = z.enum([
  'model',
  'partNumber',
  'serialNumber',
  'chargerId',
  'software',
  'latestSoftware',
  'connection',
  'signal',
  'lastSync',
  'statusCode',
  'controlledBy',
  'phases',
  'maxCurrent',
  'powerBoostLimit',
  'group',
  'yourRight',
  'autoLock',
  'monthEnergy',
  'monthSessions',
  'stationId',
  'stationPassword',
  'hardware',
  'systemSoftware',
  'wifiSoftware',
  'ipAddress',
  'wifiAddress',
  'bluetoothAddress',
  'wifiNetwork',
  'setUpCode',
  'grid',
  'inverter',
  'inverterSerial',
  'inverterFirmware',
  'inverterState',
]);

/** One row: an already readable value (ids verbatim), worth copying where `copyable`. */
export const detailSchema = z.object({
  key: detailKeySchema,
  value: z.string(),
  copyable: z.literal(true).optional(),
  /** The value is only a mask; what is behind it is shown by the app itself, on demand. */
  secret: z.literal(true).optional(),
});

export type DetailKey = z.infer<typeof detailKeySchema>;
export type Detail = z.infer<typeof detailSchema>;
