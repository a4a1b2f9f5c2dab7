import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvChunks } from '../../../electron/history/export/export-csv.ts';
import type { Chunk } from '../../../electron/history/export/export-file.ts';
import { jsonChunks } from '../../../electron/history/export/export-json.ts';
import type { SampleRow, SessionRow } from '../../../electron/history/export/export-rows.ts';
import { harmless } from '../../../shared/domain/harmless.ts';
import { orderly } from '../../../shared/domain/session/session-span.ts';
import { phrases as german } from '../../../shared/languages/de.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { fc } from '../../fixtures/properties.ts';
import { readCsv, readJson } from '../../fixtures/read-export.ts';
import { wall } from './prices.ts';

const zone = 'Europe/Berlin';

const whole: SessionRow = {
  id: 7,
  charger: 'wallbox/700123',
  chargerName: 'Carport, left',
  source: 'both',
  startedAt: wall('2026-10-25T01:30'),
  startSeen: true,
  endedAt: wall('2026-10-25T04:00') + 5,
  end: 'complete',
  energyWh: 10990,
  greenEnergyWh: 2500,
  chargingMs: 5_400_000,
  averageW: 7327,
  peakW: 7360,
  cost: { amount: '-3.415', currency: 'EUR', origin: 'own', estimated: true, saved: '1.2' },
  gaps: true,
};

const bare: SessionRow = {
  id: 8,
  charger: 'wallbox/700123',
  chargerName: '',
  source: 'recorded',
  startedAt: wall('2026-07-01T12:00'),
  startSeen: false,
};

async function* batches<Row>(...rows: readonly (readonly Row[])[]): AsyncGenerator<readonly Row[]> {
  yield* rows;
}

async function textOf(chunks: AsyncIterable<Chunk>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk.text;
  return text;
}

const csvOf = (...rows: readonly SessionRow[]) =>
  textOf(csvChunks('sessions', batches(rows), { zone }));

describe('sessions as CSV', () => {
  const header =
    'id,charger_name,started_at,ended_at,energy_kwh,green_energy_kwh,charging_ms,average_w,peak_w,' +
    'cost,currency,cost_by,cost_estimated,end,start_seen,gaps,source,charger,' +
    'tag,note,corrected,original_energy_kwh,original_started_at,original_ended_at,' +
    'original_cost,original_currency,saved';

  it('are lines with a header, points, offsets and empty cells', async () => {
    expect((await csvOf(whole, bare)).split('\r\n')).toEqual([
      header,
      '7,"Carport, left",2026-10-25T01:30:00.000+02:00,2026-10-25T04:00:00.005+01:00,10.99,2.5,' +
        '5400000,7327,7360,-3.415,EUR,own,true,complete,true,true,both,wallbox/700123,,,,,,,,,1.2',
      '8,,2026-07-01T12:00:00.000+02:00,,,,,,,,,,,,false,,recorded,wallbox/700123,,,,,,,,,',
      '',
    ]);
  });

  const corrected: SessionRow = {
    ...bare,
    energyWh: 1500,
    cost: { amount: '0.47', currency: 'EUR', origin: 'entered' },
    tag: 'business',
    note: '=HYPERLINK("x")\nUlm; back',
    corrected: true,
    originalEnergyWh: 12_345,
    originalStartedAt: wall('2026-07-01T11:59'),
    originalCost: { amount: '3.83', currency: 'EUR' },
  };

  it.each([
    ['de-DE', '25.10.2026 01:30:00', '25.10.2026 04:00:00', '01.07.2026'],
    ['fr-FR', '25/10/2026 01:30:00', '25/10/2026 04:00:00', '01/07/2026'],
    ['nl-NL', '25-10-2026 01:30:00', '25-10-2026 04:00:00', '01-07-2026'],
    ['ar-EG-u-nu-arab', '25/10/2026 01:30:00', '25/10/2026 04:00:00', '01/07/2026'],
  ])(
    'are columns, numbers and dates where Excel is to read them: %s',
    async (locale, from, to, day) => {
      const headers = german.excelHeaders;
      const excel = { decimal: ',', separator: ';', locale, headers } as const;
      const rows = batches([whole, corrected]);
      const text = await textOf(csvChunks('sessions', rows, { zone, excel }));
      expect(text).toMatch(
        /^\ufeffID;Ladestation;Beginn;Ende;Energie \(kWh\);.*Währung;Durch den Plan gespart\r\n/,
      );
      const cells: string[][] = parse(text, { bom: true, delimiter: ';' });
      expect(cells[1]?.join('|')).toBe(
        `7|Carport, left|${from}|${to}|10,99|2,5|` +
          '5400000|7327|7360|-3,415|EUR|own|true|complete|true|true|both|wallbox/700123|||||||||1,2',
      );
      expect(cells[2]?.join('|')).toBe(
        `8||${day} 12:00:00||1,5|||||0,47|EUR|entered|||false||recorded|wallbox/700123|` +
          `business|'=HYPERLINK("x")\nUlm; back|true|12,345|${day} 11:59:00||3,83|EUR|`,
      );
    },
  );

  it('come back as they were, what their owner said included', async () => {
    expect(readCsv('sessions', await csvOf(whole, corrected))).toEqual([whole, corrected]);
  });

  it('have points and commas for an Excel that reads those', async () => {
    const headers = english.excelHeaders;
    const excel = { decimal: '.', separator: ',', locale: 'en-US', headers } as const;
    const text = await textOf(csvChunks('sessions', batches([whole]), { zone, excel }));
    expect(text).toMatch(/^\ufeffID,Charger,Start,End,Energy \(kWh\),/);
    expect(text).toContain('\r\n7,"Carport, left",10/25/2026 01:30:00,');
    expect(text).toContain(',10.99,2.5,');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ["'=1", "''=1"],
    ["'quoted'", "'quoted'"],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['a=b', 'a=b'],
    [' x ', '" x "'],
  ])('have the name %j as %s', async (chargerName, cell) => {
    const text = await csvOf({ ...bare, chargerName });
    expect(text).toContain(`\r\n8,${cell},`);
  });

  it('never show an exponent', async () => {
    expect(await csvOf({ ...bare, energyWh: 0.0000125, peakW: 1e-7 })).toContain(
      ',0.0000000125,,,,0.0000001,',
    );
  });

  it('come with the number of rows of each chunk, header and all', async () => {
    const rows: number[] = [];
    for await (const chunk of csvChunks('sessions', batches([whole, bare], [bare]), { zone })) {
      rows.push(chunk.rows);
    }
    expect(rows).toEqual([0, 2, 1]);
  });
});

describe('sessions as JSON', () => {
  const jsonOf = (...rows: readonly SessionRow[]) =>
    textOf(jsonChunks('sessions', batches(rows.slice(0, 1), rows.slice(1)), { zone }));

  it('are a document with a version, units in its names and times that people can read', async () => {
    const document = JSON.parse(await jsonOf(whole, bare));
    expect(document).toMatchObject({ format: 'chargetray-sessions', version: 1, zone });
    expect(document.rows[0]).toEqual({
      ...whole,
      startedAt: '2026-10-25T01:30:00.000+02:00',
      endedAt: '2026-10-25T04:00:00.005+01:00',
    });
    expect(document.rows).toHaveLength(2);
  });

  it('may be none', async () => {
    expect(readJson('sessions', await jsonOf())).toEqual([]);
  });
});

describe('samples as CSV', () => {
  const sample: SampleRow = {
    charger: 'wallbox/700123',
    chargerName: 'Carport',
    at: wall('2026-07-01T12:00'),
    state: 'charging',
    limitA: 16,
  };
  const header = 'charger_name,at,state,power_w,session_energy_kwh,limit_a,gap_before,charger';
  const line = 'Carport,2026-07-01T12:00:00.000+02:00,charging,,,16,,wallbox/700123';

  it('have what came later in columns at their end', async () => {
    const said = { phases: 3, vendorCode: '=194', currentA: 15.9, byPlan: true } as const;
    const text = await textOf(
      csvChunks('samples', batches([{ ...sample, ...said }, sample]), { zone }),
    );
    expect(text.split('\r\n')).toEqual([
      `${header},phases,vendor_code,current_a,by_plan`,
      `${line},3,'=194,15.9,true`,
      `${line},,,,`,
      '',
    ]);
  });
});

describe('what was exported comes back the same', () => {
  const at = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2090, 0, 1) });
  const number = fc.oneof(
    fc.integer({ min: -1e5, max: 1e8 }).map((whole) => whole / 1000),
    fc.double({ min: 1e-9, max: 1e5, noNaN: true }),
  );
  const amount = number.map(Math.abs);
  const limit = fc.double({ min: 1e-9, max: 80, noNaN: true });
  const text = fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...`'"=+-@\t\r\n, ;a1\ufeff`), maxLength: 8 }),
    )
    .map((one) => harmless(one));
  const names = { charger: text.filter((one) => one !== ''), chargerName: text };
  const sessions = fc
    .record<SessionRow>(
      {
        id: fc.nat(),
        ...names,
        source: fc.constantFrom('recorded', 'cloud', 'both'),
        startedAt: at,
        startSeen: fc.boolean(),
        endedAt: at,
        end: fc.constantFrom('complete', 'unseen', 'notSaid'),
        energyWh: amount,
        greenEnergyWh: amount,
        chargingMs: fc.nat(),
        averageW: number,
        peakW: number,
        cost: fc.record({
          amount: fc.constantFrom('0', '-0.0875', '12.3456789012345678'),
          currency: fc.constantFrom('EUR', 'USD'),
          origin: fc.constantFrom('own', 'charger', 'cloud'),
        }),
        gaps: fc.constant(true),
      },
      { requiredKeys: ['id', 'charger', 'chargerName', 'source', 'startedAt', 'startSeen'] },
    )
    .map(orderly);
  const samples = fc.record<SampleRow>(
    {
      ...names,
      at,
      state: fc.constantFrom('charging', 'lockedCar', 'offline'),
      powerW: number,
      energyWh: amount,
      limitA: limit,
      phases: fc.constantFrom(1, 3),
      vendorCode: text.filter((one) => one !== ''),
      currentA: limit,
      gap: fc.constant(true),
    },
    { requiredKeys: ['charger', 'chargerName', 'at', 'state'] },
  );
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
  const some = <Row>(one: fc.Arbitrary<Row>) => fc.array(one, { minLength: 1, maxLength: 5 });

  it('as sessions, in both ways', async () => {
    const run = fc.asyncProperty(some(sessions), zones, async (rows, where) => {
      const csv = await textOf(csvChunks('sessions', batches(rows), { zone: where }));
      expect(readCsv('sessions', csv)).toEqual(rows);
      const json = await textOf(jsonChunks('sessions', batches(rows), { zone: where }));
      expect(readJson('sessions', json)).toEqual(rows);
    });
    await fc.assert(run);
  });

  it('as samples, in both ways', async () => {
    const run = fc.asyncProperty(some(samples), zones, async (rows, where) => {
      const csv = await textOf(csvChunks('samples', batches(rows), { zone: where }));
      expect(readCsv('samples', csv)).toEqual(rows);
      const json = await textOf(jsonChunks('samples', batches(rows), { zone: where }));
      expect(readJson('samples', json)).toEqual(rows);
    });
    await fc.assert(run);
  });
});
