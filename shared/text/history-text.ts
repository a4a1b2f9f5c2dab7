import type { Brand } from '../domain/brand.ts';
import type { SessionSource } from '../domain/session/history.ts';
import { brandText } from './brand-text.ts';

/** Words of the history: what is shown, and the list. Numbers and times come written out. */
export const historyText = {
  title: 'History',
  open: 'History',
  openOf: (name: string) => `History of ${name}`,
  span: {
    unit: 'Period',
    month: 'Month',
    year: 'Year',
    all: 'All',
    allTime: 'All time',
    today: 'Today',
    before: { month: 'Previous month', year: 'Previous year' },
    after: { month: 'Next month', year: 'Next year' },
  },
  charger: 'Charger',
  allChargers: 'All chargers',
  list: {
    title: 'Sessions',
    search: 'Search charger, date, tag or note',
    searchShort: 'Search',
    source: 'Source',
    more: 'Show more',
    shown: (shown: number, all: string) => `${shown} of ${all}`,
    count: (count: number) => (count === 1 ? '1 session' : `${count} sessions`),
    runs: 'in progress',
    unknown: 'unknown',
    average: (power: string) => `${power} on average`,
    unknownEnergy: 'energy unknown',
    noEnergy: 'no energy',
    showEmpty: (count: number) =>
      count === 1 ? 'Show 1 session without energy' : `Show ${count} sessions without energy`,
    /** From when to when, and how many days later that is. */
    times: (from: string, to: string, days: number) => {
      if (days === 0) return `${from}–${to}`;
      return days === 1 ? `${from}–${to} (+1 day)` : `${from}–${to} (+${days} days)`;
    },
    about: (amount: string) => `about ${amount}`,
    loading: 'Loading…',
    noneEver: 'No sessions yet.',
    none: (span: string) => `No sessions in ${span}.`,
    noneYet: (span: string) => `No sessions yet in ${span}.`,
    automatic: 'New sessions appear automatically.',
    notFound: 'No matching sessions. Change the search or filter.',
    clear: 'Show all',
  },
  tools: {
    export: 'Export…',
    statement: 'Statement…',
    prices: 'Energy price…',
    fetch: 'Import from Wallbox…',
  },
} as const;

/** Where a session is known from, in the filter. */
export const sourceLabels: Record<'any' | SessionSource, string> = {
  any: 'All sources',
  recorded: 'This computer',
  cloud: 'Wallbox',
  both: 'Both',
};

/** The same as a mark on a session. */
export const sourceWords: Record<SessionSource, string> = {
  recorded: 'Recorded on this computer',
  cloud: 'From Wallbox',
  both: 'This computer and Wallbox',
};

/** Words of the export. */
export const exportText = {
  title: 'Export',
  what: 'Data',
  whats: { sessions: 'Sessions', samples: 'All readings' },
  format: 'Format',
  formats: { csv: 'CSV', json: 'JSON' },
  excel: 'Excel format',
  excelHint: 'Opens in columns, with numbers and dates in your regional format.',
  range: (span: string, charger: string | undefined) =>
    charger === undefined ? `All of ${span}.` : `${charger}, ${span}.`,
  /** Of all time. */
  rangeAll: (charger: string | undefined) =>
    charger === undefined ? 'All sessions.' : `${charger}, all sessions.`,
  save: 'Save as…',
  stop: 'Stop',
  rows: (count: string) => `${count} rows so far…`,
  begun: 'Choose where to save the file.',
  saved: 'Saved',
  cancelled: 'Not saved',
  failed: 'Couldn’t save. Try another folder.',
} as const;

/** Words around importing earlier sessions from a brand's cloud. */
export const fetchText = {
  offer: (brand: Brand) => `Import from ${brandText[brand].name}`,
  offerFor: (brand: Brand, name: string) => `Import ${name} from ${brandText[brand].name}`,
  hint: 'Imports earlier sessions, one request a minute. This can take a while.',
  busy: 'Importing… You can keep working.',
  done: (count: number) =>
    count === 0
      ? 'Nothing new to import.'
      : `Imported ${count === 1 ? '1 session' : `${count} sessions`}.`,
} as const;
