import type { Brand } from '../domain/brand.ts';
import { messages } from './messages.ts';

/** A heading and the sentence under it. */
interface TitleAndBody {
  readonly title: string;
  readonly body: string;
}

/**
 * What is said about a brand: its name, what adding it needs, what to expect of it, and the words
 * that differ because one brand has accounts in a cloud and another only an address and a key.
 */
export interface BrandWords {
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

export function brandWords(brand: Brand): BrandWords {
  return messages.brands[brand];
}
