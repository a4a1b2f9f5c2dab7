const aPrice = {
  from: 0,
  currency: 'EUR',
  zone: 'UTC',
  tariff: { kind: 'flat', perKwh: '0.31' },
  origin: 'own',
};
const bands = (band: object) => ({
  kind: 'bands',
  bands: [{ days: [6, 7], from: 1320, to: 360, perKwh: '-0.05', ...band }],
  otherwise: '0.31',
});

const aToken = { source: 'tibber', token: 'a-made-up-token', untilQuit: false };

/** What the calls about prices take, and must not take. */
export const priceCalls = {
  priceNow: { takes: [{ entry: aPrice }], refuses: [undefined, {}] },
  priceSources: { takes: [undefined], refuses: [{}] },
  getMarket: { takes: [undefined], refuses: [{}] },
  cheapestTime: {
    takes: [{ wh: 22_000, powerW: 7400, readyBy: 420, inOneGo: true }],
    refuses: [
      undefined,
      { wh: -1, powerW: 7400, readyBy: 420, inOneGo: true },
      { wh: 22_000, powerW: 0, readyBy: 420, inOneGo: true },
      { wh: 22_000, powerW: 7400, readyBy: 1440, inOneGo: true },
      { wh: Number.NaN, powerW: 7400, readyBy: 420, inOneGo: true },
      { wh: 22_000, powerW: 7400, readyBy: 420, inOneGo: true, more: 1 },
    ],
  },
  getPrices: { takes: [{ charger: 'acme/1' }], refuses: [undefined, {}, { charger: 7 }] },
  setPrices: {
    takes: [
      { charger: 'acme/1', entries: [] },
      { charger: 'acme/1', entries: [aPrice] },
      { charger: 'acme/1', entries: [{ ...aPrice, tariff: bands({}) }] },
    ],
    refuses: [
      { charger: 'acme/1', entries: [{ ...aPrice, currency: 'euro' }] },
      { charger: 'acme/1', entries: [{ ...aPrice, tariff: { kind: 'flat', perKwh: '0,31' } }] },
      { charger: 'acme/1', entries: [{ ...aPrice, tariff: bands({ days: [8] }) }] },
      { charger: 'acme/1', entries: [{ ...aPrice, tariff: bands({ to: 1441 }) }] },
      { charger: 'acme/1', entries: Array.from({ length: 201 }, () => aPrice) },
    ],
  },
  setPriceToken: {
    takes: [aToken, { ...aToken, untilQuit: true }],
    refuses: [
      undefined,
      { ...aToken, source: 'energyCharts' },
      { ...aToken, token: '' },
      { ...aToken, token: 'two words' },
      { ...aToken, token: 'a\r\nHost: example.com' },
      { ...aToken, token: 'x'.repeat(1001) },
      { source: 'tibber', token: 'x' },
      { ...aToken, area: 'SE3' },
    ],
  },
};
