import { beforeEach, describe, expect, it } from 'vitest';
import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import { type Asked, askedBy } from '../../../electron/command-line/asked.ts';
import { type Terminal, tellStatus, watchStatus } from '../../../electron/command-line/tell.ts';
import { localesFor } from '../../../shared/text/locales.ts';
import { messages } from '../../../shared/text/messages.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { anObservation } from '../../fixtures/observations.ts';

const clock = new FakeClock();
const at = clock.now();

function charger(
  name: string,
  state: Parameters<typeof anObservation>[0],
  more = {},
): ChargerRecord {
  const observation = anObservation(state, { name, ...more });
  return {
    ...newRecord({ id: `a/${name}`, accountId: 'a', brand: 'wallbox' }),
    reading: { certainty: 'current', at, observation },
  };
}

let said: string[];
let muttered: string[];
let zone: string;
let running: boolean;
let record: unknown;
let changed: () => void;

beforeEach(() => {
  said = [];
  muttered = [];
  zone = 'Europe/Berlin';
  running = true;
  record = undefined;
});

function terminal(): Terminal {
  return {
    record: () => {
      if (record instanceof Error) throw record;
      return record;
    },
    clock,
    log: new RecordedLog(),
    locales: localesFor('en-US'),
    zone,
    isRunning: () => running,
    onChange: (heard) => {
      changed = heard;
    },
    say: (line) => void said.push(line),
    mutter: (line) => void muttered.push(line),
  };
}

function remember(...chargers: ChargerRecord[]): void {
  record = { version: 1, chargers, outbox: [], signInTold: [] };
}

const status: Asked = { what: 'status', json: false };
const tell = (asked: Asked = status) => tellStatus(asked, terminal());

describe('the arguments', () => {
  const table: [string[], Asked | undefined][] = [
    [[], undefined],
    // A link is for the window.
    [['chargetray://charger/Garage/pause'], undefined],
    [['--hidden', '--user-data-dir=/x'], undefined],
    [['--json'], undefined],
    [['--status'], status],
    [['.', '--status', '--json'], { what: 'status', json: true }],
    [['--watch'], { what: 'watch', json: false }],
    [['--watch', '--status', '--json'], { what: 'watch', json: true }],
    [['--help'], { what: 'usage', json: false }],
  ];
  it.each(table)('%j', (args, asked) => expect(askedBy(args)).toEqual(asked));
});

describe('--status', () => {
  it('says a line for each charger, as the tray does, and 0 while all is current', () => {
    remember(charger('Garage', 'charging', { powerW: 7200 }), charger('Yard', 'available'));
    expect(tell()).toBe(0);
    expect(said).toEqual([expect.stringMatching(/^Garage: Charging 7\.2\skW/), 'Yard: Ready']);
    expect(muttered).toEqual([]);
  });

  it('says what the session took, and how long', () => {
    const begun = { startedAt: at - 3_600_000, startSeen: true, lastPowerAt: at };
    const session = { ...begun, energyWh: 7_420, samples: [] };
    remember({ ...charger('Garage', 'charging'), session });
    tell();
    expect(said[0]).toMatch(/Charging · 7\.42\skWh · 1\sh\s00\smin$/);
  });

  it('says how old it is when the app does not run, and 1', () => {
    remember(charger('Garage', 'charging'));
    running = false;
    expect(tell()).toBe(1);
    expect(said[0]).toMatch(/Garage: Charging.* · as of /);
    expect(muttered).toEqual([messages.commandLine.notRunning]);
  });

  it('says how old by the clock of its reader’s zone', () => {
    remember(charger('Garage', 'charging'));
    running = false;
    zone = 'Asia/Tokyo';
    tell();
    expect(said[0]?.replaceAll('\u202f', ' ')).toMatch(/ · as of 9:00 PM$/);
  });

  it('calls a charger that nobody has read yet by its name in the list', () => {
    const record = newRecord({ id: 'a/2', accountId: 'a', brand: 'wallbox' });
    remember({ ...record, listed: { name: 'Carport', model: 'Copper SB' } });
    expect(tell()).toBe(1);
    expect(said).toEqual([`Carport: ${messages.tray.notRead}`]);
    tell({ what: 'status', json: true });
    expect(JSON.parse(said[1] ?? '')).toEqual([
      { name: 'Carport', brand: 'wallbox', certainty: 'never' },
    ]);
  });

  it('leaves out what its account no longer lists', () => {
    remember(charger('Garage', 'available'), { ...charger('Old', 'charging'), unlistedSince: 1 });
    tell();
    expect(said).toEqual(['Garage: Ready']);
  });

  it.each([undefined, { version: 1 }, 'nonsense'])(
    'says what to do without chargers: %j',
    (kept) => {
      record = kept;
      expect(tell()).toBe(1);
      expect([said, muttered]).toEqual([[], [messages.commandLine.nothing]]);
    },
  );

  it('says so when the memory cannot be read', () => {
    record = new Error('EACCES');
    expect(tell()).toBe(1);
    expect([said, muttered]).toEqual([[], [messages.commandLine.unreadable]]);
  });

  it('gives objects to scripts, with what is known and nothing else', () => {
    const powers = charger('Garage', 'charging', { powerW: 7200, plugged: 'yes' });
    remember(powers, newRecord({ id: 'b', accountId: 'a', brand: 'fcsp' }));
    expect(tell({ what: 'status', json: true })).toBe(1);
    const { vendorCode } = anObservation('charging');
    expect(JSON.parse(said.join(''))).toEqual([
      {
        name: 'Garage',
        brand: 'wallbox',
        certainty: 'current',
        readAt: new Date(at).toISOString(),
        state: 'charging',
        said: 'Charging',
        code: vendorCode,
        connected: true,
        charging: true,
        available: false,
        powerW: 7200,
      },
      { brand: 'fcsp', certainty: 'never' },
    ]);
  });

  it('lets no name of a memory steer the terminal, whoever has written it', () => {
    const code = { state: 'unknown', code: '7\u001b[2J' } as const;
    const name = '\u001b]0;owned\u0007Gar\u202eage\0\nYard: Charging';
    remember({
      ...charger('x', 'available'),
      reading: { certainty: 'current', at, observation: anObservation(code, { name }) },
    });
    tell();
    expect(said).toEqual([expect.stringMatching(/^\]0;ownedGarage Yard: Charging: .*\(7\[2J\)$/)]);
    tell({ what: 'status', json: true });
    expect(JSON.parse(said.slice(1).join(''))[0].name).toBe(']0;ownedGarage Yard: Charging');
  });

  it('goes on with a record of which a number was none', () => {
    const broken = charger('Garage', 'charging', { powerW: Number.POSITIVE_INFINITY, energyWh: 1 });
    remember(broken);
    record = JSON.parse(JSON.stringify(record));
    tell();
    expect(said).toEqual([expect.stringMatching(/^Garage: Charging/)]);
  });

  it('explains itself', () => {
    expect(tell({ what: 'usage', json: false })).toBe(0);
    expect(said).toEqual([messages.commandLine.usage]);
  });
});

describe('--watch', () => {
  it('says at first all, then only what has changed', () => {
    remember(charger('Garage', 'available'), charger('Yard', 'available'));
    watchStatus({ what: 'watch', json: false }, terminal());
    expect(said).toEqual(['Garage: Ready', 'Yard: Ready']);
    remember(charger('Garage', 'charging', { powerW: 7000 }), charger('Yard', 'available'));
    changed();
    remember(charger('Garage', 'charging', { powerW: 7400 }), charger('Yard', 'available'));
    changed();
    expect(said.slice(2)).toEqual([expect.stringMatching(/^Garage: Charging 7\.0/)]);
  });

  it('goes on over a memory that cannot be read for once', () => {
    remember(charger('Garage', 'available'));
    watchStatus({ what: 'watch', json: false }, terminal());
    record = new Error('gone');
    changed();
    remember(charger('Garage', 'paused'));
    changed();
    expect(said).toEqual(['Garage: Ready', 'Garage: Paused']);
  });

  it('writes an object in a line of its own for each change', () => {
    remember(charger('Garage', 'available'));
    watchStatus({ what: 'watch', json: true }, terminal());
    remember(charger('Garage', 'charging'));
    changed();
    expect(said.map((line) => JSON.parse(line).state)).toEqual(['available', 'charging']);
  });
});
