import type { Detail, DetailKey } from '../../../../shared/domain/charger/details.ts';
import { current, type FormatOptions } from '../../../../shared/text/format.ts';
import { messages } from '../../../../shared/text/messages.ts';
import { firmwareVersion } from '../firmware.ts';
import { gridOf, type InverterReading, phaseOf } from '../inverter.ts';
import { modelName } from '../translate.ts';
import type { WireCharger, WireInverter, WireNetwork } from '../wire.ts';

/** Everything that is known about a station besides its state. */
export interface DetailSources {
  readonly id: string;
  readonly charger: WireCharger | undefined;
  readonly inverter: InverterReading | undefined;
  readonly setUpCode: string | undefined;
  readonly network: WireNetwork | undefined;
  /** How its reader writes numbers. */
  readonly formatOptions: FormatOptions;
}

const copyable: ReadonlySet<DetailKey> = new Set([
  'stationId',
  'partNumber',
  'ipAddress',
  'wifiAddress',
  'bluetoothAddress',
  'inverterSerial',
]);

/** Says that there is something, and not even how long it is. */
const mask = '••••••••';

/** The rows, those that are known. */
export function detailRows(sources: DetailSources): readonly Detail[] {
  const values = { ...ofCharger(sources), ...ofNetwork(sources), ...ofInverter(sources.inverter) };
  return Object.entries(values).flatMap(([name, value]) => {
    const key = name as DetailKey;
    if (value === undefined) return [];
    return [
      {
        key,
        value,
        ...(copyable.has(key) ? { copyable: true as const } : {}),
        ...(key === 'stationPassword' ? { secret: true as const } : {}),
      },
    ];
  });
}

type Values = { readonly [Key in DetailKey]?: string | undefined };

function ofCharger({ id, charger, setUpCode, formatOptions }: DetailSources): Values {
  const maxA = charger?.maxAmps;
  return {
    model: modelName,
    partNumber: charger?.catalogNo,
    stationId: charger?.traceNo ?? id,
    stationPassword: charger?.passcode === undefined ? undefined : mask,
    statusCode: charger?.state || undefined,
    setUpCode,
    maxCurrent: maxA && maxA > 0 ? current(maxA, formatOptions) : undefined,
    hardware: charger?.vHw,
    systemSoftware: charger?.vSystem,
    wifiSoftware: charger?.vWiFi,
  };
}

function ofNetwork({ charger, network }: DetailSources): Values {
  return {
    ipAddress: charger?.ipAddr,
    wifiNetwork: network?.name,
    signal: network?.rssi === undefined ? undefined : `${Math.round(network.rssi)}\u00a0dBm`,
    wifiAddress: charger?.wifiAddr,
    bluetoothAddress: charger?.bleAddr,
  };
}

function ofInverter(observation: InverterReading | undefined): Values {
  if (observation?.kind !== 'real') return {};
  const { inverter } = observation;
  const { vendor, model, slno, firmware, state } = inverter;
  const grid = gridOf(observation);
  return {
    grid: grid && messages.station.grid[grid],
    inverter: [vendor, model].filter(Boolean).join(' ') || undefined,
    inverterSerial: slno,
    inverterFirmware: firmware === undefined ? undefined : firmwareVersion(firmware),
    inverterState: state && stateText(inverter, state),
  };
}

function stateText(inverter: WireInverter, state: string): string {
  return messages.station.inverter({
    phase: messages.station.phase[phaseOf(inverter)],
    code: state,
  });
}
