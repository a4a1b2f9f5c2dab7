import type { phrases } from '../languages/en.ts';

/** Every phrase of a language: the same as those of English, whatever they say. */
export type Messages = Widened<typeof phrases>;

type Widened<Part> = Part extends string
  ? string
  : Part extends (...values: infer Values) => infer Said
    ? (...values: Values) => Widened<Said>
    : { readonly [Key in keyof Part]: Widened<Part[Key]> };

/** The phrases of the language that this process speaks now. None before `speak`. */
export let messages: Messages;

/** From here on everything is said in this language: a process speaks one at a time. */
export function speak(language: Messages): void {
  messages = language;
}
