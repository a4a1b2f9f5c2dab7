/** What never changes about one station. */
export interface FcspIdentity {
  /** Station id, in the form of real ones. */
  readonly traceNo: string;
  /** The set-up app's password, 12 mixed characters. A secret: no client may log or show it. */
  readonly passcode: string;
  readonly catalogNo: string;
  /** Limit of the installation in A, not the present current. */
  readonly maxAmps: number;
  readonly vSystem: string;
  readonly vWiFi: string;
  readonly vHw: string;
  readonly ipAddr: string;
  readonly wifiAddr: string;
  readonly bleAddr: string;
  /** Serial number of the inverter, if there is one. */
  readonly inverterSerial: string;
  /** Name of the home's Wi-Fi, told by `networkinfo`. */
  readonly ssid: string;
}

/** An invented station with the versions and the model number of a real one. */
export const FIRST_STATION: FcspIdentity = {
  traceNo: 'SWA12ABC',
  passcode: 'q7RmX2vK9pLd',
  catalogNo: '8EM1314-8CW16-0FD0',
  maxAmps: 80,
  vSystem: '5.0.25',
  vWiFi: '2.112.125:3.15:3.15:3.15:3.15',
  vHw: '1.0.0',
  ipAddr: '192.0.2.10',
  wifiAddr: '02:00:00:00:00:01',
  bleAddr: '02:00:00:00:00:02',
  inverterSerial: 'SIMINV000001',
  ssid: 'Simulated Home',
};

/** Another invented station, with serials of its own. */
export function anotherStation(traceNo: string): FcspIdentity {
  return {
    ...FIRST_STATION,
    traceNo,
    passcode: 'Zt4WbN8yHc3s',
    wifiAddr: '02:00:00:00:00:11',
    bleAddr: '02:00:00:00:00:12',
    inverterSerial: 'SIMINV000002',
  };
}
