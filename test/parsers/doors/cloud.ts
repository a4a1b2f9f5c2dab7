import { retryAfterMs } from '../../../electron/integrations/kit/retry-after.ts';
import { deserialized } from '../../../electron/integrations/wallbox/auth/secrets.ts';
import { tokenLifeMs } from '../../../electron/integrations/wallbox/auth/token-life.ts';
import { detailRows } from '../../../electron/integrations/wallbox/details.ts';
import { modelName } from '../../../electron/integrations/wallbox/models.ts';
import { readList, toSchedules } from '../../../electron/integrations/wallbox/schedules/list.ts';
import {
  nextStartOf,
  readSchedules,
} from '../../../electron/integrations/wallbox/schedules/next-start.ts';
import { readSessionPage } from '../../../electron/integrations/wallbox/sessions-wire.ts';
import { toObservation, withRecord } from '../../../electron/integrations/wallbox/translate.ts';
import {
  readConfig,
  readGroups,
  readRecord,
  readStatus,
  readTokens,
} from '../../../electron/integrations/wallbox/wire.ts';
import { noon } from '../../fixtures/core-notices.ts';
import { configData, recordBody, statusBody } from '../../unit/integrations/wallbox/payloads.ts';
import { type Door, jsonDoor, textDoor } from '../door.ts';

const known = { id: '7', name: 'Carport', model: undefined, mayCommand: undefined, now: noon };
const seen = readStatus(statusBody());
if (!seen) throw new Error('Not understood');
const observation = toObservation(seen, known);
const record = readRecord(recordBody())?.record;
if (!record) throw new Error('Not understood');

const status: unknown = JSON.parse(statusBody());
const states = [0, 14, 161, 178, 180, 182, 185, 189, 193, 194, 195, 209, 210, 255];
const statuses = states.map((code) => JSON.parse(statusBody({ status_id: code })) as unknown);

const hour = 3_600_000;
const start = (noon - 5 * hour) / 1000;
const sessions = {
  data: [
    {
      type: 'charger_log_session',
      id: '1793728800',
      attributes: {
        charger: 7,
        start,
        end: start + 7200,
        energy: 10.99,
        green_energy: 2.5,
        time: 5400,
        cost: 3.41,
        currency: { code: 'EUR' },
        energy_unit: 'kWh',
      },
    },
    {
      type: 'charger_charging_session',
      id: '01SESSION',
      attributes: {
        charger_id: 7,
        start_time: start,
        end_time: start + 7200,
        charging_time: 5400,
        energy: 10_990,
        total_cost: 3.41,
        currency_code: 'EUR',
      },
    },
  ],
  meta: { count: 2 },
};

const days = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
    day,
    day !== 'sunday',
  ]),
);
const schedule = { id: 1, enable: true, start: '2200', stop: '0500', days, repeat: 1 };
const schedules = {
  schedules: [
    { ...schedule, max_current: 16, type: 0, target: { type: 1, value: 9000 }, created_at: start },
    { ...schedule, id: 2, start: '1000', stop: '1200', enable: false },
  ],
  lastSchedule: start,
};

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjE3OTUyNjIzNzAsImV4cCI6MTc5NTI2NTk3MH0.c2ln';
const signedIn = { data: { attributes: { token, refresh_token: token, ttl: noon + hour } } };
const secret = { raw: ['token', 'refresh_token', 'access', 'refresh', 'text'] };
const payload = (json: string) => `x.${Buffer.from(json).toString('base64url')}.y`;
const claims = [{ iat: 1_795_262_370, exp: 1_795_265_970 }, { exp: 1_795_265_970 }];

/** What the cloud of Wallbox answers, up to what the app believes then. */
export const cloudDoors = {
  'electron/integrations/wallbox/wire.ts#readStatus': jsonDoor([status, ...statuses], {
    enter: (body) => {
      const wire = readStatus(body);
      return wire && toObservation(wire, known);
    },
  }),
  'electron/integrations/wallbox/wire.ts#readConfig': jsonDoor([configData], {
    enter: (body) => {
      const config = readConfig(body);
      const sourcesOf = { ...known, groupName: undefined, observation, profile: undefined };
      return config && detailRows({ ...sourcesOf, config, record, formatOptions: {} });
    },
  }),
  'electron/integrations/wallbox/wire.ts#readRecord': jsonDoor([JSON.parse(recordBody())], {
    enter: (body) => {
      const read = readRecord(body);
      if (!read) return undefined;
      const { record, users } = read;
      const sourcesOf = { ...known, groupName: undefined, observation, profile: users[0]?.profile };
      const rows = detailRows({
        ...sourcesOf,
        config: seen.config_data,
        record,
        formatOptions: {},
      });
      return { rows, after: withRecord(observation, record) };
    },
  }),
  'electron/integrations/wallbox/wire.ts#readGroups': jsonDoor(
    [
      {
        result: {
          groups: [
            { name: 'Home', chargers: [{ id: 7, name: 'Carport', chargerType: 'PulsarPlus' }] },
            { name: 'Work', chargers: null },
          ],
        },
      },
    ],
    {
      enter: (body) => {
        const read = readGroups(body);
        return read?.chargers.map((one) => ({ ...one, model: modelName(one.chargerType, '') }));
      },
    },
  ),
  'electron/integrations/wallbox/wire.ts#readTokens': jsonDoor([signedIn], {
    enter: (body) => {
      const read = readTokens(body);
      return read && { ...read, lifeMs: tokenLifeMs(read.token, read.ttl, noon) };
    },
    except: secret,
  }),
  'electron/integrations/wallbox/sessions-wire.ts#readSessionPage': jsonDoor([sessions], {
    enter: (body) => readSessionPage(body, { chargerId: '7', now: noon }),
  }),
  'electron/integrations/wallbox/schedules/list.ts#readList': jsonDoor([schedules], {
    enter: (body) => {
      const list = readList(body);
      return list && toSchedules(list, []);
    },
  }),
  'electron/integrations/wallbox/schedules/next-start.ts#readSchedules': jsonDoor([schedules], {
    enter: (body) => {
      const next = nextStartOf(body);
      if (next) next({ now: noon, zone: 'Europe/Berlin' });
      const zones = [undefined, 'UTC', 'Europe/Berlin', 'Nowhere/At-All', ''];
      return readSchedules(body) && { at: zones.map((zone) => next?.({ now: noon, zone })) };
    },
  }),
  'electron/integrations/wallbox/auth/token-life.ts#tokenLifeMs': jsonDoor(claims, {
    enter: (body) => ({ ms: tokenLifeMs(payload(body), undefined, noon) }),
  }),
  'electron/integrations/wallbox/auth/secrets.ts#deserialized': jsonDoor(
    [
      {
        version: 1,
        email: 'owner@example.com',
        password: 'p',
        token: { text: 't', receivedAt: noon, lifeMs: hour },
      },
    ],
    { enter: deserialized, except: { raw: ['text', 'email', 'password', 'refreshToken'] } },
  ),
  'electron/integrations/kit/retry-after.ts#retryAfterMs': textDoor(
    ['120', 'Sat, 21 Nov 2026 12:00:00 GMT', '0', '9'.repeat(400)],
    {
      enter: (text) => ({
        ms: retryAfterMs({ headers: { 'retry-after': text } }, noon),
        dated: retryAfterMs({ headers: { 'retry-after': text, date: text } }, noon),
      }),
    },
  ),
} satisfies Readonly<Record<string, Door<string>>>;
