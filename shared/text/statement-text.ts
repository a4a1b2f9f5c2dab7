/** Words of a statement for an employer, a landlord or the tax office. */
export const statementText = {
  view: 'Statement',
  title: (month: string) => `Charging statement, ${month}`,
  intro: 'For an employer, a landlord or the tax office.',
  loading: 'Adding up…',
  none: 'Nothing is known of this charger.',
  noRows: 'No charges in this month.',
  name: 'Your name',
  paperName: 'Name',
  nameHint: 'It stands on the statement and is not kept.',
  charger: 'Charger',
  model: 'Model',
  serial: 'Serial number',
  zone: 'Times in',
  columns: { day: 'Day', times: 'Time', energy: 'kWh', price: 'Per kWh', cost: 'Cost' },
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
