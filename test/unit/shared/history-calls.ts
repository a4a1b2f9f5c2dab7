const long = (length: number) => 'x'.repeat(length);
const may = { from: 0, to: 2_678_400_000 };
const anExport = { query: may, what: 'sessions', format: 'csv', zone: 'UTC' };
const excel = { decimal: ',', separator: ';', locale: 'de-DE' };
const aStatement = { chargers: ['acme/1'], from: '2026-11-01', to: '2026-11-30', zone: 'UTC' };

/** What the calls about past sessions take, and what they must not take. */
export const historyCalls = {
  historyChargers: { takes: [undefined], refuses: [{}] },
  listSessions: {
    takes: [
      { query: may, limit: 100 },
      { query: { ...may, charger: 'acme/1' }, limit: 5000, before: { startedAt: 7, id: 3 } },
    ],
    refuses: [
      { query: may },
      { limit: 100 },
      { query: may, limit: 0 },
      { query: may, limit: 5001 },
      { query: { ...may, charger: '' }, limit: 100 },
      { query: { ...may, where: 'cost > 1' }, limit: 100 },
      { query: { from: 'May', to: 9 }, limit: 100 },
      { query: may, limit: 100, before: { startedAt: 7 } },
    ],
  },
  changeSession: {
    takes: [
      { id: 3, change: { kind: 'tag', tag: 'business' } },
      { id: 3, change: { kind: 'tag' } },
      { id: 3, change: { kind: 'note', note: long(500) } },
      { id: 3, change: { kind: 'correct', corrected: {} } },
      {
        id: 3,
        change: {
          kind: 'correct',
          corrected: { startedAt: 1, energyWh: 1.5, cost: { amount: '3.41', currency: 'EUR' } },
        },
      },
      { id: 3, change: { kind: 'delete' } },
      { id: 3, change: { kind: 'restore' } },
    ],
    refuses: [
      undefined,
      { id: 3 },
      { id: 3, change: { kind: 'tag', tag: 'mine' } },
      { id: 3, change: { kind: 'note', note: long(501) } },
      { id: 3, change: { kind: 'correct', corrected: { energyWh: -1 } } },
      { id: 3, change: { kind: 'correct', corrected: { peakW: 1 } } },
      { id: 3, change: { kind: 'correct', corrected: { cost: { amount: '1', currency: 'eur' } } } },
      { id: 3, change: { kind: 'delete', all: true } },
    ],
  },
  deletedSessions: { takes: [undefined], refuses: [{}] },
  showSession: { takes: [{ id: 3 }], refuses: [undefined, {}, { id: '3' }, { id: 1.5 }] },
  sumSessions: {
    takes: [
      { query: may, by: 'day', zone: 'UTC' },
      { query: may, by: 'year', zone: 'UTC' },
      { query: may, by: 'day', zone: 'UTC', before: may },
    ],
    refuses: [
      { query: may, by: 'hour', zone: 'UTC' },
      { query: may, by: 'day' },
      { query: may, by: 'day', zone: '' },
      { query: may, by: 'day', zone: 'UTC', before: { from: 0 } },
      { query: may, by: 'day', zone: 'UTC', before: { from: 0, to: 1 / 0 } },
    ],
  },
  fetchSessions: {
    takes: [{ charger: 'acme/1', ...may }],
    refuses: [may, { charger: '', ...may }, { charger: long(201), ...may }],
  },
  exportHistory: {
    takes: [anExport, { ...anExport, what: 'samples', format: 'json' }, { ...anExport, excel }],
    refuses: [
      { ...anExport, what: 'passwords' },
      { ...anExport, format: 'exe' },
      { ...anExport, excel: { ...excel, separator: '=' } },
      { ...anExport, excel: { ...excel, locale: 'no locale' } },
      { ...anExport, path: 'anywhere' },
    ],
  },
  cancelExport: { takes: [undefined], refuses: [{}] },
  getStatement: {
    takes: [aStatement, { ...aStatement, from: '2026-11-30', only: 'business' }],
    refuses: [
      ...['2026-13-01', '2026-02-30', '26-11-01', '2026-11', 11, '2026-12-01'].map((from) => ({
        ...aStatement,
        from,
      })),
      { ...aStatement, chargers: [] },
      { ...aStatement, only: 'private' },
      { ...aStatement, zone: 'Moon' },
    ],
  },
  savePdf: {
    takes: [{ name: 'May.pdf' }],
    refuses: [undefined, {}, { name: '' }, { name: long(121) }, { name: 'x', path: 'anywhere' }],
  },
  savePicture: {
    takes: [{ name: 'May.png', png: 'iVBORw0KGgo=' }],
    refuses: [
      { name: 'May.png' },
      { name: 'May.png', png: '<svg>' },
      { name: 'May.png', png: 'AAAA'.repeat(1_000_001) },
    ],
  },
  backUp: { takes: [undefined], refuses: [{}, { path: 'anywhere' }] },
  restoreBackup: { takes: [undefined], refuses: [{}, { path: 'anywhere' }] },
};
