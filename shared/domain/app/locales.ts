/** In whose way numbers and times are written: BCP 47 tags. */
export interface Locales {
  /** For times and all that has words in it: the language of the app's words, the owner's region. */
  readonly words: string;
  /** For numbers and amounts, which have no words: the system's own. */
  readonly numbers: string;
}
