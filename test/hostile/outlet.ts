import { harmless } from '../../shared/domain/harmless.ts';
import { code } from '../../shared/schema/sound.ts';

/** A place where text of somebody else's comes out. */
export interface Outlet {
  /**
   * Lets a text go all its way, from the door it comes in by to what is shown, written or sent. Gives
   * what is wrong with that; nothing where the text has stayed a text.
   */
  readonly wrong: (text: string) => readonly string[] | Promise<readonly string[]>;
}

/** What a charger, an account or a tariff is called once its name has come in. */
export function asName(text: string): string {
  return harmless(text) || 'Garage';
}

/** The same of a code, which is short. */
export function asCode(text: string): string {
  return code.parse(text) || '14';
}

/** As it is written in UTF-8. */
export function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** A finding where something is not as it should be. */
export function unless(isRight: boolean, what: string): readonly string[] {
  return isRight ? [] : [what];
}
