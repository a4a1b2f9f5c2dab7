import type { CallName } from '../../../electron/integrations/fcsp/calls.ts';
import type { Command, CommandKind } from '../../../shared/domain/charger/command.ts';
import type { Quirk } from '../../simulators/wallbox/quirks.ts';

type WallboxQuestion =
  | 'sign-in'
  | 'refresh'
  | 'list'
  | 'status'
  | 'details'
  | 'config'
  | 'history'
  | 'schedules'
  | 'schedulesWrite';

/** Everything that a far end is ever asked: a call or a command of a brand. */
export type Operation = `Wallbox ${WallboxQuestion | CommandKind}` | `Ford ${CallName}`;

/** How something comes to be asked, which decides what can be seen of its faults. */
export type Role =
  /** A person fills in a form. */
  | 'signIn'
  /** A token has died, and the next reading needs another. */
  | 'refresh'
  /** A connection asks by itself, again and again: the list, a reading, a part of one. */
  | 'list'
  | 'reading'
  | 'part'
  /** Somebody opens something. */
  | 'asked'
  | 'command'
  | 'schedulesWrite';

/** An operation as the far end sees it. */
export interface OperationSpec {
  readonly brand: 'Wallbox' | 'Ford';
  readonly role: Role;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: RegExp;
  readonly command?: Command;
  /** What makes it possible. */
  readonly before?: Command;
  /** What makes it necessary. */
  readonly quirks?: readonly Quirk[];
}

const wallbox = { brand: 'Wallbox', method: 'GET' } as const;
const ford = { brand: 'Ford', method: 'GET' } as const;
const action = {
  brand: 'Wallbox',
  role: 'command',
  method: 'POST',
  path: /^\/v3\/chargers\/\d+\/remote-action$/,
} as const;
const change = {
  brand: 'Wallbox',
  role: 'command',
  method: 'PUT',
  path: /^\/v2\/charger\/\d+$/,
} as const;
const schedules = /^\/chargers\/\d+\/schedules$/;

/** All of them. A call or command that is added asks for its line here, and then for its row. */
export const operations: Readonly<Record<Operation, OperationSpec>> = {
  'Wallbox sign-in': { ...wallbox, role: 'signIn', path: /^\/users\/signin$/ },
  'Wallbox refresh': { ...wallbox, role: 'refresh', path: /^\/users\/refresh-token$/ },
  'Wallbox list': { ...wallbox, role: 'list', path: /^\/v3\/chargers\/groups$/ },
  'Wallbox status': { ...wallbox, role: 'reading', path: /^\/chargers\/status\/\d+$/ },
  'Wallbox details': { ...wallbox, role: 'asked', path: /^\/v2\/charger\/\d+$/ },
  'Wallbox config': {
    ...wallbox,
    role: 'asked',
    path: /^\/chargers\/config\/\d+$/,
    quirks: ['no-config'],
  },
  'Wallbox history': { ...wallbox, role: 'asked', path: /^\/v4\/sessions\/stats$/ },
  'Wallbox schedules': { ...wallbox, role: 'asked', path: schedules },
  'Wallbox schedulesWrite': {
    brand: 'Wallbox',
    role: 'schedulesWrite',
    method: 'POST',
    path: schedules,
  },
  'Wallbox pause': { ...action, command: { kind: 'pause' } },
  'Wallbox resume': { ...action, command: { kind: 'resume' }, before: { kind: 'pause' } },
  'Wallbox backToSchedule': {
    ...action,
    command: { kind: 'backToSchedule' },
    before: { kind: 'pause' },
  },
  'Wallbox lock': { ...change, command: { kind: 'lock' } },
  'Wallbox unlock': { ...change, command: { kind: 'unlock' }, before: { kind: 'lock' } },
  'Wallbox setLimit': { ...change, command: { kind: 'setLimit', limitA: 10 } },
  'Wallbox setSolarMode': {
    ...action,
    method: 'PUT',
    path: /^\/v4\/chargers\/\d+\/eco-smart$/,
    command: { kind: 'setSolarMode', mode: 'eco' },
  },
  'Wallbox setPrice': {
    ...action,
    path: /^\/chargers\/config\/\d+$/,
    command: { kind: 'setPrice', perKwh: 0.42 },
  },
  'Wallbox reboot': { ...action, command: { kind: 'reboot' }, before: { kind: 'pause' } },
  'Wallbox updateSoftware': {
    ...action,
    command: { kind: 'updateSoftware' },
    before: { kind: 'pause' },
  },
  'Ford access': { ...ford, method: 'POST', role: 'signIn', path: /^\/api\/v1\/access$/ },
  'Ford refresh': { ...ford, method: 'POST', role: 'refresh', path: /^\/api\/v1\/refresh$/ },
  'Ford chargerinfo': { ...ford, role: 'reading', path: /^\/api\/v1\/chargerinfo$/ },
  'Ford inverterinfo': { ...ford, role: 'part', path: /^\/api\/v1\/inverterinfo$/ },
  'Ford configstatus': { ...ford, role: 'asked', path: /^\/api\/v1\/configstatus$/ },
  'Ford networkinfo': { ...ford, method: 'POST', role: 'asked', path: /^\/api\/v1\/networkinfo$/ },
};

export const operationNames = Object.keys(operations) as readonly Operation[];
