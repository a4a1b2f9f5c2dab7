import type { Detail, DetailKey } from '../../../shared/domain/charger/details.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import {
  clockTime,
  current,
  duration,
  energy,
  type FormatOptions,
} from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { WireConfig, WireRecord } from './wire.ts';

/** Everything that is known about a charger besides its state. */
export interface DetailSources {
  readonly id: string;
  readonly model: string | undefined;
  readonly groupName: string | undefined;
  readonly observation: Observation | undefined;
  readonly record: WireRecord;
  readonly config: WireConfig | undefined;
  /** What the cloud calls this person's right. */
  readonly profile: string | undefined;
  /** The present, epoch ms. */
  readonly now: number;
  /** How its reader writes numbers and times. */
  readonly formatOptions: FormatOptions;
}

const copyable: ReadonlySet<DetailKey> = new Set(['partNumber', 'serialNumber', 'chargerId']);

/** The rows, those that are known. */
export function detailRows(sources: DetailSources): readonly Detail[] {
  const values = { ...identity(sources), ...condition(sources), ...totals(sources) };
  return Object.entries(values).flatMap(([name, value]) => {
    const key = name as DetailKey;
    if (value === undefined) return [];
    return [{ key, value, ...(copyable.has(key) ? { copyable: true as const } : {}) }];
  });
}

type Values = { readonly [Key in DetailKey]?: string | undefined };

function identity({ id, model, groupName, record, config, profile }: DetailSources): Values {
  return {
    model,
    partNumber: config?.part_number,
    serialNumber: record.serialNumber ?? config?.serial_number,
    chargerId: id,
    software: record.softwareVersion ?? config?.software?.currentVersion,
    latestSoftware: config?.software?.latestVersion,
    group: groupName,
    yourRight: inWords(profile, messages.detailValues.yourRight),
  };
}

function condition(sources: DetailSources): Values {
  const { observation, record, config, now, formatOptions } = sources;
  const amperes = (value: number | undefined) => limit(value, formatOptions);
  const lastSync = record.lastSync ?? record.lastConnection;
  const signal = record.wifiSignal;
  const connection = record.connectionType ?? config?.connection_type;
  return {
    connection: inWords(connection, messages.detailValues.connection),
    signal: signal === undefined ? undefined : `${Math.round(signal)}\u00a0%`,
    lastSync: lastSync === undefined ? undefined : clockTime(lastSync, now, formatOptions),
    statusCode: observation?.vendorCode ?? record.status,
    controlledBy: controllerOf(config?.operation_mode),
    phases: observation?.phases?.toString(),
    maxCurrent: amperes(record.maxAvailableCurrent ?? config?.max_available_current),
    powerBoostLimit: amperes(config?.icp_max_current),
    autoLock: config?.auto_lock ? timeOf(config.auto_lock_time) : undefined,
  };
}

/** The month to date, from days that are over (WD). */
function totals({ record: { resume }, formatOptions }: DetailSources): Values {
  const wh = resume?.totalEnergy;
  return {
    monthEnergy: wh === undefined ? undefined : energy(wh, formatOptions),
    monthSessions: resume?.totalSessions?.toString(),
  };
}

/** A code that nobody has put into words stays what it is. */
function inWords(
  code: string | undefined,
  words: Readonly<Record<string, string>>,
): string | undefined {
  return code !== undefined && Object.hasOwn(words, code) ? words[code] : code;
}

function controllerOf(mode: string | undefined): string | undefined {
  if (mode === 'ocpp') return 'OCPP';
  return mode === 'wallbox' ? 'Wallbox' : mode;
}

/** 0 means "not set up" wherever the cloud gives a limit. */
function limit(amperes: number | undefined, formatOptions: FormatOptions): string | undefined {
  return amperes !== undefined && amperes > 0 ? current(amperes, formatOptions) : undefined;
}

function timeOf(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : duration(seconds * 1000);
}
