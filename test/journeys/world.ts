import { type App, createApp } from '../../electron/app/app.ts';
import type { MenuEntry, TrayView } from '../../electron/ports/tray-view.ts';
import type { AppState } from '../../shared/domain/app/app-state.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import '../fakes/loaded-beforehand.ts';
import { FakeClock, turns } from '../fakes/fake-clock.ts';
import { FakeMachine } from '../fakes/fake-machine.ts';
import { FakePorts } from '../fakes/fake-ports.ts';
import {
  startWallboxSimulator,
  type WallboxSimulator,
  type WallboxSimulatorOptions,
} from '../simulators/wallbox/simulator.ts';
import type { ChargerSpec } from '../simulators/wallbox/types.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const owner = { email: 'owner@example.com', password: 'correct horse' } as const;

/** A computer with the app on it, a cloud, and chargers: everything real but time and the desktop. */
export class World {
  desk: FakePorts;
  /** Where prices are asked for from the next start on; without it nobody is to be asked. */
  pricesUrl = 'http://127.0.0.1:9';
  app: App;

  private constructor(
    readonly clock: FakeClock,
    readonly sim: WallboxSimulator,
    readonly paceSeconds: number | undefined,
    readonly machine = new FakeMachine(),
  ) {
    this.desk = this.#newDesk();
    this.app = createApp(this.desk.ports);
  }

  static async begin(
    chargers: readonly ChargerSpec[],
    settings: WallboxSimulatorOptions['settings'] = {},
    paceSeconds?: number,
    clock = new FakeClock(),
  ): Promise<World> {
    // The cloud has a clock of its own: somebody may set this computer's.
    const begun = clock.now() - clock.monotonic();
    const sim = await startWallboxSimulator({
      accounts: [{ ...owner, groups: [{ name: 'Home', chargers }] }],
      clock: { now: () => clock.monotonic() + clock.sleptMs + begun },
      settings,
    });
    return new World(clock, sim, paceSeconds);
  }

  /** On a computer on which the app has run before. */
  static on(machine: FakeMachine, clock: FakeClock, sim: WallboxSimulator): World {
    return new World(clock, sim, undefined, machine);
  }

  /** Starts the app and signs in as the owner; ends when the first readings are through. */
  async signedIn(): Promise<this> {
    await this.app.speak();
    this.app.start({ hidden: true });
    const added = await this.app.handlers.addAccount({
      brand: 'wallbox',
      fields: owner,
      keepSignedIn: true,
      untilQuit: false,
    });
    if (!added.ok) throw new Error(`Sign-in failed: ${JSON.stringify(added.failure)}`);
    await this.pass(10_000);
    return this;
  }

  /**
   * Lets time pass, with everything that happens in it. It stops at each timer until no question is
   * under way, so that answers arrive before the time limits of their questions.
   */
  async pass(ms: number): Promise<void> {
    const end = this.clock.monotonic() + ms;
    for (let left = ms; left > 0; left = end - this.clock.monotonic()) {
      await this.settle();
      await this.clock.advance(Math.min(left, this.clock.nextDueMs));
    }
    await this.settle();
  }

  /** Somebody sets the computer's clock, by `ms`. */
  clockOff(ms: number): void {
    this.clock.setWall(this.clock.now() + ms);
  }

  /** Waits until no question is under way. */
  async settle(): Promise<void> {
    await turns(3);
    while (this.desk.inFlight > 0) await turns(1);
    await this.machine.settled();
    await turns(3);
  }

  /** The app is gone from one moment to the next; its files and the keychain stay. */
  async killed(): Promise<void> {
    this.desk.sleep();
    await this.desk.ports.http.close();
  }

  /** Starts the app anew on the same computer. Two at once would share its files and the account. */
  async restarted(): Promise<void> {
    await this.killed();
    this.desk = this.#newDesk();
    this.app = createApp(this.desk.ports);
    await this.started();
  }

  /** Starts the app with the accounts that it has; ends when the first readings are through. */
  async started(): Promise<void> {
    await this.app.speak();
    this.app.start({ hidden: true });
    await this.pass(10_000);
  }

  /** The app's state as the window would get it. */
  get state(): AppState {
    return this.app.handlers.getState(undefined) as AppState;
  }

  async end(): Promise<void> {
    await this.app.stop();
    await this.sim.close();
    this.machine.forgetFiles();
  }

  #newDesk(): FakePorts {
    const wallbox = { baseUrl: this.sim.url, ...omitUndefined({ paceSeconds: this.paceSeconds }) };
    const prices = { baseUrl: this.pricesUrl };
    return new FakePorts(this.machine, this.clock, { wallbox, prices });
  }
}

/** Labels of a menu, submenus indented, as a person reads them. Disabled entries are in brackets. */
export function menuWords(trayView: TrayView): string[] {
  return words(trayView.menu, '');
}

function words(entries: readonly MenuEntry[], indent: string): string[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'separator') return [];
    if (entry.kind === 'words') return [`${indent}${entry.label}`];
    const label = entry.enabled ? entry.label : `[${entry.label}]`;
    if (entry.kind === 'item') return [`${indent}${label}`];
    return [`${indent}${label} ▸`, ...words(entry.entries, `${indent}  `)];
  });
}

/** The id of an entry by its label, without what stands in brackets behind it. */
export function entryByLabel(trayView: TrayView, label: string): string {
  const found = flat(trayView.menu).find(
    (entry) => entry.kind === 'item' && entry.enabled && withoutNote(entry.label) === label,
  );
  if (found?.kind !== 'item')
    throw new Error(`No entry ${label} in ${menuWords(trayView).join(', ')}`);
  return found.id;
}

function withoutNote(label: string): string {
  return label.replace(/ \(.*\)$/, '');
}

function flat(entries: readonly MenuEntry[]): readonly MenuEntry[] {
  return entries.flatMap((entry) =>
    entry.kind === 'submenu' ? [entry, ...flat(entry.entries)] : [entry],
  );
}
