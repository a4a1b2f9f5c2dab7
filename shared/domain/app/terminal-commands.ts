/** What can be typed after the app's name. Every other list of it is made from this one. */
export interface TerminalWord {
  /** What stands behind it: a value of its owner's, or one of some words. */
  readonly argument?: { readonly name: string; readonly words?: readonly string[] };
  readonly options: readonly TerminalOption[];
}

/** An option with a value names it, and says which words it may be. `mayMiss`: it goes without one. */
interface OptionForm {
  readonly value?: string;
  readonly words?: readonly string[];
  readonly mayMiss?: true;
}

export const terminalOptions = {
  charger: { value: 'NAME' },
  wait: { value: 'SECONDS', mayMiss: true },
  from: { value: 'DAY' },
  to: { value: 'DAY' },
  what: { value: 'WHAT', words: ['sessions', 'readings'] },
  format: { value: 'FORMAT', words: ['csv', 'json'] },
  business: {},
  output: { value: 'FILE' },
  json: {},
  help: {},
} as const satisfies Record<string, OptionForm>;

export type TerminalOption = keyof typeof terminalOptions;

const sent = ['charger', 'wait', 'json', 'help'] as const;
const written = ['charger', 'from', 'to'] as const;

export const terminalWords = {
  status: { options: ['charger', 'json', 'help'] },
  watch: { options: ['charger', 'json', 'help'] },
  pause: { options: sent },
  resume: { options: sent },
  lock: { options: sent },
  unlock: { options: sent },
  limit: { argument: { name: 'AMPERES' }, options: sent },
  schedule: { options: sent },
  plan: {
    argument: { name: 'CHOICE', words: ['show', 'off', 'cheapest', 'below', 'now'] },
    options: sent,
  },
  refresh: { options: ['json', 'help'] },
  history: { options: [...written, 'json', 'help'] },
  export: { options: [...written, 'what', 'format', 'output', 'json', 'help'] },
  statement: { options: [...written, 'business', 'format', 'output', 'json', 'help'] },
} as const satisfies Record<string, TerminalWord>;

export type TerminalWordName = keyof typeof terminalWords;

/** The words in the order in which they are told. */
export const terminalWordNames = Object.keys(terminalWords) as readonly TerminalWordName[];

/** With which code a command line ends. */
export const exitCodes = {
  done: 0,
  /** It failed, or of what was told not everything is current. */
  failed: 1,
  /** What was typed is not understood. */
  usage: 2,
  /** The charger or the app does not allow it now. */
  refused: 3,
  notConfirmed: 4,
  notRunning: 5,
} as const;

export type ExitName = keyof typeof exitCodes;
