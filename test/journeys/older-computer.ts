import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import { defaultSettings, noticeDefaults } from '../../shared/domain/app/settings.ts';
import type { Command, CommandProgress } from '../../shared/domain/charger/command.ts';
import type { LiveSession } from '../../shared/domain/session/live-session.ts';
import type { StatementPart } from '../../shared/domain/session/statement.ts';
import type { Reply } from '../../shared/ipc/contract.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { FolderMachine } from '../fakes/folder-machine.ts';
import { sharedKey } from '../simulators/fcsp/shared-key.ts';
import { type FcspSimulator, startFcspSimulator } from '../simulators/fcsp/simulator.ts';
import { startWallboxSimulator, type WallboxSimulator } from '../simulators/wallbox/simulator.ts';
import { minute, World } from './world.ts';

/** What the version before has left: see the README there. */
const left = join(import.meta.dirname, '../fixtures/version-before');

/** The people and things that it knew. */
export const mira = { email: 'mira@example.com', password: 'invented apple tree' } as const;
/** His password was changed elsewhere. */
export const jon = { email: 'jon@example.com', password: 'another one' } as const;
export const garage = 700_123;
export const carport = 700_124;
export const developerKey = 'an-invented-developer-key';

/** What has flowed since the version before looked last. */
const unseenWh = 280;

/** What the version before answered to its window a moment before it was killed. */
export interface Said {
  /** Epoch ms. */
  readonly at: number;
  readonly state: Omit<AppState, 'brands' | 'chargers'> & {
    /** Under the names that it had for things. */
    readonly chargers: readonly {
      readonly id: string;
      readonly charge?: LiveSession;
      readonly wish?: Omit<CommandProgress, 'command'> & { readonly wish: Command };
    }[];
  };
  readonly chargers: Reply<'historyChargers'>;
  /** The newest first. */
  readonly sessions: Reply<'listSessions'>;
  readonly details: readonly Reply<'showSession'>[];
  /** By the key of the charger. */
  readonly prices: Readonly<Record<string, Reply<'getPrices'>>>;
  /** From October to November 2026, by the month. */
  readonly sums: Reply<'sumSessions'>;
  /** Of the garage in November 2026. */
  readonly statement: Pick<StatementPart, 'charger' | 'rows' | 'totalKwh' | 'totalCosts'>;
  /** Id, title and body of all that was told by then. */
  readonly told: readonly string[];
}

/** What it had believed of a charger, under the names of today. */
export function chargerBefore({ state }: Said, charger: number): Believed {
  const { charge, wish: asked } = state.chargers.find(({ id }) => id.endsWith(`/${charger}`)) ?? {};
  if (!asked) return { session: charge };
  const { wish: command, ...progress } = asked;
  return { session: charge, command: { ...progress, command } };
}

interface Believed {
  readonly session: LiveSession | undefined;
  readonly command?: Omit<CommandProgress, 'command'> & { readonly command: Command };
}

interface Beginning {
  /** How long after the end of the version before this one is started. */
  readonly afterMs?: number;
  /** Something that has happened to the folder in between. */
  readonly meanwhile?: (folder: string) => void;
  /** The same for what the keychain holds, by account. */
  readonly secrets?: (kept: string, email: string | undefined) => string;
}

/** A computer on which the version before was killed, with the chargers that it watched. */
export class OlderComputer {
  private constructor(
    readonly said: Said,
    readonly world: World,
    readonly machine: FolderMachine,
    readonly station: FcspSimulator,
  ) {}

  /** Everything is in its place; nothing is started yet. */
  static async begin(beginning: Beginning = {}): Promise<OlderComputer> {
    const { afterMs = 2 * minute, meanwhile, secrets = (kept) => kept } = beginning;
    const said = withNewerDefaults(JSON.parse(fixture('said.json')));
    const clock = new FakeClock(said.at + afterMs);
    const begun = clock.now() - clock.monotonic();
    const surroundings = { clock: { now: () => clock.monotonic() + begun } };
    const sim = await startWallboxSimulator({ ...surroundings, accounts: accounts(said) });
    parkCars(sim, said);
    const station = await startFcspSimulator({
      ...surroundings,
      certificate: { keys: sharedKey() },
      settings: { devkey: developerKey },
    });
    station.driver.plugIn();
    station.driver.stop();
    const machine = new FolderMachine(() => clock.now());
    putFiles(machine.folder, station);
    const entries: Record<string, { email?: string }> = JSON.parse(fixture('keychain.json'));
    for (const [id, kept] of Object.entries(entries)) {
      machine.keychain.set(id, secrets(JSON.stringify(kept), kept.email));
    }
    meanwhile?.(machine.folder);
    return new OlderComputer(said, World.on(machine, clock, sim), machine, station);
  }

  /** The same, with the app of today started; ends when the first readings are through. */
  static async started(beginning: Beginning = {}): Promise<OlderComputer> {
    const computer = await OlderComputer.begin(beginning);
    await computer.world.started();
    return computer;
  }

  /** What is believed of a charger now. */
  now(charger: number | string): ChargerState | undefined {
    return this.world.state.chargers.find(({ id }) => id.endsWith(`/${charger}`));
  }

  /** No far end answers any more. */
  cutOff(): void {
    const failure = { kind: 'reset', before: 'reply' } as const;
    const times = Number.POSITIVE_INFINITY;
    this.world.sim.fail({ path: '', failure, times });
    this.station.fail({ path: '', failure, times });
  }

  text(file: string): string {
    return readFileSync(join(this.machine.folder, file), 'utf8');
  }

  get files(): readonly string[] {
    return readdirSync(this.machine.folder).sort();
  }

  async end(): Promise<void> {
    await this.world.end();
    await this.station.close();
  }
}

/** Every row of every table, in the order in which they are kept. */
export function rowsOf(historyFile: string): Readonly<Record<string, readonly unknown[]>> {
  const database = new DatabaseSync(historyFile);
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    const names = tables.map((row) => String((row as { name: unknown }).name));
    return Object.fromEntries(
      names.map((name) => [name, database.prepare(`SELECT * FROM ${name}`).all()]),
    );
  } finally {
    database.close();
  }
}

/** A file as the version before has left it. */
export function fixture(name: string): string {
  return readFileSync(join(left, name), 'utf8');
}

/** Port and certificate of the simulated station are others at each start, and a real one's stay. */
function putFiles(folder: string, station: FcspSimulator): void {
  for (const name of ['memory.json', 'window.json']) {
    copyFileSync(join(left, name), join(folder, name));
  }
  const kept = fixture('settings.json')
    .replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${station.port}`)
    .replace(/[0-9A-F]{2}(:[0-9A-F]{2}){31}/, station.certificate.fingerprint);
  writeFileSync(join(folder, 'settings.json'), kept);
  const database = new DatabaseSync(join(folder, 'history.db'));
  database.exec(`PRAGMA journal_mode = WAL; ${fixture('history.sql')}`);
  database.close();
}

function accounts({ sessions }: Said) {
  const past = (id: number) =>
    sessions.flatMap(({ charger, startedAt: startAt, endedAt: endAt, ...one }) => {
      if (charger !== `wallbox/${id}` || endAt === undefined || one.source !== 'both') return [];
      const { chargingMs = 0, energyWh = 0 } = one;
      return [{ startAt, endAt, chargingMs, energyWh, greenWh: 0, dischargedWh: 0 }];
    });
  const car = (wantsWh: number, phases: 1 | 3) => ({ car: { wantsWh, phases }, phases });
  const chargers = [
    { id: garage, name: 'Garage', history: past(garage), ...car(30_000, 3) },
    { id: carport, name: 'Carport', history: past(carport), ...car(2600, 1) },
  ];
  const cabin = [{ id: 700_125, name: 'Cabin', limitA: 10, phases: 1 as const }];
  return [
    { ...mira, groups: [{ name: 'Home', chargers }] },
    { ...jon, groups: [{ name: 'Cabin', chargers: cabin }] },
  ];
}

/** What the version before had no settings for is as it comes. */
function withNewerDefaults({ state, ...said }: Said): Said {
  const notices = { ...noticeDefaults, ...state.settings.notices };
  const settings = { ...defaultSettings, ...state.settings, notices };
  return { ...said, state: { ...state, settings } };
}

/** The cars stand where they stood: one is full, the other takes on. */
function parkCars(sim: WallboxSimulator, said: Said): void {
  for (const id of [garage, carport]) {
    const charger = sim.charger(id);
    const { car, session } = charger.state;
    const { startedAt = null, energyWh: seenWh = 0 } = chargerBefore(said, id).session ?? {};
    if (!car) throw new Error('There is no car');
    const energyWh = Math.min(car.wantsWh, seenWh + unseenWh);
    const missingWh = car.wantsWh - energyWh;
    const fullAt = missingWh > 0 ? null : said.at;
    charger.patch({
      car: { ...car, missingWh, fullAt },
      session: { ...session, startAt: startedAt, energyWh },
    });
  }
}
