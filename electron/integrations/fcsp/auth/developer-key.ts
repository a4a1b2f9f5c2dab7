/**
 * The key that opens the API of every unit known so far. It is no secret: its finder read it in the
 * traffic of the maker's set-up app, and it stands in the README of the public Python library
 * (FCA). A software update of the station may change it, so the form takes another.
 */
export const developerKey = '1bcr1ee0j58v9vzvy31n7w0imfz5dqi85tzem7om';

/** Whether a text could be a developer key: printable, without blanks, of a sane length. */
export function isKey(text: string): boolean {
  return /^[\x21-\x7e]{1,500}$/.test(text);
}
