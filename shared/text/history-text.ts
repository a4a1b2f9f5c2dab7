import type { Brand } from '../domain/brand.ts';
import type { SessionSource } from '../domain/session/history.ts';
import { brandText } from './brand-text.ts';

/** Words of the history: what is shown, and the list. Numbers and times come written out. */
export const historyText = {
  title: 'History',
  open: 'History',
  openOf: (name: string) => `History of ${name}`,
  span: {
    unit: 'Shown',
    month: 'Month',
    year: 'Year',
    all: 'All',
    allTime: 'All time',
    today: 'Today',
    before: { month: 'Month before', year: 'Year before' },
    after: { month: 'Next month', year: 'Next year' },
  },
  charger: 'Charger',
  allChargers: 'All chargers',
  list: {
    title: 'Charges',
    search: 'Search charger or day',
    searchShort: 'Search',
    source: 'Known from',
    more: 'Show more',
    shown: (shown: number, all: string) => `${shown} of ${all}`,
    count: (count: number) => (count === 1 ? '1 charge' : `${count} charges`),
    runs: 'under way',
    unknown: 'unknown',
    average: (power: string) => `${power} on average`,
    unknownEnergy: 'energy not known',
    noEnergy: 'no energy',
    showEmpty: (count: number) =>
      count === 1 ? 'Show 1 session without energy' : `Show ${count} sessions without energy`,
    days: (count: number) => (count === 1 ? '+1 day' : `+${count} days`),
    about: (amount: string) => `about ${amount}`,
    loading: 'Looking…',
    noneEver: 'No sessions yet.',
    none: (span: string) => `No charges in ${span}.`,
    noneYet: (span: string) => `No charges yet in ${span}.`,
    byThemselves: 'They appear here by themselves.',
    notFound: 'No charge fits. Change the search or what it is known from.',
    clear: 'Show all',
  },
  tools: {
    export: 'Export…',
    statement: 'Statement…',
    prices: 'Energy price…',
    fetch: 'Cloud…',
  },
} as const;

/** Who knows of a charge, in the filter. */
export const sourceLabels: Record<'any' | SessionSource, string> = {
  any: 'Any',
  recorded: 'Here',
  cloud: 'Cloud',
  both: 'Both',
};

/** The same as a mark on a charge. */
export const sourceWords: Record<SessionSource, string> = {
  recorded: 'Recorded here',
  cloud: 'From its maker’s cloud',
  both: 'Recorded here and in the cloud',
};

/** Words of the export. */
export const exportText = {
  title: 'Export',
  what: 'What',
  whats: { sessions: 'Charges', samples: 'Every look' },
  format: 'As',
  formats: { csv: 'CSV', json: 'JSON' },
  excel: 'For Excel',
  excelHint: 'Opens in columns, with numbers and dates as your country writes them.',
  range: (span: string, charger: string | undefined) =>
    charger === undefined ? `All of ${span}.` : `${charger}, ${span}.`,
  /** Of all time. */
  rangeAll: (charger: string | undefined) =>
    charger === undefined ? 'All sessions.' : `${charger}, all sessions.`,
  save: 'Save as…',
  stop: 'Stop',
  rows: (count: string) => `${count} rows so far…`,
  begun: 'Choose where to save it.',
  saved: 'Saved',
  cancelled: 'Not saved',
  failed: 'Couldn’t save. Try another folder.',
} as const;

/** Words around what a maker's cloud knows of the past. */
export const fetchText = {
  offer: (brand: Brand) => `Fetch from ${brandText[brand].name}’s cloud`,
  offerFor: (brand: Brand, name: string) => `Fetch ${name} from ${brandText[brand].name}’s cloud`,
  hint: 'Charges from before ChargeTray watched. One question a minute: it can take a while.',
  busy: 'Asking the cloud, one question a minute… You can go on meanwhile.',
  done: (count: number) =>
    count === 0
      ? 'The cloud knows no more than what is here.'
      : `The cloud told of ${count === 1 ? '1 charge' : `${count} charges`}.`,
} as const;
