import type { Brand } from '../domain/brand.ts';
import { messages } from './messages.ts';

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
export interface BrandFormWords {
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

export function brandFormWords(brand: Brand): BrandFormWords {
  return messages.brandForms[brand];
}
