import { parseAddress } from '../../../electron/integrations/fcsp/address.ts';
import { tokenLifeMs } from '../../../electron/integrations/fcsp/auth/token-life.ts';
import { findSettings } from '../../../electron/integrations/fcsp/found-settings.ts';
import { inverterIn } from '../../../electron/integrations/fcsp/inverter.ts';
import { deserialized, knownFrom } from '../../../electron/integrations/fcsp/kept.ts';
import { detailRows } from '../../../electron/integrations/fcsp/report/details.ts';
import { publicBody } from '../../../electron/integrations/fcsp/report/masking.ts';
import { toObservation } from '../../../electron/integrations/fcsp/translate.ts';
import {
  readCharger,
  readInverters,
  readNetwork,
  readSetUpCode,
  readTokens,
} from '../../../electron/integrations/fcsp/wire.ts';
import { findSettings as foundSettings } from '../../../electron/integrations/kit/found-settings.ts';
import { type Door, jsonDoor, textDoor } from '../door.ts';

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjE3OTUyNjIzNzAsImV4cCI6MTc5NTI2NTk3MH0.c2ln';
const secret = { raw: ['access', 'refresh'] };
const station = {
  state: 'CS02',
  maxAmps: 48,
  vSystem: '1.2',
  vHw: '3',
  traceNo: 'T1',
  ipAddr: '1',
};
const inverter = { vendor: 'Acme', model: 'X', state: '4', firmware: '1\u0000\ufffd', slno: '7' };
const certificate = { fingerprint: 'AB:CD', subject: 'CN=x', validFrom: 1, validTo: 9e12 };
const kept = { version: 1, address: '192.0.2.10', stationId: 'T1', stationIdFrom: 'traceNo' };
const payload = (json: string) => `x.${Buffer.from(json).toString('base64url')}.y`;
const claims = [{ iat: 1_795_262_370, exp: 1_795_265_970 }, { exp: 1_795_265_970 }];

const sources = (text: string) => ({
  environment: {},
  home: '/h',
  folder: '/f',
  readText: async () => text,
});

/** What a Ford station answers and what is kept of it, up to what the app believes then. */
export const stationDoors = {
  'electron/integrations/fcsp/wire.ts#readCharger': jsonDoor([station], {
    enter: (body) => {
      const charger = readCharger(body);
      if (charger?.state === undefined) return undefined;
      const inside = inverterIn(undefined);
      const rest = { setUpCode: undefined, network: undefined, formatOptions: {} };
      const rows = detailRows({ id: 'S1', charger, inverter: inside, ...rest });
      return { rows, now: toObservation({ name: 'G', code: charger.state, inverter: inside }) };
    },
  }),
  'electron/integrations/fcsp/wire.ts#readInverters': jsonDoor([[inverter], [], [inverter, {}]], {
    enter: (body) => {
      const inside = inverterIn(readInverters(body));
      return toObservation({ name: 'Garage', code: 'CS02', inverter: inside });
    },
  }),
  'electron/integrations/fcsp/wire.ts#readSetUpCode': jsonDoor([{ status: 'CE012' }], {
    enter: readSetUpCode,
  }),
  'electron/integrations/fcsp/wire.ts#readNetwork': jsonDoor([{ ssid: 'Home', rssi: -60 }], {
    enter: readNetwork,
  }),
  'electron/integrations/fcsp/wire.ts#readTokens': jsonDoor([{ access: token, refresh: token }], {
    enter: (body) => {
      const read = readTokens(body);
      return read && { ...read, lifeMs: tokenLifeMs(read.access) };
    },
    except: secret,
  }),
  'electron/integrations/fcsp/auth/token-life.ts#tokenLifeMs': jsonDoor(claims.slice(0, 1), {
    enter: (body) => tokenLifeMs(payload(body)),
  }),
  'electron/integrations/fcsp/report/masking.ts#publicBody': jsonDoor([station, [inverter]], {
    enter: publicBody,
    except: { longest: 200_000 },
  }),
  'electron/integrations/fcsp/kept.ts#knownFrom': jsonDoor([{ ...kept, ...certificate }], {
    enter: (text) => {
      try {
        return knownFrom(JSON.parse(text));
      } catch (error) {
        // What is no JSON does not get as far as this.
        if (error instanceof SyntaxError) return undefined;
        throw error;
      }
    },
  }),
  'electron/integrations/fcsp/kept.ts#deserialized': jsonDoor(
    [{ version: 1, key: 'abcdefghijklmnopqrstuvwxyz0123456789abcd' }],
    { enter: deserialized },
  ),
  'electron/integrations/fcsp/found-settings.ts#findSettings': jsonDoor(
    [{ host: '192.0.2.10', port: 443, devkey: 'abcdefghijklmnopqrstuvwxyz0123456789abcd' }],
    {
      enter: async (text) => {
        const found = await foundSettings({ findSettings }, sources(text));
        return found?.shown;
      },
    },
  ),
  'electron/integrations/fcsp/address.ts#parseAddress': textDoor(
    ['192.0.2.10', '[2001:db8::1]:8443', 'https://charger.local/', 'box:444'],
    { enter: parseAddress },
  ),
} satisfies Readonly<Record<string, Door<string>>>;
