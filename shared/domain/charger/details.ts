/** Facts about a charger that rarely change. The label of each stands in the text catalogue. */
export type DetailKey =
  | 'model'
  | 'partNumber'
  | 'serialNumber'
  | 'chargerId'
  | 'software'
  | 'latestSoftware'
  | 'connection'
  | 'signal'
  | 'lastSync'
  | 'statusCode'
  | 'controlledBy'
  | 'phases'
  | 'maxCurrent'
  | 'powerBoostLimit'
  | 'group'
  | 'yourRight'
  | 'autoLock'
  | 'monthEnergy'
  | 'monthSessions'
  | 'stationId'
  | 'stationPassword'
  | 'hardware'
  | 'systemSoftware'
  | 'wifiSoftware'
  | 'ipAddress'
  | 'wifiAddress'
  | 'bluetoothAddress'
  | 'wifiNetwork'
  | 'setUpCode'
  | 'grid'
  | 'inverter'
  | 'inverterSerial'
  | 'inverterFirmware'
  | 'inverterState';

/** One row of the details of a charger. */
export interface Detail {
  readonly key: DetailKey;
  /** Already readable; ids verbatim. */
  readonly value: string;
  /** Worth copying. */
  readonly copyable?: true | undefined;
  /** The value is only a mask; what is behind it is shown by the app itself, on demand. */
  readonly secret?: true | undefined;
}
