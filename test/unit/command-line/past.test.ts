import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { daysOf } from '../../../electron/command-line/tasks/past-span.ts';
import { exportChunks } from '../../../electron/history/export/exporting.ts';
import { messages } from '../../../shared/text/messages.ts';
import { FakeTerminal } from '../../fakes/fake-terminal.ts';
import { HistoryBench, sampleAt, sessionAt } from '../history/history-bench.ts';

const garage = { key: 'wallbox/700123', brand: 'wallbox', name: 'Garage' } as const;
const yard = { key: 'fcsp/9', brand: 'fcsp', name: 'Yard\u001b[2J' } as const;
/** Local evening of the last of October: another day than in UTC for whoever counts wrongly. */
const october = Date.parse('2026-10-31T23:30:00+01:00');
const november = Date.parse('2026-11-01T00:30:00+01:00');
const hour = 3_600_000;

let terminal: FakeTerminal;
let bench: HistoryBench;
const said = () => terminal.said.map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' '));
const rows = () => parse(terminal.written, { columns: true }) as Record<string, string>[];

beforeEach(async () => {
  terminal = new FakeTerminal();
  bench = new HistoryBench();
  const { history } = bench;
  const cost = { amount: '2.17', currency: 'EUR', origin: 'own' } as const;
  history.know(garage);
  history.know(yard);
  const ended = (at: number) => ({ endedAt: at + 2 * hour, end: 'complete' as const });
  history.saveSession(garage.key, sessionAt(october, { energyWh: 7000, ...ended(october) }));
  history.saveSession(
    garage.key,
    sessionAt(november, { energyWh: 5000, cost, ...ended(november) }),
  );
  history.saveSession(yard.key, sessionAt(november + hour));
  history.record(garage.key, sampleAt(november));
  await history.flush();
  terminal.history = async () => new HistoryBench(bench.file, { readOnly: true }).history;
  await terminal.clock.advance(Date.parse('2026-11-15T12:00:00+01:00') - terminal.clock.now());
});

describe('history', () => {
  it('lists sessions, the newest first, by the clock of its reader', async () => {
    expect(await terminal.type('history')).toBe(0);
    expect(said()).toEqual([
      '2026-11-01 · 1:30 AM · Yard[2J · energy unknown · in progress',
      '2026-11-01 · 12:30 AM · Garage · 5.00 kWh · 2 h 00 min · €2.17',
      '2026-10-31 · 11:30 PM · Garage · 7.00 kWh · 2 h 00 min',
    ]);
  });

  it('of days is that of whole days, both included', async () => {
    expect(await terminal.type('history', '--from=2026-10-31', '--to=2026-10-31')).toBe(0);
    expect(said()).toEqual([expect.stringContaining('7.00 kWh')]);
    expect(await terminal.type('history', '--from=2026-11-02', '--to=2026-11-01')).toBe(2);
    expect(terminal.muttered).toEqual([messages.commandLine.faults.turned]);
  });

  it('of one charger is found by name, by key and by the id of its maker', async () => {
    for (const name of ['garage', 'wallbox/700123', '700123']) {
      await terminal.type('history', `--charger=${name}`);
    }
    expect(said()).toHaveLength(6);
    expect(await terminal.type('history', '--charger=Barn')).toBe(2);
    expect(terminal.muttered).toContain('wallbox/700123  Garage');
  });

  it('asks a running app to write down first what it knows', async () => {
    terminal.answers = { settleHistory: () => true };
    await terminal.type('history');
    expect(terminal.asked.map(({ call }) => call)).toEqual(['settleHistory']);
  });

  it('says so where there is none', async () => {
    terminal.history = async () => undefined;
    expect(await terminal.type('history')).toBe(0);
    expect(terminal.muttered).toEqual([messages.commandLine.noSessions]);
    expect(await terminal.type('history', '--json')).toBe(0);
    expect(JSON.parse(said()[0] ?? '')).toEqual({ rows: [] });
    expect(await terminal.type('export', '--output=none.csv')).toBe(1);
  });
});

describe('export', () => {
  it('writes what the window exports, to the byte', async () => {
    const query = { from: 0, to: 9e12 };
    const order = { query, what: 'sessions', format: 'csv', zone: terminal.zone } as const;
    let expected = '';
    for await (const { text } of exportChunks(bench.history, order)) expected += text;
    expect(await terminal.type('export')).toBe(0);
    expect(terminal.written).toBe(expected);
    expect(rows()).toHaveLength(3);
  });

  it.each([
    [['--json'], 'chargetray-sessions', 3],
    [['--format=json', '--charger=Garage'], 'chargetray-sessions', 2],
    [['--format=json', '--what=readings'], 'chargetray-samples', 1],
    [['--json', '--to=2026-10-31'], 'chargetray-sessions', 1],
  ])('%j', async (options, format, length) => {
    expect(await terminal.type('export', ...options)).toBe(0);
    const told = JSON.parse(terminal.written);
    expect(told).toMatchObject({ format, zone: 'Europe/Berlin' });
    expect(told.rows).toHaveLength(length);
  });

  it('goes into a file whole or not at all', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cli-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'sessions.csv');
    expect(await terminal.type('export', `--output=${file}`)).toBe(0);
    expect(terminal.written).toBe('');
    expect(parse(readFileSync(file, 'utf8'), { columns: true })).toHaveLength(3);
    expect(terminal.muttered).toEqual([messages.commandLine.saved(file)]);
    expect(await terminal.type('export', `--output=${join(folder, 'none/x.csv')}`)).toBe(1);
    expect(readdirSync(folder)).toEqual(['sessions.csv']);
  });

  it('fails where the history cannot be read', async () => {
    const broken = new HistoryBench('/dev/null/history.db', { readOnly: true });
    terminal.history = async () => broken.history;
    expect(await terminal.type('export')).toBe(1);
    expect(terminal.muttered).toEqual([messages.commandLine.history.unreadable]);
  });
});

describe('statement', () => {
  it('is that of the month before, as it is printed', async () => {
    expect(await terminal.type('statement')).toBe(0);
    expect(rows()).toEqual([
      expect.objectContaining({ charger_name: 'Garage', energy_kwh: '7', cost: '', currency: '' }),
    ]);
  });

  it('of days has what ended, with its sums', async () => {
    const days = ['--from=2026-11-01', '--to=2026-11-30'];
    expect(await terminal.type('statement', ...days, '--json')).toBe(0);
    const told = JSON.parse(terminal.written);
    expect(told).toMatchObject({ format: 'chargetray-statement', from: '2026-11-01' });
    expect(told.sums).toMatchObject({
      sessions: 1,
      totalKwh: '5',
      totalCosts: [{ amount: '2.17', currency: 'EUR' }],
    });
    expect(told.parts[0].rows[0].startedAt).toBe('2026-11-01T00:30:00.000+01:00');
  });

  it('only of business is empty where nothing was', async () => {
    await terminal.type('statement', '--business');
    expect(rows()).toEqual([]);
  });
});

it.each([
  ['history', {}, '2026-10-16', '2026-11-15'],
  ['history', { from: '2026-11-02' }, '2026-11-02', '2026-11-15'],
  ['history', { to: '2026-11-02' }, '1970-01-01', '2026-11-02'],
  ['statement', {}, '2026-10-01', '2026-10-31'],
  ['statement', { from: '2026-01-01', to: '2026-03-31' }, '2026-01-01', '2026-03-31'],
] as const)('the days of %s with %j', (word, options, from, to) => {
  expect(daysOf({ word, options }, terminal)).toEqual({ from, to });
});
