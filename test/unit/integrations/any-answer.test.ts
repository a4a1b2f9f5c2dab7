import { describe, expect, it } from 'vitest';
import {
  readPersisted,
  writePersisted,
} from '../../../electron/app/persistence/persisted-state.ts';
import { newRecord } from '../../../electron/charging/record.ts';
import { reduce } from '../../../electron/charging/reduce.ts';
import { inverterIn } from '../../../electron/integrations/fcsp/inverter.ts';
import { detailRows as stationRows } from '../../../electron/integrations/fcsp/report/details.ts';
import { toObservation as fromStation } from '../../../electron/integrations/fcsp/translate.ts';
import {
  readCharger,
  readInverters,
  readNetwork,
  readSetUpCode,
} from '../../../electron/integrations/fcsp/wire.ts';
import { detailRows as cloudRows } from '../../../electron/integrations/wallbox/details.ts';
import { modelName } from '../../../electron/integrations/wallbox/models.ts';
import {
  toObservation as fromCloud,
  withRecord,
} from '../../../electron/integrations/wallbox/translate.ts';
import { readGroups, readRecord, readStatus } from '../../../electron/integrations/wallbox/wire.ts';
import { bounds } from '../../../shared/domain/bounds.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { FakeKeptFile } from '../../fakes/fake-kept-file.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { noon } from '../../fixtures/core-notices.ts';
import { cloudPatience } from '../../fixtures/patience.ts';
import { fc } from '../../fixtures/properties.ts';
import { configData, recordBody, statusBody } from './wallbox/payloads.ts';

/** JSON knows numbers that no double holds; they cannot be written with `JSON.stringify`. */
const beyond = '@beyond';
const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'true', '1'];
const numbers = [1e306, -1e306, 9e15, -9e15, 1e6 + 1, -1, 0, 0.1, 1.5, Number.MIN_VALUE];

/** What a number that is none, or a function, looks like in words. */
const senseless = /Infinity|NaN|∞|native code/;

const anything = fc.oneof(
  fc.constantFrom(...words, ...numbers, ...numbers.map(String), beyond, null, '', '\u202e\0\u001b'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'binary', maxLength: 300 }).filter((text) => !senseless.test(text)),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Any of the fields of an answer, or all of them, hold anything. */
function changes(fields: object) {
  const each = Object.fromEntries(Object.keys(fields).map((name) => [name, anything]));
  return fc.record(each, { requiredKeys: [] });
}

const raw = (body: string) => body.replaceAll(`"${beyond}"`, '1e999');

const boundsOf: Readonly<Record<string, { least: number; most: number }>> = {
  powerW: bounds.powerW,
  energyWh: bounds.energyWh,
  greenEnergyWh: bounds.energyWh,
  dischargedEnergyWh: bounds.energyWh,
  durationMs: bounds.durationMs,
  limitA: bounds.limitA,
  minA: bounds.limitA,
  maxA: bounds.limitA,
  perKwh: bounds.pricePerKwh,
  phases: { least: 1, most: 3 },
  reportedAt: bounds.instant,
  nextStartAt: bounds.instant,
};

/** What in it is no plain data, a number out of its bounds, or a word that steers. */
function faultsIn(value: unknown, name = 'reading'): readonly string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => faultsIn(one, key));
  }
  const { least, most } = boundsOf[name] ?? { least: Number.NaN, most: Number.NaN };
  const isSound =
    typeof value === 'number'
      ? value >= least && value <= most
      : typeof value === 'string'
        ? !steering.test(value)
        : typeof value === 'boolean' || value === undefined;
  return isSound ? [] : [`${name}: ${String(value)}`];
}

const steering = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** The record of it survives the disk and the way to the window, to the letter. */
function expectKept(observation: Observation): void {
  const before = newRecord({ id: 'a/1', accountId: 'a', brand: 'wallbox' });
  const first = reduce(before, { kind: 'observed', at: noon, observation }, cloudPatience);
  const chargers = [
    reduce(first, { kind: 'observed', at: noon + 60_000, observation }, cloudPatience),
  ];
  const file = new FakeKeptFile();
  writePersisted(file, {
    chargers,
    outbox: [],
    signInTold: [],
    commands: [],
    plans: [],
    prices: [],
  });
  const log = new RecordedLog();
  expect(readPersisted(file, log).chargers).toEqual(chargers);
  expect(log.lines).toEqual([]);
  expect(structuredClone(chargers)).toEqual(chargers);
}

describe('whatever an answer holds in the place of its fields', () => {
  it('a reading from the Wallbox cloud is sound, and kept as it is', () => {
    const fields = JSON.parse(statusBody({}, null));
    fc.assert(
      fc.property(changes(fields), changes(configData), anything, (change, config, name) => {
        const wire = readStatus(raw(statusBody({ status_id: 194, ...change }, config)));
        if (!wire) throw new Error('Not understood');
        const listed = readGroups(
          raw(
            JSON.stringify({
              result: { groups: [{ name, chargers: [{ id: 7, name, chargerType: name }] }] },
            }),
          ),
        )?.chargers[0];
        const observation = fromCloud(wire, {
          id: '7',
          name: listed?.name,
          model: modelName(listed?.chargerType, wire.config_data?.part_number),
          mayCommand: undefined,
          now: noon,
        });
        expect(faultsIn(observation)).toEqual([]);
        expectKept(observation);
      }),
      { numRuns: 400 },
    );
  });

  it('the reply to a write and the details from the cloud are sound', () => {
    const fields = JSON.parse(recordBody()).data.chargerData;
    const known = { id: '7', name: 'Carport', model: undefined, mayCommand: undefined, now: noon };
    const wire = readStatus(statusBody());
    if (!wire) throw new Error('Not understood');
    const observation = fromCloud(wire, known);
    fc.assert(
      fc.property(changes(fields), changes(configData), (change, config) => {
        const read = readRecord(raw(recordBody(change)));
        const status = readStatus(raw(statusBody({}, config)));
        if (!read || !status) throw new Error('Not understood');
        expect(faultsIn(withRecord(observation, read.record))).toEqual([]);
        const rows = cloudRows({
          ...known,
          groupName: undefined,
          observation,
          record: read.record,
          config: status.config_data,
          profile: undefined,
          formatOptions: {},
        });
        expect(faultsIn(rows)).toEqual([]);
        expect(JSON.stringify(rows)).not.toMatch(senseless);
      }),
      { numRuns: 400 },
    );
  });

  it('a reading from a Ford station and its details are sound', () => {
    const charger = { state: 0, maxAmps: 0, vSystem: 0, vHw: 0, ipAddr: 0, traceNo: 0 };
    const inverter = { vendor: 0, model: 0, state: 0, firmware: 0, slno: 0 };
    fc.assert(
      fc.property(changes(charger), changes(inverter), changes({ ssid: 0, rssi: 0 }), (...all) => {
        const [one = '', two = '', three = ''] = all.map((part) => raw(JSON.stringify(part)));
        const station = readCharger(one);
        const beside = inverterIn(readInverters(`[${two}]`));
        if (station?.state !== undefined) {
          const observation = fromStation({
            name: 'Garage',
            code: station.state,
            inverter: beside,
          });
          expect(faultsIn(observation)).toEqual([]);
          expectKept(observation);
        }
        const setUpCode = readSetUpCode(JSON.stringify({ status: '1\u202e' }));
        const rest = { setUpCode, network: readNetwork(three), formatOptions: {} };
        const rows = stationRows({ id: 'S1', charger: station, inverter: beside, ...rest });
        expect(faultsIn(rows)).toEqual([]);
        expect(JSON.stringify(rows)).not.toMatch(senseless);
      }),
      { numRuns: 400 },
    );
  });
});
