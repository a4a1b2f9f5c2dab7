import type { SimulatedCharger } from './charger.ts';
import type { ChargerState } from './charger-state.ts';
import { configPayload, EURO, software } from './payload-config.ts';
import { isSince, type Payload, seconds, ulid, utcText } from './payload-style.ts';
import { powerW } from './physics.ts';
import { statusCode } from './status-code.ts';
import type { Profile } from './types.ts';
import type { Ownership } from './world.ts';

/** One element of `chargers[]` in `GET /v3/chargers/groups`. kW, kWh, s; `lastSync` is a number here. */
export function listedCharger(charger: SimulatedCharger): Payload {
  const { spec } = charger;
  const { state, at } = charger.reported;
  const odd = spec.quirks ?? [];
  const { session } = state;
  const connectedMs = session.startAt === null ? 0 : (session.endAt ?? state.at) - session.startAt;
  return {
    id: spec.id,
    uid: ulid('CH', spec.id),
    access: true,
    name: state.name,
    status: odd.includes('list-status-200') ? 200 : statusCode(spec, state),
    chargerType: spec.model ?? 'PulsarPlus',
    ocppReady: 'ocpp_1.6j',
    ocppConnectionStatus: state.ocpp ? 4 : 1,
    connectionType: 'wifi',
    locked: Number(state.locked),
    maxChargingCurrent: odd.includes('null-limit') ? null : state.limitA,
    addedEnergy: session.energyWh / 1_000,
    chargingPower: state.online ? powerW(spec, state) / 1_000 : 0,
    chargingTime: Math.floor(connectedMs / 1_000),
    energyUnit: 'kWh',
    powerUnit: 'kW',
    image: 'https://api.wall-box.com/uploads/PLP1-W-2-4-9-002-B.png',
    lastConnection: seconds(at),
    lastSync: seconds(at),
    wifiSignal: 74,
    chargerLoadType: 'Private',
    energyPrice: state.energyPrice,
    software: software(spec, state),
    state: null,
    operationMode: state.ocpp ? 'ocpp' : 'wallbox',
    midStatus: 0,
    remoteAction: 0,
  };
}

/** The person behind an account, as a charger's record lists it. */
export interface ListedUser {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly profile: Profile;
}

/** `GET` and `PUT /v2/charger/{id}`: the live values, so that a write can be read from its reply. */
export function chargerPayload(
  charger: SimulatedCharger,
  ownership: Ownership,
  users: readonly ListedUser[],
  command: Payload = {},
): Payload {
  return {
    data: {
      chargerData: { ...chargerData(charger, charger.state, ownership), ...command },
      users: users.map((user) => ({
        ...user,
        avatar: null,
        surname: 'Example',
        assigned: 1,
        createdByUser: false,
      })),
    },
  };
}

function chargerData(
  charger: SimulatedCharger,
  state: ChargerState,
  ownership: Ownership,
): Payload {
  const { spec, reported } = charger;
  const limit = spec.quirks?.includes('null-limit') ? null : state.limitA;
  const since2024 = {
    uniqueIdentifier: ulid('CH', spec.id),
    softwareUpdatedAt: seconds(reported.at) - 86_400,
  };
  return {
    id: spec.id,
    uid: ulid('CH', spec.id),
    groupUid: ownership.groupUid,
    group: ownership.groupId,
    serialNumber: String(spec.id),
    name: state.name,
    chargerType: spec.model ?? 'PulsarPlus',
    softwareVersion: state.software.current,
    status: statusCode(spec, state),
    ocppConnectionStatus: state.ocpp ? 4 : 1,
    ocppReady: 'ocpp_1.6j',
    stateOfCharge: null,
    maxChgCurrent: limit,
    maxAvailableCurrent: spec.maxAvailableA ?? 32,
    maxChargingCurrent: state.limitA,
    locked: Number(state.locked),
    lastConnection: seconds(reported.at),
    lastSync: { date: `${utcText(reported.at)}.000000`, timezone_type: 3, timezone: 'UTC' },
    midEnabled: 0,
    midMargin: 1,
    midMarginUnit: 1,
    midSerialNumber: '',
    midStatus: 0,
    wifiSignal: 74,
    connectionType: 'wifi',
    protocolCommunication: 'wifi',
    chargerLoadName: 'Private',
    chargerLoadId: 1,
    chargingType: 'AC',
    connectorType: 'Type 2/Socket',
    accessType: 'guest',
    powerSharingStatus: 256,
    resume: monthlyTotals(charger),
    ...(isSince(spec.payloadStyle, '2024') ? since2024 : { statusDescription: 'ok' }),
  };
}

/** Texts once there is something to add up, null and 0 before; Wh, not kWh as it says (WD, DUT). */
function monthlyTotals({ history }: SimulatedCharger): Payload {
  const base = { totalUsers: 1, totalSessions: history.length, energyUnit: 'kWh' };
  if (history.length === 0) {
    return { ...base, chargingTime: null, totalEnergy: 0, totalMidEnergy: 0 };
  }
  const sum = (pick: (entry: (typeof history)[number]) => number) =>
    String(Math.round(history.reduce((total, entry) => total + pick(entry), 0)));
  return {
    ...base,
    chargingTime: sum((entry) => entry.chargingMs / 1_000),
    totalEnergy: sum((entry) => entry.energyWh),
    totalMidEnergy: '0',
  };
}

/** `GET` and `POST /chargers/config/{id}`, with the live values. */
export function configReply(charger: SimulatedCharger, ownership: Ownership): Payload {
  const { state, reported } = charger;
  return { ...configPayload(charger, state, reported.at, ownership), currency: EURO };
}
