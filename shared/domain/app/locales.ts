/** In whose way numbers and times are written: BCP 47 tags. */
export interface Locales {
  /** For times and all that has words in it: the language of the app's words, the owner's region. */
  readonly words: string;
  /** For numbers and amounts, which have no words: the region's own. */
  readonly numbers: string;
  /** With which day a week begins: 1 is Monday, 7 Sunday. */
  readonly firstDay: number;
}

/** How an owner wants it written, where that is not as the region has it. */
export interface FormatChoice {
  /** ISO 3166 (`DE`); `system`: that of the computer. */
  readonly region: string;
  readonly clock: 'region' | 'h23' | 'h12';
  readonly weekStart: 'region' | 'monday' | 'saturday' | 'sunday';
  /** IANA name (`Europe/Berlin`) of the zone whose clock all goes by; absent: the computer's. */
  readonly zone?: string | undefined;
}

export const defaultFormats: FormatChoice = {
  region: 'system',
  clock: 'region',
  weekStart: 'region',
};
