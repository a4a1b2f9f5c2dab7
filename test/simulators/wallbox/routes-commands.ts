import { asObject } from '../shared/read-body.ts';
import type { SimulatedCharger } from './charger.ts';
import type { ChargerState } from './charger-state.ts';
import {
  backToSchedule,
  type Outcome,
  pause,
  reboot,
  resume,
  setEcoSmart,
  setIcp,
  setLimit,
  setLocked,
  update,
} from './commands.ts';
import { chargerPayload, configReply } from './payload-charger.ts';
import type { Payload } from './payload-style.ts';
import { lenientNumber, type Route, type Visit, withCharger, write } from './route-kit.ts';
import { usersOf } from './world.ts';

const BAD: Outcome = { kind: 'refused', status: 400, reason: 'Invalid parameters' };

/** Everything that changes a charger. */
export const COMMAND_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    pattern: /^\/v3\/chargers\/(\d+)\/remote-action$/,
    answer: (visit) =>
      write(visit, {
        place: 'remote-action',
        kind: 'remote-action',
        anyState: (body) => body.action === 3,
        outcome: (charger, body) => remoteAction(visit, charger, body.action),
        // Only repeats the action; the new state shows at a later reading.
        reply: (_found, body) => ({ status: 200, body: { action: body.action } }),
      }),
  },
  { method: 'PUT', pattern: /^\/v2\/charger\/(\d+)$/, answer: putCharger },
  {
    method: 'POST',
    pattern: /^\/chargers\/config\/(\d+)$/,
    answer: (visit) =>
      write(visit, {
        place: 'config',
        kind: 'config',
        outcome: ({ spec, state }, body) =>
          each(state, body, (current, key, value) => configKey(spec, current, key, value)),
        reply: ({ charger, ownership }) => ({ status: 200, body: configReply(charger, ownership) }),
      }),
  },
  {
    method: 'PUT',
    pattern: /^\/v4\/chargers\/(\d+)\/eco-smart$/,
    answer: (visit) =>
      write(visit, {
        place: 'config',
        kind: 'eco-smart',
        outcome: ({ state }, body) => ecoSmart(state, body),
        reply: () => ({ status: 200 }),
      }),
  },
];

/** With a body it writes; without one it reads, which some clients use (SKB, IOB). */
function putCharger(visit: Visit) {
  if (visit.body.kind === 'none') {
    return withCharger(visit, 'charger', ({ charger, ownership }) => ({
      status: 200,
      body: chargerPayload(charger, ownership, usersOf(visit.world, visit.id)),
    }));
  }
  return write(visit, {
    place: 'charger',
    kind: 'charger',
    outcome: ({ spec, state }, body) =>
      each(state, body, (current, key, value) => chargerKey(spec, current, key, value)),
    reply: ({ charger, ownership }, body) => ({
      status: 200,
      // The cloud confirms the command, also where the charger or its OCPP backend does not follow.
      body: chargerPayload(charger, ownership, usersOf(visit.world, visit.id), echo(body)),
    }),
  });
}

function echo(body: Payload): Payload {
  const limit = lenientNumber(body.maxChargingCurrent);
  return {
    ...(body.locked === undefined ? {} : { locked: Number(body.locked) }),
    ...(limit === undefined ? {} : { maxChargingCurrent: limit, maxChgCurrent: limit }),
  };
}

function remoteAction(visit: Visit, charger: SimulatedCharger, action: unknown): Outcome {
  const { spec, state } = charger;
  const detail = `action ${String(action)} for ${spec.id}`;
  switch (action) {
    case 1:
      return resume(spec, state);
    case 2:
      return pause(spec, state);
    case 3:
      return reboot(state);
    case 4:
      visit.world.blame('factory-reset', visit.account.email, detail);
      charger.brick();
      return { kind: 'done', state: charger.state };
    case 5:
      return update(state, visit.world.settings.updateMs);
    case 9:
      return backToSchedule(state);
    default:
      visit.world.blame('unknown-remote-action', visit.account.email, detail);
      return BAD;
  }
}

/** Applies one key after the other; the first refusal stands and nothing is changed. */
function each(
  state: ChargerState,
  body: Payload,
  apply: (state: ChargerState, key: string, value: unknown) => Outcome,
): Outcome {
  const entries = Object.entries(body);
  if (entries.length === 0) return BAD;
  return entries.reduce<Outcome>(
    (outcome, [key, value]) =>
      outcome.kind === 'done' ? apply(outcome.state, key, value) : outcome,
    { kind: 'done', state },
  );
}

function chargerKey(
  spec: SimulatedCharger['spec'],
  state: ChargerState,
  key: string,
  value: unknown,
): Outcome {
  switch (key) {
    case 'locked':
      return value === 0 || value === 1 ? setLocked(state, value === 1) : BAD;
    case 'maxChargingCurrent':
      return setLimit(spec, state, lenientNumber(value) ?? Number.NaN);
    case 'name':
      return typeof value === 'string' && value !== ''
        ? { kind: 'done', state: { ...state, name: value } }
        : BAD;
    default:
      return BAD;
  }
}

function configKey(
  spec: SimulatedCharger['spec'],
  state: ChargerState,
  key: string,
  value: unknown,
): Outcome {
  const number = lenientNumber(value);
  if (key === 'locked') return chargerKey(spec, state, key, value);
  if (number === undefined) return BAD;
  switch (key) {
    case 'energyCost':
    case 'energy_price':
      return { kind: 'done', state: { ...state, energyPrice: number } };
    case 'currency_id':
      return { kind: 'done', state: { ...state, currencyId: number } };
    case 'icp_max_current':
      return setIcp(state, number);
    case 'home_sharing':
      return { kind: 'done', state: { ...state, homeSharing: number === 1 } };
    case 'max_charging_current':
      return setLimit(spec, state, number);
    default:
      return BAD;
  }
}

/** Body `{data:{type:"eco_smart",attributes:{enabled,mode}}}`, both 0 or 1. */
function ecoSmart(state: ChargerState, body: Payload): Outcome {
  const wrapper = asObject(body.data);
  const { enabled, mode } = asObject(wrapper?.attributes) ?? {};
  const valid = (value: unknown) => value === 0 || value === 1;
  if (wrapper?.type !== 'eco_smart' || !valid(enabled) || !valid(mode)) return BAD;
  return setEcoSmart(state, { enabled: enabled === 1, mode: mode === 1 ? 1 : 0 });
}
