import type { Brand } from '../domain/brand.ts';

/** What can go wrong when its form is sent and is said differently for each brand. */
type FormTrouble =
  | 'refused'
  | 'unreachable'
  | 'unknownName'
  | 'connectionRefused'
  | 'timedOut'
  | 'serverError'
  | 'oldTls'
  | 'wrongDevice';

/** What is said about adding a charger of a brand: what it needs, and the words of its form. */
export interface BrandFormText {
  readonly needs: string;
  readonly notes: readonly string[];
  /** Labels of the fields of its form, by the field's name. */
  readonly fields: Readonly<Record<string, string>>;
  /** On the buttons that show what is typed into a secret field and hide it again, by its name. */
  readonly reveals: Readonly<Record<string, { readonly show: string; readonly hide: string }>>;
  /** What helps to fill a field, by its name; a field that explains itself has none. */
  readonly hints: Readonly<Record<string, string>>;
  /** The same where it is filled once more, as far as it differs. */
  readonly hintsAgain: Readonly<Record<string, string>>;
  /** Asks for a field that must not be empty, by its name. */
  readonly missing: Readonly<Record<string, string>>;
  /** What is wrong with a field that cannot be what it asks for, by its name. */
  readonly fieldTrouble: Readonly<Record<string, string>>;
  readonly formTrouble: Readonly<Record<FormTrouble, string>>;
  /** On the button that sends the form, and while it is under way. */
  readonly submit: string;
  readonly busy: string;
  /** The same, with its secret kept only until the app quits; and what that secret is. */
  readonly untilQuit: string;
  readonly secret: string;
  readonly keep: string;
  /** Where that goes which is typed. */
  readonly privacy: string;
}

const noConnection = 'No connection. Check the network and try again.';

const wallbox: BrandFormText = {
  needs:
    'Sign in with your Wallbox email and password. Pulsar, Copper, Commander and Quasar models.',
  notes: [
    'Signed up with Google or Apple? Set a password first: in the Wallbox app, sign out and choose “Forgot password”.',
    'Data comes from the Wallbox cloud and can be a minute or two behind.',
  ],
  fields: { email: 'Email', password: 'Password' },
  reveals: { password: { show: 'Show password', hide: 'Hide password' } },
  hints: {},
  hintsAgain: {},
  missing: { email: 'Enter your email.', password: 'Enter your password.' },
  fieldTrouble: { email: 'That doesn’t look like an email address. Check for typos.' },
  formTrouble: {
    refused:
      'Wrong email or password. If you use Google or Apple to sign in, set a Wallbox password first.',
    unreachable: noConnection,
    unknownName: noConnection,
    connectionRefused: noConnection,
    timedOut: 'Wallbox didn’t respond in time. Try again.',
    serverError: 'Wallbox is having problems. Try again in a few minutes.',
    oldTls:
      'Can’t connect securely to Wallbox. A proxy or Wi-Fi login page may be intercepting the connection.',
    wrongDevice: 'The reply didn’t come from Wallbox. Check for a Wi-Fi login page or proxy.',
  },
  submit: 'Sign in',
  busy: 'Signing in…',
  untilQuit: 'Sign in for this session only',
  secret: 'password',
  keep: 'Keep me signed in',
  privacy: 'Sent only to Wallbox. ChargeTray has no servers and collects no data.',
};

const fcsp: BrandFormText = {
  needs: 'Needs the station’s IP address or host name. No account.',
  notes: [
    'This computer must be on the same network as the station. No cloud involved.',
    'Shows plugged in, charging and faults. The station doesn’t report power or energy.',
  ],
  fields: { address: 'Address', name: 'Name', key: 'Developer key' },
  reveals: { key: { show: 'Show developer key', hide: 'Hide developer key' } },
  hints: {
    address: 'For example 192.0.2.10 or charger.local. Add :port if it isn’t 443.',
    name: 'For example Carport.',
    key: 'Leave empty unless your station has its own key.',
  },
  hintsAgain: { key: 'Leave empty to keep the current key.' },
  missing: { address: 'Enter the station’s address.', name: 'Enter a name.' },
  fieldTrouble: {
    address: 'Enter a host name or IP address.',
    key: 'That isn’t a valid developer key. Leave it empty or copy the key again.',
  },
  formTrouble: {
    refused: 'The station rejected the developer key. Check it, or enter the key for your station.',
    unreachable:
      'Can’t reach the station. Check the address and that this computer is on the same network.',
    unknownName: 'No device with that name was found. Check the name or use its IP address.',
    connectionRefused: 'Nothing is listening on that port. Check the address and port.',
    timedOut: 'The station didn’t respond. It can be slow; try again.',
    serverError: 'The station reported an error. Try again in a few minutes.',
    oldTls: 'The device at this address doesn’t offer a secure connection. Check the address.',
    wrongDevice: 'This isn’t a Ford Charge Station Pro. Check the address.',
  },
  submit: 'Connect',
  busy: 'Connecting…',
  untilQuit: 'Connect for this session only',
  secret: 'developer key',
  keep: 'Save the developer key',
  privacy: 'ChargeTray connects to the station directly. Nothing leaves your network.',
};

export const brandFormText: Readonly<Record<Brand, BrandFormText>> = { wallbox, fcsp };
