import { type Operation, operations } from '../operations.ts';
import type { Outcome } from '../run.ts';

/** What somebody reads of an outcome; a time is `…`, and undefined is nothing at all. */
type Said = Readonly<Partial<Record<Outcome, readonly (string | undefined)[]>>>;

const nonsense =
  'Unexpected response. If this keeps happening, copy the diagnostics and report it.';
const cannot = 'This charger can’t do that.';
const refusals: Said = {
  'refused notNow': ['Not possible right now. Try again in a minute.'],
  'refused unclear': ['The charger rejected the command. The next reading may show why.'],
};
const notHere = 'This charger isn’t in your account. It may have been removed.';

/** Beside a reading, which is tried again by itself. */
const reading: Said = {
  works: [undefined],
  notFound: [notHere],
  notUnderstood: [nonsense],
  rateLimited: ['Too many requests. Retrying at ….'],
  serverError: ['The server reported an error. Retrying automatically.'],
  timedOut: ['No response. Retrying automatically.'],
  unreachable: ['No connection. Check your network. Retrying automatically.'],
};

/** To somebody who has opened or entered something. */
const wallboxForm: Said = {
  ...refusals,
  works: [undefined],
  notFound: [notHere],
  notStored: ['The charger didn’t store the schedule. Check its schedules in its own app.'],
  notSupported: [cannot],
  notUnderstood: [nonsense],
  rateLimited: ['Too many attempts. Try again after ….'],
  serverError: ['Wallbox is having problems. Try again in a few minutes.'],
  signInNeeded: [
    'Wrong email or password. If you use Google or Apple to sign in, set a Wallbox password first.',
  ],
  timedOut: ['Wallbox didn’t respond in time. Try again.'],
  unreachable: ['No connection. Check the network and try again.'],
  wrongDevice: ['The reply didn’t come from Wallbox. Check for a Wi-Fi login page or proxy.'],
};

const fordForm: Said = {
  works: [undefined],
  rateLimited: ['Too many attempts. Try again after ….'],
  serverError: ['The station reported an error. Try again in a few minutes.'],
  signInNeeded: [
    'The station rejected the developer key. Check it, or enter the key for your station.',
  ],
  timedOut: ['The station didn’t respond. It can be slow; try again.'],
  unreachable: [
    'Can’t reach the station. Check the address and that this computer is on the same network.',
    'No device with that name was found. Check the name or use its IP address.',
    'Nothing is listening on that port. Check the address and port.',
  ],
  wrongDevice: ['This isn’t a Ford Charge Station Pro. Check the address.'],
};

/** Its owner has entered the address of a station. */
const fordReading: Said = {
  ...reading,
  signInNeeded: ['Enter this station’s developer key.'],
  unreachable: [
    ...(reading.unreachable ?? []),
    'No device with that name was found. Check the address.',
    'Nothing is listening on that port. Check the address.',
  ],
};

/** Behind the name of the command: it is never sent again by itself. */
const command: Said = {
  ...refusals,
  works: ['sent, waiting for confirmation.'],
  unsure: ['the reply was lost, so it may have worked. Waiting for confirmation.'],
  notSupported: [cannot],
  notUnderstood: [nonsense],
  rateLimited: ['not sent, too many requests. Try again after ….'],
  serverError: ['not sent, the server reported an error. Try again in a few minutes.'],
  unreachable: ['not sent, no connection. Try again.'],
};

/** All of it, by where it stands. */
export const saidWhere = {
  'beside a Wallbox reading': reading,
  'beside a Ford reading': fordReading,
  'to who asks of Wallbox': wallboxForm,
  'to who asks of Ford': fordForm,
  'of a command': command,
} as const;

/** What may be said of an outcome of this operation. */
export function saidOf(operation: Operation, outcome: Outcome): readonly (string | undefined)[] {
  const { brand, role } = operations[operation];
  return tableOf(brand, role)[outcome] ?? [];
}

function tableOf(brand: 'Wallbox' | 'Ford', role: (typeof operations)[Operation]['role']): Said {
  if (role === 'command') return command;
  const isAsked = role === 'signIn' || role === 'asked' || role === 'schedulesWrite';
  if (isAsked) return brand === 'Ford' ? fordForm : wallboxForm;
  return brand === 'Ford' ? fordReading : reading;
}

/** A sentence without its time, and without the name of a command. */
export function plain(sentence: string | undefined): string | undefined {
  return sentence?.replace(/\d+:\d\d\s[AP]M/, '…').replace(/^[A-Z][^.:]*: (Eco: )?/, '');
}
