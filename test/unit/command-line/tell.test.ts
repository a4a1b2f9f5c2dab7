import { beforeEach, describe, expect, it } from 'vitest';
import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import { messages } from '../../../shared/text/messages.ts';
import { aRecord as charger, FakeTerminal } from '../../fakes/fake-terminal.ts';
import { anObservation } from '../../fixtures/observations.ts';

let terminal: FakeTerminal;
let said: readonly string[];
let muttered: readonly string[];

beforeEach(() => {
  terminal = new FakeTerminal();
  ({ said, muttered } = terminal);
});

const at = new FakeTerminal().clock.now();
const remember = (...chargers: ChargerRecord[]) => terminal.remember(...chargers);
const tell = (...flags: readonly string[]) => terminal.type('--status', ...flags);

describe('--status', () => {
  it('says a line for each charger, as the tray does, and 0 while all is current', async () => {
    remember(charger('Garage', 'charging', { powerW: 7200 }), charger('Yard', 'available'));
    expect(await tell()).toBe(0);
    expect(said).toEqual([expect.stringMatching(/^Garage: Charging 7\.2\skW/), 'Yard: Ready']);
    expect(muttered).toEqual([]);
  });

  it('says what the session took, and how long', async () => {
    const begun = { startedAt: at - 3_600_000, startSeen: true, lastPowerAt: at };
    const session = { ...begun, energyWh: 7_420, samples: [] };
    remember({ ...charger('Garage', 'charging'), session });
    await tell();
    expect(said[0]).toMatch(/Charging · 7\.42\skWh · 1\sh\s00\smin$/);
  });

  it('says how old it is when the app does not run, and 1', async () => {
    remember(charger('Garage', 'charging'));
    terminal.running = false;
    expect(await tell()).toBe(1);
    expect(said[0]).toMatch(/Garage: Charging.* · as of /);
    expect(muttered).toEqual([messages.commandLine.notRunning]);
  });

  it('says how old by the clock of its reader’s zone', async () => {
    remember(charger('Garage', 'charging'));
    terminal.running = false;
    terminal.zone = 'Asia/Tokyo';
    await tell();
    expect(said[0]?.replaceAll('\u202f', ' ')).toMatch(/ · as of 9:00 PM$/);
  });

  it('calls a charger that nobody has read yet by its name in the list', async () => {
    const record = newRecord({ id: 'a/2', accountId: 'a', brand: 'wallbox' });
    remember({ ...record, listed: { name: 'Carport', model: 'Copper SB' } });
    expect(await tell()).toBe(1);
    expect(said).toEqual([`Carport: ${messages.tray.notRead}`]);
    await tell('--json');
    expect(JSON.parse(said[1] ?? '')).toEqual([
      { name: 'Carport', brand: 'wallbox', certainty: 'never' },
    ]);
  });

  it('leaves out what its account no longer lists', async () => {
    remember(charger('Garage', 'available'), { ...charger('Old', 'charging'), unlistedSince: 1 });
    await tell();
    expect(said).toEqual(['Garage: Ready']);
  });

  it.each([undefined, { version: 1 }, 'nonsense'])(
    'says what to do without chargers: %j',
    async (kept) => {
      terminal.file = kept;
      expect(await tell()).toBe(1);
      expect([said, muttered]).toEqual([[], [messages.commandLine.nothing]]);
    },
  );

  it('says so when the memory cannot be read', async () => {
    terminal.file = new Error('EACCES');
    expect(await tell()).toBe(1);
    expect([said, muttered]).toEqual([[], [messages.commandLine.unreadable]]);
  });

  it('gives objects to scripts, with what is known and nothing else', async () => {
    const powers = charger('Garage', 'charging', { powerW: 7200, plugged: 'yes' });
    remember(powers, newRecord({ id: 'b', accountId: 'a', brand: 'fcsp' }));
    expect(await tell('--json')).toBe(1);
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

  it('lets no name of a memory steer the terminal, whoever has written it', async () => {
    const code = { state: 'unknown', code: '7\u001b[2J' } as const;
    const name = '\u001b]0;owned\u0007Gar\u202eage\0\nYard: Charging';
    remember({
      ...charger('x', 'available'),
      reading: { certainty: 'current', at, observation: anObservation(code, { name }) },
    });
    await tell();
    expect(said).toEqual([expect.stringMatching(/^\]0;ownedGarage Yard: Charging: .*\(7\[2J\)$/)]);
    await tell('--json');
    expect(JSON.parse(said.slice(1).join(''))[0].name).toBe(']0;ownedGarage Yard: Charging');
  });

  it('goes on with a record of which a number was none', async () => {
    const broken = charger('Garage', 'charging', { powerW: Number.POSITIVE_INFINITY, energyWh: 1 });
    remember(broken);
    terminal.file = JSON.parse(JSON.stringify(terminal.file));
    await tell();
    expect(said).toEqual([expect.stringMatching(/^Garage: Charging/)]);
  });

  it('explains itself', async () => {
    expect(await terminal.type('--help')).toBe(0);
    expect(said.join('')).toContain('--charger=NAME');
  });
});

describe('status', () => {
  it('gives scripts an object with every key: what is not known is null', async () => {
    const limited = { limitA: 16, locked: false, powerW: 7200 };
    remember(
      charger('Garage', 'charging', limited),
      newRecord({ id: 'b', accountId: 'a', brand: 'fcsp' }),
    );
    expect(await terminal.type('status', '--json')).toBe(1);
    const { version, running, chargers } = JSON.parse(said.join(''));
    expect({ version, running }).toEqual({ version: 1, running: true });
    expect(chargers[0]).toMatchObject({ id: 'a/Garage', limitA: 16, locked: false, powerW: 7200 });
    expect(chargers[0].energyWh).toBeNull();
    expect(Object.keys(chargers[1])).toEqual(Object.keys(chargers[0]));
    const { id, brand, certainty, ...others } = chargers[1];
    expect([id, brand, certainty]).toEqual(['b', 'fcsp', 'never']);
    expect(new Set(Object.values(others))).toEqual(new Set([null]));
  });

  it('says one charger of several, where it is named', async () => {
    remember(charger('Garage', 'available'), charger('Yard', 'paused'));
    expect(await terminal.type('status', '--charger=garage')).toBe(0);
    expect(await terminal.type('status', '--charger', 'a/Yard', '--json')).toBe(0);
    expect(said[0]).toBe('Garage: Ready');
    expect(JSON.parse(said[1] ?? '').chargers).toMatchObject([{ name: 'Yard' }]);
  });

  it('lists the chargers where nobody is called so', async () => {
    remember(charger('Garage'), charger('Yard'));
    expect(await terminal.type('status', '--charger=Barn')).toBe(2);
    expect(muttered).toEqual([
      messages.commandLine.whichCharger.unknown('Barn'),
      'a/Garage  Garage',
      'a/Yard  Yard',
    ]);
  });
});
