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
