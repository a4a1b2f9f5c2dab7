import type { Brand } from '../domain/brand.ts';

/** A heading and the sentence under it. */
interface TitleAndBody {
  readonly title: string;
  readonly body: string;
}

/** What can go wrong when its form is sent and is said otherwise for each make. */
type FormTrouble =
  | 'refused'
  | 'unreachable'
  | 'unknownName'
  | 'connectionRefused'
  | 'timedOut'
  | 'serverError'
  | 'oldTls'
  | 'wrongDevice';

/**
 * What is said about a brand: its name, what adding it needs, what to expect of it, and the words
 * that differ because one make has accounts in a cloud and another only an address and a key.
 */
export interface BrandText {
  readonly name: string;
  readonly needs: string;
  readonly notes: readonly string[];
  /** Labels of the fields of its form, by the field's name. */
  readonly fields: Readonly<Record<string, string>>;
  /** What helps to fill a field, by its name; a field that explains itself has none. */
  readonly hints: Readonly<Record<string, string>>;
  /** The same where it is filled once more, as far as it differs. */
  readonly hintsAgain: Readonly<Record<string, string>>;
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
  /** Why its chargers can only be watched, where that is so. */
  readonly cannot?: string;
  /** The notification that nothing can be read until its owner has done something. */
  readonly signInNotice: TitleAndBody;
  /** The same in few words, for the tray's tooltip; and the entry of its menu that helps. */
  readonly signInShort: string;
  readonly signInEntry: (label: string) => string;
  /** The same in the window: on the pill, as a sentence, on the button, and at the top of it. */
  readonly signInState: string;
  readonly signInNote: string;
  readonly signInButton: string;
  readonly signInTrouble: (label: string) => TitleAndBody;
  /** Nobody could say which chargers there are. */
  readonly listTrouble: (label: string) => string;
  /** The view that asks for it again: its title, and the button that leads there. */
  readonly again: string;
  readonly change: string;
  readonly changeNamed: (label: string) => string;
  /** What the pill of its account says in the settings. */
  readonly signInStates: Readonly<Record<'working' | 'signedIn' | 'signInNeeded', string>>;
  readonly intervalHint: (leastSeconds: number) => string;
  /** What of it lies in the keychain, at the beginning of a sentence. */
  readonly kept: string;
  readonly forgetBody: string;
  readonly forget: string;
}

const noConnection = 'No connection. Check the network and try again.';

const wallbox: BrandText = {
  name: 'Wallbox',
  needs:
    'The e-mail and password of your Wallbox account. Pulsar Plus, Pulsar Max, Copper SB, Commander and family.',
  notes: [
    'Google and Apple sign-ins do not work here. In the Wallbox app, sign out, choose “Forgot password” and set a password for the same e-mail.',
    'Wallbox answers through its cloud: what you see can be one or two minutes old.',
  ],
  fields: { email: 'E-mail', password: 'Password' },
  hints: {},
  hintsAgain: {},
  fieldTrouble: { email: 'This is not an e-mail address. Look for a slip.' },
  formTrouble: {
    refused: 'The sign-in was refused. Check e-mail and password.',
    unreachable: noConnection,
    unknownName: noConnection,
    connectionRefused: noConnection,
    timedOut: 'No answer in time. Try again.',
    serverError: 'The service has a problem. Try again in a few minutes.',
    oldTls: 'The service offers no safe connection. Something in this network may be in between.',
    wrongDevice:
      'This was not the service of Wallbox. Something in this network may be in between.',
  },
  submit: 'Sign in',
  busy: 'Signing in…',
  untilQuit: 'Sign in until I quit',
  secret: 'password',
  keep: 'Keep me signed in',
  privacy:
    'What you type goes to Wallbox and to nobody else. ChargeTray has no server and counts nothing.',
  signInNotice: {
    title: 'Sign in to Wallbox again',
    body: 'Until then nothing new is known of your chargers.',
  },
  signInShort: 'sign in needed',
  signInEntry: (label) => `Sign in to ${label}…`,
  signInState: 'Sign-in needed',
  signInNote: 'Sign in to see and steer this charger.',
  signInButton: 'Sign in',
  signInTrouble: (label) => ({
    title: 'Sign in to Wallbox again',
    body: `Until then nothing new is known of the chargers of ${label}.`,
  }),
  listTrouble: () => 'Wallbox did not say which chargers there are',
  again: 'Sign in to Wallbox again',
  change: 'Sign in',
  changeNamed: (label) => `Sign in to ${label}`,
  signInStates: {
    working: 'Signing in…',
    signedIn: 'Signed in',
    signInNeeded: 'Sign-in needed',
  },
  intervalHint: (least) =>
    `At least ${least}. Longer is kinder to the service; while the window is open it looks more often.`,
  kept: 'What signs it in',
  forgetBody:
    'ChargeTray signs out, deletes the stored password and no longer watches its chargers. The chargers themselves stay as they are.',
  forget: 'Forget account',
};

const fcsp: BrandText = {
  name: 'Ford Charge Station Pro',
  needs: 'Its address in your network: a name or an IP address. No account is needed.',
  notes: [
    'ChargeTray and the station must be in the same network. There is no cloud between them.',
    'It says whether a car is connected, whether power flows and whether there is a fault. It gives no numbers for power or energy.',
  ],
  fields: { address: 'Address', name: 'Name', key: 'Developer key' },
  hints: {
    address: 'Such as 192.0.2.10 or charger.local, with :port if it is not 443.',
    name: 'How you call it.',
    key: 'Leave empty: all stations known so far take the same key.',
  },
  hintsAgain: { key: 'Leave empty to go on with the key that is used now.' },
  fieldTrouble: {
    address: 'This is not an address. Type a name or an IP address.',
    key: 'This cannot be a developer key. Leave it empty, or copy the key again.',
  },
  formTrouble: {
    refused:
      'The station refused the developer key. If you typed one, check it; if not, your station needs one of its own.',
    unreachable:
      'No connection. Check the address, and that this computer is in the same network as the station.',
    unknownName: 'Nobody in this network knows that name. Check it, or type the IP address.',
    connectionRefused:
      'Something answers at this address, but not at this port. Check the address and the port.',
    timedOut: 'No answer in time. The station can be slow: try again, and check the address.',
    serverError: 'The station has a problem of its own. Try again in a few minutes.',
    oldTls: 'What answers there offers no safe connection. Check the address.',
    wrongDevice: 'This is not a Ford Charge Station Pro. Check the address.',
  },
  submit: 'Connect',
  busy: 'Connecting…',
  untilQuit: 'Connect until I quit',
  secret: 'developer key',
  keep: 'Keep the developer key',
  privacy: 'ChargeTray asks the station directly. Nothing leaves your network.',
  cannot:
    'Its local interface has no known way to start, stop, lock or limit, so ChargeTray only watches.',
  signInNotice: {
    title: 'The station refused the developer key',
    body: 'Open ChargeTray and type the new key.',
  },
  signInShort: 'check the developer key',
  signInEntry: (label) => `Check the key of ${label}…`,
  signInState: 'Key refused',
  signInNote: 'Type the developer key of this station.',
  signInButton: 'Check the key',
  signInTrouble: (label) => ({
    title: 'The station refused the developer key',
    body: `Type the new key of ${label}. Until then nothing new is known of it.`,
  }),
  listTrouble: (label) => `${label} could not be asked`,
  again: 'Address, name and key',
  change: 'Change address or key',
  changeNamed: (label) => `Change address or key of ${label}`,
  signInStates: { working: 'Connecting…', signedIn: 'Watched', signInNeeded: 'Key refused' },
  intervalHint: (least) => `At least ${least}. A station that is asked too often reports a fault.`,
  kept: 'Its developer key',
  forgetBody:
    'ChargeTray forgets its address, key and certificate and no longer watches it. The station itself stays as it is.',
  forget: 'Forget station',
};

export const brandText: Record<Brand, BrandText> = { wallbox, fcsp };
