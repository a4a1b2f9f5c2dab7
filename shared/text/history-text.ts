import type { Brand } from '../domain/brand.ts';
import type { Interruption, Session, SessionCost, SessionSource } from '../domain/history.ts';
import type { ChargerStateName } from '../domain/status.ts';
import { brandText } from './brand-text.ts';

/** Words of the history: the list of charges and its sums. Numbers and times come written out. */
export const historyText = {
  title: 'History',
  open: 'History',
  openOf: (name: string) => `History of ${name}`,
  span: {
    unit: 'Shown',
    month: 'Month',
    year: 'Year',
    before: { month: 'Month before', year: 'Year before' },
    after: { month: 'Next month', year: 'Next year' },
    now: { month: 'This month', year: 'This year' },
  },
  charger: 'Charger',
  allChargers: 'All chargers',
  totals: {
    title: 'Sums',
    energy: 'Energy',
    cost: 'Cost',
    time: 'Charging',
    charges: 'Charges',
    green: (energy: string) => `${energy} of it from the sun.`,
    withoutEnergy: (count: number) =>
      count === 1
        ? '1 charge without a known energy is not in the sum.'
        : `${count} charges without a known energy are not in the sum.`,
  },
  bars: {
    energy: { month: 'Energy by day', year: 'Energy by month' },
    time: { month: 'Charging time by day', year: 'Charging time by month' },
    label: (title: string, span: string, sum: string) => `${title}, ${span}: ${sum} in all.`,
    period: { month: 'Day', year: 'Month' },
    hours: 'h',
    charges: 'Charges',
  },
  list: {
    title: 'Charges',
    search: 'Search charger or day',
    source: 'Known from',
    more: 'Show more',
    shown: (shown: number, all: string) => `${shown} of ${all}`,
    count: (count: number) => (count === 1 ? '1 charge' : `${count} charges`),
    runs: 'under way',
    unknownEnergy: 'energy not known',
    days: (count: number) => (count === 1 ? '+1 day' : `+${count} days`),
    about: (amount: string) => `about ${amount}`,
    loading: 'Looking…',
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

/** Words of one charge. */
export const sessionText = {
  gone: 'This charge is no longer kept.',
  span: (from: string, to: string) => `${from} to ${to}`,
  times: (from: string, to: string) => `${from}–${to}`,
  loading: 'Looking…',
  facts: {
    start: 'Start',
    end: 'End',
    duration: 'Duration',
    charging: 'Power flowed',
    energy: 'Energy',
    green: 'From the sun',
    average: 'Average power',
    peak: 'Highest power',
    cost: 'Cost',
    source: 'Known from',
  },
  before: (time: string) => `before ${time}`,
  runs: 'It is under way.',
  estimated: 'Estimated: not all of it was watched, and the price changed meanwhile.',
  gap: (from: string, to: string) => `Not watched from ${from} to ${to}.`,
  gapsUnknown: 'Part of it was not watched.',
  noPicture: 'Nothing was recorded of its course.',
  picture: {
    title: 'Power and energy of this charge',
    summary: (from: string, to: string) => `Power and energy from ${from} to ${to}.`,
    keys: 'Arrow keys move through it, plus and minus zoom, 0 shows the whole charge.',
    limit: (current: string) => `limit ${current}`,
    nothing: 'nothing known',
    at: (time: string, parts: readonly string[]) => `${time}: ${parts.join(', ')}`,
    hint: 'Point at the picture, or use the arrow keys, to read it.',
    closer: 'Zoom in',
    wider: 'Zoom out',
    whole: 'Whole charge',
    save: 'Save picture…',
    fileName: (charger: string, day: string) => `${charger} ${day}.png`,
    legend: { power: 'Power', energy: 'Energy', limit: 'Limit', interruption: 'No power' },
    time: 'Time',
    limitColumn: 'Limit',
    unknown: 'not known',
    shown: (from: string, to: string) => `Shown: ${from} to ${to}.`,
  },
  states: {
    title: 'What happened when',
    summary: (from: string, to: string) => `What happened from ${from} to ${to}.`,
    noNumbers: 'The charger gives no numbers for power or energy.',
    more: (count: number) => `… and ${count} more changes.`,
  },
} as const;

/** Why no power flowed. */
export const interruptionWords: Record<Interruption['kind'], string> = {
  queue: 'waiting for power',
  schedule: 'waiting for its schedule',
  pause: 'paused or locked',
  waiting: 'the car took none',
  fault: 'fault',
  offline: 'charger not connected',
  gap: 'not watched',
};

/** What a charger said for a while, as far as it is kept; and when nobody looked. */
export const runWords: Record<ChargerStateName | 'gap', string> = {
  charging: 'Charging',
  discharging: 'Powering your home',
  transferring: 'Power is flowing',
  waiting: 'Connected, no power flows',
  queued: 'Waiting for power',
  scheduled: 'Scheduled',
  paused: 'Paused or stopped',
  complete: 'Charge complete',
  locked: 'Locked',
  lockedCar: 'Locked, a car is waiting',
  available: 'Ready',
  updating: 'Updating',
  error: 'Fault',
  offline: 'Not connected',
  unknown: 'Unrecognised state',
  gap: 'Not watched',
};

/** How a charge ended. */
export const endWords: Record<NonNullable<Session['end']>, string> = {
  complete: 'charge complete',
  paused: 'paused',
  locked: 'locked',
  unplugged: 'unplugged',
  unseen: 'while nobody looked',
  notSaid: 'stopped or finished, the charger does not say which',
};

/** Where the cost of a charge comes from. */
export const costOrigins: Record<SessionCost['origin'], string> = {
  own: 'by your price',
  charger: 'by the price in the charger',
  cloud: 'as the cloud of its maker says',
};

/** Words of the export. */
export const exportText = {
  title: 'Export',
  what: 'What',
  whats: { sessions: 'Charges', samples: 'Every look' },
  format: 'As',
  formats: { csv: 'CSV', json: 'JSON' },
  bom: 'For Excel',
  bomHint: 'With a byte order mark, so that Excel reads letters such as ä and é right.',
  range: (span: string, charger: string | undefined) =>
    charger === undefined ? `All of ${span}.` : `${charger}, ${span}.`,
  save: 'Save as…',
  stop: 'Stop',
  rows: (count: string) => `${count} rows so far…`,
  begun: 'Choose where to save it.',
  saved: 'Saved',
  cancelled: 'Not saved',
  failed: 'It could not be saved. Try another folder.',
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

/** Words of a statement for an employer, a landlord or the tax office. */
export const statementText = {
  view: 'Statement',
  title: (month: string) => `Charging statement, ${month}`,
  intro: 'For an employer, a landlord or the tax office.',
  loading: 'Adding up…',
  none: 'Nothing is known of this charger.',
  noRows: 'No charges in this month.',
  name: 'Your name',
  nameHint: 'It stands on the statement and is not kept.',
  charger: 'Charger',
  model: 'Model',
  serial: 'Serial number',
  zone: 'Times in',
  meterStart: 'Meter at the start',
  meterEnd: 'Meter at the end',
  columns: { day: 'Day', times: 'Time', energy: 'kWh', price: 'Per kWh', cost: 'Cost' },
  kilowattHours: (number: string) => `${number} kWh`,
  total: 'Total',
  unknown: '–',
  runs: (from: string) => `${from}–`,
  estimatedMark: '*',
  estimated: '* Estimated: not all of this charge was watched, and the price changed meanwhile.',
  withoutEnergy: (count: number) =>
    count === 1
      ? 'The energy of 1 charge is not known and is missing from the total.'
      : `The energy of ${count} charges is not known and is missing from the total.`,
  withoutCost: (count: number) =>
    count === 1
      ? 'The cost of 1 charge is not known and is missing from the total.'
      : `The cost of ${count} charges is not known and is missing from the total.`,
  counted: 'Energy as the charger counts it. Made with ChargeTray.',
  save: 'Save as PDF…',
  fileName: (charger: string, month: string) => `${charger} ${month}.pdf`,
} as const;

/** Words of the prices of a charger. */
export const priceText = {
  title: 'Energy price',
  intro:
    'What a charge cost is reckoned by the price of its day. Charges before a new price keep theirs.',
  none: 'No price is known yet, so charges have no cost.',
  since: (day: string) => `From ${day}`,
  now: 'now',
  origins: { own: 'set by you', charger: 'from the charger' },
  otherwise: 'Otherwise',
  everyDay: 'Every day',
  wholeDay: 'all day',
  times: (from: string, to: string) => `${from}–${to}`,
  days: (from: string, to: string) => `${from}–${to}`,
  remove: 'Delete',
  removeNamed: (day: string) => `Delete the price from ${day}`,
  removeTitle: (day: string) => `Delete the price from ${day}?`,
  removeBody:
    'From that day on the price before it holds. Costs that were reckoned stay as they are.',
  add: 'New price',
  kind: 'Price',
  kinds: { flat: 'One price', bands: 'By time of day' },
  from: 'From',
  currency: 'Currency',
  perKwh: 'Price per kWh',
  otherwisePerKwh: 'Otherwise, per kWh',
  otherwiseHint: 'At all times that no line above names.',
  band: (number: number) => `Time ${number}`,
  bandDays: 'Days',
  bandFrom: 'From',
  bandTo: 'To',
  addBand: 'Add a time',
  removeBand: (number: number) => `Remove time ${number}`,
  removeBandShort: 'Remove',
  bandHint: 'The first line that fits counts. 22:00 to 06:00 goes over midnight.',
  save: 'Save price',
  cancel: 'Cancel',
  saved: 'Saved',
  full: 'There are as many prices as can be kept. Delete one first.',
} as const;

/** What is wrong with a price, by what was typed where. */
export const priceTroubles = {
  empty: 'Type a price, such as 0.31.',
  noNumber: 'This is not a number. Type it like 0.31 or 0,31.',
  tooFine: 'That is too exact: at most 8 digits after the point.',
  tooLarge: 'That is too large for a price.',
  noDay: 'Choose a day.',
  noDays: 'Choose at least one day of the week.',
  noTime: 'Type both times.',
  sameTimes: 'From and to are the same. For the whole day choose 00:00 to 00:00.',
} as const;

/** Said beside a price that is allowed but unusual. */
export const unusualPrice = 'That is unusual for a kWh. Is the point in the right place?';
