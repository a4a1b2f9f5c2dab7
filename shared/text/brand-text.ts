import type { Brand } from '../domain/brand.ts';

/** A heading and the sentence under it. */
interface TitleAndBody {
  readonly title: string;
  readonly body: string;
}

/**
 * What is said about a brand: its name, what adding it needs, what to expect of it, and the words
 * that differ because one brand has accounts in a cloud and another only an address and a key.
 */
export interface BrandText {
  readonly name: string;
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

const wallbox: BrandText = {
  name: 'Wallbox',
  signInNotice: {
    title: 'Sign in to Wallbox again',
    body: 'Your chargers won’t update until you do.',
  },
  signInShort: 'sign-in required',
  signInEntry: (label) => `Sign in to ${label}…`,
  signInState: 'Sign-in required',
  signInNote: 'Sign in to see and control this charger.',
  signInButton: 'Sign in',
  signInTrouble: (label) => ({
    title: 'Sign in to Wallbox again',
    body: `The chargers of ${label} won’t update until you do.`,
  }),
  listTrouble: () => 'Couldn’t load your Wallbox chargers',
  again: 'Sign in to Wallbox again',
  change: 'Sign in',
  changeNamed: (label) => `Sign in to ${label}`,
  signInStates: {
    working: 'Signing in…',
    signedIn: 'Signed in',
    signInNeeded: 'Sign-in required',
  },
  intervalHint: (least) => `Minimum ${least} s. Updates faster while the window is open.`,
  kept: 'Your sign-in',
  forgetBody:
    'You’ll be signed out and the saved password deleted. Nothing changes on the chargers; your history stays.',
  forget: 'Remove account',
};

const fcsp: BrandText = {
  name: 'Ford Charge Station Pro',
  cannot: 'View only: this station can’t be controlled over your network.',
  signInNotice: {
    title: 'The station rejected the developer key',
    body: 'Open ChargeTray and enter the new key.',
  },
  signInShort: 'check the developer key',
  signInEntry: (label) => `Check the key for ${label}…`,
  signInState: 'Key rejected',
  signInNote: 'Enter this station’s developer key.',
  signInButton: 'Check the key',
  signInTrouble: (label) => ({
    title: 'The station rejected the developer key',
    body: `Enter the new key for ${label} to resume updates.`,
  }),
  listTrouble: (label) => `Couldn’t reach ${label}`,
  again: 'Edit station',
  change: 'Edit station',
  changeNamed: (label) => `Edit ${label}`,
  signInStates: { working: 'Connecting…', signedIn: 'Connected', signInNeeded: 'Key rejected' },
  intervalHint: (least) =>
    `Minimum ${least} s. Polling more often makes the station report a fault.`,
  kept: 'The developer key',
  forgetBody:
    'Its address, key and certificate will be deleted. Nothing changes on the station; your history stays.',
  forget: 'Remove station',
};

export const brandText: Record<Brand, BrandText> = { wallbox, fcsp };
