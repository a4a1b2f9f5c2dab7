import { vi } from 'vitest';
import { type App, createApp } from '../../../electron/app/app.ts';
import { chargerKeyOf } from '../../../electron/history/store/history.ts';
import { adapters } from '../../../electron/integrations/registry.ts';
import type { AppState, ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Command } from '../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Session, SessionDetail } from '../../../shared/domain/session/history.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { FakeMachine } from '../../fakes/fake-machine.ts';
import { FakePorts } from '../../fakes/fake-ports.ts';
import '../../fakes/loaded-beforehand.ts';
import type { PushingEnd, PushingHarness } from './pushing-end.ts';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
const everything = { from: 0, to: 9e12 };

/** A computer with the app on it, and chargers that speak first: everything real but them and time. */
export class PushingBench {
  readonly machine = new FakeMachine();
  /** When the window was sent a state, monotonic ms. */
  readonly sentAt: number[] = [];
  desk: FakePorts;
  app: App;

  private constructor(
    readonly clock: FakeClock,
    readonly end: PushingEnd,
  ) {
    this.desk = this.#newDesk();
    this.app = this.#newApp();
  }

  static async begin(harness: PushingHarness): Promise<PushingBench> {
    const clock = new FakeClock();
    return new PushingBench(clock, await harness.start(clock));
  }

  /** Starts the app and adds the account; the history is open, for that takes real time. */
  async added(): Promise<this> {
    this.app.start({ hidden: true });
    await this.pass(second);
    const { fields } = this.end;
    const form = { fields, keepSignedIn: true, untilQuit: false };
    const added = await this.app.handlers.addAccount({ brand: this.brand, ...form });
    if (!added.ok) throw new Error(`Not added: ${JSON.stringify(added.failure)}`);
    await this.sessions();
    await this.pass(second);
    return this;
  }

  get brand() {
    return this.end.adapter.brand;
  }

  async pass(ms: number): Promise<void> {
    await this.end.settled();
    await this.clock.advance(ms);
    await this.end.settled();
  }

  /** The first charger says what it sees. */
  async say(observation: Observation): Promise<void> {
    this.end.say(this.end.chargers[0], observation);
    await this.pass(0);
  }

  /** It says so again and again for a while; `seen` is told how long that has been going on, ms. */
  async stream(
    ms: number,
    everyMs: number,
    observation: (sinceMs: number) => Observation,
  ): Promise<void> {
    for (let since = 0; since < ms; since += everyMs) {
      this.end.say(this.end.chargers[0], observation(since));
      await this.pass(everyMs);
    }
  }

  get state(): AppState {
    return this.app.handlers.getState(undefined) as AppState;
  }

  get account() {
    const [account] = this.state.accounts;
    if (!account) throw new Error('No account');
    return account;
  }

  /** The first charger, as the window has it. */
  get charger(): ChargerState {
    const [own] = this.end.chargers;
    const found = this.state.chargers.find(({ id }) => id.endsWith(`/${own}`));
    if (!found) throw new Error('No charger');
    return found;
  }

  /** The first charger's key in the history. */
  get key(): string {
    return chargerKeyOf(this.brand, this.charger.id);
  }

  ask(command: Command) {
    return this.app.handlers.execute({ chargerId: this.charger.id, command });
  }

  async sessions(): Promise<readonly Session[]> {
    const request = { query: everything, limit: 100, before: undefined };
    return this.app.handlers.listSessions(request);
  }

  /** The only session there is, with its samples. */
  async onlySession(): Promise<SessionDetail> {
    const sessions = await this.sessions();
    const [first] = sessions;
    if (!first || sessions.length > 1) throw new Error(`${sessions.length} sessions`);
    const shown = await this.app.handlers.showSession({ id: first.id });
    if (!shown) throw new Error('No such session');
    return shown;
  }

  /** Calls back when a file is written, by its name. */
  written(name: string): () => number {
    const set = vi.spyOn(this.machine.files, 'set');
    return () => set.mock.calls.filter(([written]) => written === name).length;
  }

  /** The app ends and is started anew on the same computer. */
  async restarted(): Promise<void> {
    await this.app.stop();
    this.desk = this.#newDesk();
    this.app = this.#newApp();
    this.app.start({ hidden: true });
    await this.pass(second);
    await this.sessions();
    await this.pass(second);
  }

  async close(): Promise<void> {
    this.end.stopsAfter(Promise.resolve());
    await this.app.stop();
    await this.end.close();
    this.machine.forgetFiles();
  }

  #newDesk(): FakePorts {
    const desk = new FakePorts(this.machine, this.clock, { [this.brand]: this.end.overrides });
    const { send } = desk.ports.window;
    const sent: typeof send = (state) => {
      this.sentAt.push(this.clock.monotonic());
      send(state);
    };
    vi.spyOn(desk.ports.window, 'send').mockImplementation(sent);
    return desk;
  }

  #newApp(): App {
    return createApp(this.desk.ports, { ...adapters, [this.brand]: this.end.adapter });
  }
}
