import type { AddFailure, Request } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/result.ts';
import { stationPartsLoaded } from '../fixtures/station-parts.ts';
import { sharedKey } from '../simulators/fcsp/shared-key.ts';
import {
  type FcspSimulator,
  type FcspSimulatorOptions,
  startFcspSimulator,
} from '../simulators/fcsp/simulator.ts';
import { World } from './world.ts';

type Added = Result<{ accountId: string }, AddFailure>;
type Again = Request<'signInAgain'>;

/** A computer with the app on it and a Ford station in the garage. */
export class StationWorld {
  private constructor(
    readonly world: World,
    readonly station: FcspSimulator,
  ) {}

  /** `around` is a world with other chargers in it. */
  static async begin(options: FcspSimulatorOptions = {}, around?: World): Promise<StationWorld> {
    await stationPartsLoaded();
    const world = around ?? (await World.begin([]));
    const begun = world.clock.now() - world.clock.monotonic();
    const clock = { now: () => world.clock.monotonic() + begun };
    const certificate = { keys: sharedKey() };
    const station = await startFcspSimulator({ clock, certificate, ...options });
    return new StationWorld(world, station);
  }

  /** Starts the app, confirms the certificate and adds the station as “Garage”. */
  async connected(): Promise<this> {
    this.world.app.start({ hidden: true });
    const added = await this.add();
    if (!added.ok) throw new Error(`Not added: ${JSON.stringify(added.failure)}`);
    await this.world.pass(10_000);
    return this;
  }

  get address(): string {
    return `127.0.0.1:${this.station.port}`;
  }

  /** One try to add it; by default with its certificate confirmed. */
  add(more: Partial<Request<'addAccount'>> = {}): Promise<Added> {
    return this.through(
      this.world.app.handlers.addAccount({
        brand: 'fcsp',
        fields: { address: this.address, name: 'Garage' },
        keepSignedIn: true,
        untilQuit: false,
        confirmed: { fingerprint: this.station.certificate.fingerprint },
        ...more,
      }),
    );
  }

  /** One try to open the known account anew, with the present fields unless others are given. */
  again(more: Partial<Again> = {}): Promise<Result<null, AddFailure>> {
    const [account] = this.world.state.accounts;
    return this.through(
      this.world.app.handlers.signInAgain({
        accountId: account?.id ?? '',
        fields: { ...account?.fields },
        keepSignedIn: true,
        untilQuit: false,
        confirmed: undefined,
        ...more,
      }),
    );
  }

  /** Lets time pass until an answer is there. */
  async through<T>(answer: T | Promise<T>): Promise<T> {
    let isThere = false;
    const settled = Promise.resolve(answer).finally(() => {
      isThere = true;
    });
    while (!isThere) await this.world.pass(isThere ? 0 : 1000);
    return settled;
  }

  get chargerId(): string {
    return this.world.state.chargers[0]?.id ?? '';
  }

  /** Everything that the app let out: state, log, notices, files. No secret may be in it. */
  get everything(): string {
    const { desk, machine, state } = this.world;
    const files = [...machine.files.values()];
    return JSON.stringify([state, desk.states, desk.lines, desk.notices, desk.trayViews, files]);
  }

  async end(): Promise<void> {
    await this.world.end();
    await this.station.close();
  }
}
