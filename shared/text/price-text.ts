/** Words of the prices of a charger. */
export const priceText = {
  title: 'Energy price',
  intro:
    'Sessions are costed at the price valid at the time. A new price doesn’t change earlier sessions.',
  none: 'No price set, so no costs are shown.',
  since: (day: string) => `From ${day}`,
  now: 'current',
  origins: { own: 'set by you', charger: 'from the charger' },
  otherwise: 'All other times',
  bandWhen: (days: string, times: string) => `${days}, ${times}`,
  everyDay: 'Every day',
  wholeDay: 'all day',
  times: (from: string, to: string) => `${from}–${to}`,
  days: (from: string, to: string) => `${from}–${to}`,
  remove: 'Delete',
  removeNamed: (day: string) => `Delete the price from ${day}`,
  removeTitle: (day: string) => `Delete the price from ${day}?`,
  removeBody: 'The previous price applies from that day. Calculated costs stay.',
  add: 'New price',
  kind: 'Price',
  kinds: { flat: 'Flat rate', bands: 'Time of use' },
  from: 'From',
  currency: 'Currency',
  perKwh: 'Price per kWh',
  otherwisePerKwh: 'Price at all other times',
  otherwiseHint: 'Per kWh, whenever no time band above applies.',
  band: (number: number) => `Time band ${number}`,
  bandDays: 'Days',
  bandFrom: 'From',
  bandTo: 'To',
  addBand: 'Add time band',
  removeBand: (number: number) => `Remove time band ${number}`,
  removeBandShort: 'Remove',
  bandHint: 'The first matching band applies. A band may run past midnight.',
  save: 'Save price',
  cancel: 'Cancel',
  saved: 'Saved',
  full: 'Price limit reached. Delete one first.',
} as const;

/** What is wrong with a price, by what was entered where. */
export const priceTroubles = {
  empty: 'Enter a price, for example 0.31.',
  noNumber: 'That isn’t a number. Enter it like 0.31 or 0,31.',
  tooFine: 'Use at most 8 decimal places.',
  tooLarge: 'That price is too high.',
  noDay: 'Choose a day.',
  noDays: 'Choose at least one day of the week.',
  noTime: 'Enter both times.',
  sameTimes: 'Start and end are the same. For the whole day, choose 00:00 to 00:00.',
} as const;

/** Said beside a price that is allowed but unusual. */
export const unusualPrice = 'Unusual price per kWh. Check the decimal separator.';
