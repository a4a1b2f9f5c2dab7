import type { RequestListener } from 'node:http';
import { realClock, type SimClock } from '../clock.ts';
import { FailureBook } from '../shared/failures.ts';
import {
  type LoopbackHost,
  type SecureLoopbackServer,
  startLoopbackServer,
} from '../shared/loopback-server.ts';
import { sendReply } from '../shared/reply.ts';
import { Addresses, type StationTls } from './addresses.ts';
import {
  type CertificateOptions,
  type KeyedCertificate,
  makeCertificate,
  type StationCertificate,
} from './certificate.ts';
import { ConnectionBook, type ConnectionRecord, type Mark } from './connections.ts';
import { controlsOf, type FcspControls } from './controls.ts';
import { type Driver, handsIn } from './driver.ts';
import { FrontDoor, type LoggedRequest } from './front-door.ts';
import { type FcspIdentity, FIRST_STATION } from './identity.ts';
import { Manners } from './manners.ts';
import type { InverterSpec } from './payload-inverter.ts';
import { DEFAULT_SETTINGS, type FcspSettings } from './settings.ts';
import { Station } from './station.ts';
import { TokenBook } from './tokens.ts';
import type { Violation } from './violations.ts';

/** What to simulate. Without options: a healthy station, no inverter, no car, on wall time. */
export interface FcspSimulatorOptions {
  /** Moves the physics. Default: wall time. */
  readonly clock?: SimClock;
  /** Ages tokens, measures the floor and dates the log. Default: `clock`. */
  readonly wall?: SimClock;
  /** Default: `127.0.0.1`. */
  readonly host?: LoopbackHost;
  /** What to make, or one that was made before. */
  readonly certificate?: CertificateOptions | KeyedCertificate;
  readonly tls?: StationTls;
  readonly identity?: Partial<FcspIdentity>;
  /** Default: the placeholder row of a station without one. */
  readonly inverter?: InverterSpec;
  readonly settings?: Partial<FcspSettings>;
}

/** One place at which the station answers. */
export type FcspAddress = Omit<SecureLoopbackServer, 'changeTls'>;

/**
 * A Ford Charge Station Pro on loopback and the garage around it.
 *
 * Connect to `url` (or `host` and `port`), trust `certificate`, move the garage with `hands`, the
 * wire with the controls (`setState`, `setInverter`, `fail` …) and `settings`, then look at `log`,
 * `violations()`, `connections()` and `keysSeen()`. To prove that nothing is sent to a stranger:
 * `const mark = await sim.changeCertificate()`, let the client look, and expect
 * `sim.requestsSince(mark)` to be empty and `sim.bytesSince(mark)` to be 0.
 */
export interface FcspSimulator extends FcspControls, Omit<FcspAddress, 'close'> {
  readonly host: LoopbackHost;
  /** The one in use now. */
  readonly certificate: StationCertificate;
  readonly driver: Driver;
  /** May be changed at any time. */
  readonly settings: FcspSettings;
  /** The truth about who answers. Holds the passcode, so that tests can look for leaks. */
  readonly identity: FcspIdentity;
  /** The truth about `chargerinfo.state`. */
  readonly state: string;
  /** All requests in the order they came; bodies and tokens are not kept. */
  readonly log: readonly LoggedRequest[];
  violations(): readonly Violation[];
  /** Developer keys that were sent to `access`, in order. */
  keysSeen(): readonly string[];
  /** How many TLS handshakes were completed. A client that keeps its connection makes one. */
  connections(): number;
  readonly connectionLog: readonly ConnectionRecord[];
  /** What was wrong with each handshake that failed. */
  readonly handshakeFailures: readonly string[];
  /** This moment, for `requestsSince` and `bytesSince`. */
  mark(): Mark;
  requestsSince(mark: Mark): readonly LoggedRequest[];
  /** Application bytes on connections made since. */
  bytesSince(mark: Mark): number;
  /** A new key and certificate at all addresses; open connections are dropped. */
  changeCertificate(options?: CertificateOptions | KeyedCertificate): Promise<Mark>;
  /** A second address of the same station, as Ethernet beside Wi-Fi. Default `127.0.0.1`. */
  alsoAt(host?: LoopbackHost): Promise<FcspAddress>;
  /** Stops all addresses and kills open sockets. */
  close(): Promise<void>;
}

/** Starts a station on loopback at a free port. */
export async function startFcspSimulator(
  options: FcspSimulatorOptions = {},
): Promise<FcspSimulator> {
  const { host = '127.0.0.1', clock = realClock() } = options;
  const parts = partsOf(options, clock);
  const { station, manners, log, keysSeen, settings } = parts;
  const certified = async (commands: CertificateOptions | KeyedCertificate = {}) =>
    'keyPem' in commands
      ? commands
      : makeCertificate({ commonName: station.identity.traceNo, ...commands });
  const trap = await startTrap(manners);
  const book = new ConnectionBook();
  const door = new FrontDoor({ ...parts, trapOrigin: () => trap.url });
  const addresses = new Addresses(listenerOf(door), {
    book,
    tls: options.tls ?? {},
    keyed: await certified(options.certificate),
  });
  const first = await addresses.add(host);
  const mark = () => ({ requests: log.length, connections: book.all.length });
  return {
    ...controlsOf(parts),
    ...first,
    host,
    driver: handsIn(station.garage, clock, () => station.hasInverter()),
    settings,
    log,
    connectionLog: book.all,
    handshakeFailures: book.failures,
    get certificate() {
      return addresses.keyed.certificate;
    },
    get identity() {
      return station.identity;
    },
    get state() {
      return station.state;
    },
    violations: () => manners.violations,
    keysSeen: () => keysSeen,
    connections: () => book.all.length,
    mark,
    requestsSince: ({ requests }) => log.slice(requests),
    bytesSince: ({ connections }) =>
      book.all.slice(connections).reduce((sum, { bytes }) => sum + bytes, 0),
    async changeCertificate(commands) {
      addresses.use(await certified(commands));
      return mark();
    },
    alsoAt: (other = '127.0.0.1') => addresses.add(other),
    async close() {
      await Promise.all([addresses.close(), trap.close()]);
    },
  };
}

function partsOf(options: FcspSimulatorOptions, clock: SimClock) {
  const wall = options.wall ?? clock;
  const settings: FcspSettings = { ...DEFAULT_SETTINGS, ...options.settings };
  const identity = { ...FIRST_STATION, ...options.identity };
  const station = new Station(identity, options.inverter ?? { kind: 'placeholder' }, clock);
  const keysSeen: string[] = [];
  const log: LoggedRequest[] = [];
  return {
    clock: wall,
    settings,
    station,
    keysSeen,
    log,
    tokens: new TokenBook(settings, wall),
    manners: new Manners(settings, wall),
    failures: new FailureBook(),
    admit: station.answer.bind(station),
  };
}

function listenerOf(door: FrontDoor): RequestListener {
  return (request, response) => {
    door.receive(request, response).catch((error: unknown) => {
      // A sender that went away is no fault; anything else must be seen in the answer.
      if (!response.headersSent) response.writeHead(500).end(`Simulator fault: ${String(error)}`);
    });
  };
}

/** Another host behind redirects, at which no request may ever arrive. */
async function startTrap(manners: Manners) {
  const server = await startLoopbackServer((request, response) => {
    const carried = request.headers.authorization === undefined ? 'without' : 'with';
    manners.blame('left-the-host', `${request.method} ${request.url} ${carried} a token`);
    sendReply(response, { status: 200, body: {} });
  });
  return { ...server, url: `http://localhost:${server.port}` };
}
