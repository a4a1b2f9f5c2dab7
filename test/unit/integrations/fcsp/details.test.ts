import { expect, it } from 'vitest';
import { inverterIn } from '../../../../electron/integrations/fcsp/inverter.ts';
import {
  type DetailSources,
  detailRows,
} from '../../../../electron/integrations/fcsp/report/details.ts';
import { readCharger, readInverters } from '../../../../electron/integrations/fcsp/wire.ts';
import { FIRST_STATION } from '../../../simulators/fcsp/identity.ts';
import { chargerPayload } from '../../../simulators/fcsp/payload-charger.ts';
import { inverterRows, type RealInverter } from '../../../simulators/fcsp/payload-inverter.ts';

const charger = readCharger(JSON.stringify(chargerPayload(FIRST_STATION, 'CS01')));
const nothing: DetailSources = {
  id: 'SWA12ABC',
  charger: undefined,
  inverter: undefined,
  setUpCode: undefined,
  network: undefined,
  formatOptions: { locale: 'en-US' },
};

function values(sources: Partial<DetailSources>) {
  const rows = detailRows({ ...nothing, ...sources });
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

function withInverter(spec: RealInverter, code = 0) {
  const rows = inverterRows(spec, code, FIRST_STATION.inverterSerial);
  return values({ inverter: inverterIn(readInverters(JSON.stringify(rows))) });
}

it('tells what is known before anything was read', () => {
  expect(values({})).toEqual({ model: 'Charge Station Pro', stationId: 'SWA12ABC' });
});

it('tells what the station tells', () => {
  const network = { name: 'Simulated Home', rssi: -58 };
  expect(values({ charger, network, setUpCode: 'CE012', inverter: { kind: 'none' } })).toEqual({
    model: 'Charge Station Pro',
    partNumber: '8EM1314-8CW16-0FD0',
    stationId: 'SWA12ABC',
    stationPassword: '••••••••',
    statusCode: 'CS01',
    setUpCode: 'CE012',
    maxCurrent: '80\u00a0A',
    hardware: '1.0.0',
    systemSoftware: '5.0.25',
    wifiSoftware: '2.112.125:3.15:3.15:3.15:3.15',
    ipAddress: '192.0.2.10',
    wifiNetwork: 'Simulated Home',
    signal: '-58\u00a0dBm',
    wifiAddress: '02:00:00:00:00:01',
    bluetoothAddress: '02:00:00:00:00:02',
  });
});

it('masks the password, and lets only harmless things be copied', () => {
  const rows = detailRows({ ...nothing, charger });
  expect(rows.filter(({ secret }) => secret).map(({ key }) => key)).toEqual(['stationPassword']);
  expect(rows.find(({ key }) => key === 'stationId')?.copyable).toBe(true);
  expect(rows.find(({ key }) => key === 'stationPassword')).not.toHaveProperty('copyable');
  expect(JSON.stringify(rows)).not.toContain(FIRST_STATION.passcode);
});

it('shows no limit of 0 A', () => {
  const read = readCharger('{"state":"CS00","maxAmps":0}');
  expect(values({ charger: read })).not.toHaveProperty('maxCurrent');
});

it.each(['bytes', 'escapes', 'python', 'readable'] as const)(
  'reads firmware in %s',
  (firmwareAs) => {
    expect(
      withInverter({ kind: 'real', firmwareAs, padded: firmwareAs === 'readable' }),
    ).toMatchObject({
      grid: 'Present',
      inverter: 'Delta Electronics E4_BDI',
      inverterSerial: FIRST_STATION.inverterSerial,
      inverterFirmware: '1.1.36',
      inverterState: 'Off (0)',
    });
  },
);

it.each([
  ['1', 'Power cut', 'Preparing (1)'],
  ['5', 'Power cut', 'Powering your home (5)'],
  ['inverter active', 'Power cut', 'Powering your home (inverter active)'],
  ['3', 'Unknown', 'Unknown (3)'],
])('says inverter state %s in words', (state, grid, inverterState) => {
  expect(withInverter({ kind: 'real', state })).toMatchObject({ grid, inverterState });
});

it('says nothing of an inverter that is not there or does not tell', () => {
  expect(
    withInverter({ kind: 'real', fields: { state: undefined, slno: undefined } }),
  ).not.toHaveProperty('inverterState');
  expect(values({ charger, inverter: { kind: 'notTold' } })).not.toHaveProperty('grid');
});
