/** How much more or less than in the period before. `percent` and `before` come written out. */
export interface ChangeSaid {
  readonly trend: 'more' | 'less' | 'same';
  /** `12%`. */
  readonly percent: string;
  /** `Sep`, or `September 2026` where it is heard. */
  readonly before: string;
  /** The period still runs, and is compared with as much of the one before. */
  readonly isRunning: boolean;
}

const arrows = { more: '▲', less: '▼' } as const;

/** Words of the history's sums: its tiles and its bars. Numbers and times come written out. */
export const historySumsText = {
  title: 'Totals',
  tiles: {
    energy: 'Energy',
    cost: 'Cost',
    averagePrice: 'Average price',
    sessions: 'Sessions',
  },
  unknown: 'unknown',
  /** A price per kWh. */
  perKwh: (amount: string) => `${amount}/kWh`,
  solar: (share: string) => `${share} solar`,
  /** Of some sessions it is not known how much was solar. */
  solarAtLeast: (share: string) => `at least ${share} solar`,
  charging: (time: string) => `${time} charging`,
  /** As it is seen; short where something else stands beside it. */
  change: ({ trend, percent, before }: ChangeSaid) =>
    trend === 'same' ? `similar to ${before}` : `${arrows[trend]} ${percent} vs ${before}`,
  changeShort: ({ trend, percent, before }: ChangeSaid) =>
    trend === 'same' ? `similar to ${before}` : `${arrows[trend]} ${percent}`,
  /** The same as it is heard. */
  changeHeard: ({ trend, percent, before, isRunning }: ChangeSaid) => {
    const then = isRunning ? `by this time in ${before}` : `in ${before}`;
    return trend === 'same' ? `about the same as ${then}` : `${percent} ${trend} than ${then}`;
  },
  withoutEnergy: (count: number) =>
    count === 1
      ? 'Energy unknown for 1 session (not included).'
      : `Energy unknown for ${count} sessions (not included).`,
  withoutCost: (count: number) =>
    count === 1
      ? 'Cost unknown for 1 session (not included).'
      : `Cost unknown for ${count} sessions (not included).`,
  withoutBoth: (count: number) =>
    count === 1
      ? 'Energy and cost unknown for 1 session (not included).'
      : `Energy and cost unknown for ${count} sessions (not included).`,
  bars: {
    energy: { month: 'Energy by day', year: 'Energy by month', all: 'Energy by year' },
    time: {
      month: 'Charging time by day',
      year: 'Charging time by month',
      all: 'Charging time by year',
    },
    label: (title: string, span: string, sum: string) => `${title}, ${span}: ${sum} total`,
    period: { month: 'Day', year: 'Month', all: 'Year' },
    measures: { energy: 'Energy', time: 'Charging time' },
    hours: 'h',
    solar: 'Solar',
    other: 'Other',
    sessions: 'Sessions',
    /** A bar in words. */
    bar: (name: string, facts: string) => `${name}: ${facts}`,
    solarPart: (energy: string) => `${energy} solar`,
    count: (count: number) => (count === 1 ? '1 session' : `${count} sessions`),
    none: 'no sessions',
  },
  /** The list shows one day only. */
  day: (name: string) => `${name}: show all days`,
} as const;
