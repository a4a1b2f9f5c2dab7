import type { ServerResponse } from 'node:http';
import type { SimClock } from '../clock.ts';
import type { Failure } from '../shared/failures.ts';
import { Overlap } from '../shared/overlap.ts';
import type { Reply } from '../shared/reply.ts';
import { type Endpoint, endpointMeantBy } from './endpoints.ts';
import type { FcspSettings } from './settings.ts';
import type { Violation, ViolationKind } from './violations.ts';

/** Reads a floor apart at the client may arrive a few ms closer here. */
const GRACE_MS = 100;

/** Watches how the station is treated. It refuses nothing; it remembers. */
export class Manners {
  readonly violations: Violation[] = [];
  readonly #settings: FcspSettings;
  readonly #clock: SimClock;
  readonly #overlap = new Overlap();
  readonly #answeredAt = new Map<string, number>();
  readonly #refreshing = new Set<string>();

  constructor(settings: FcspSettings, clock: SimClock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  blame(kind: ViolationKind, reason: string): void {
    this.violations.push({ kind, at: this.#clock.now(), reason });
  }

  /** Judges a request by its path, before anything is known of its token. */
  judgePath(method: string, path: string): void {
    const endpoint = endpointMeantBy(path);
    if (endpoint === undefined) return;
    const kind = OFF_LIMITS[endpoint.kind];
    if (kind !== undefined) this.blame(kind, `${method} ${path}`);
  }

  /** Judges a read by the time since its last answer. */
  judgePace({ name, kind }: Endpoint): void {
    if (kind !== 'read') return;
    const passedMs = this.#clock.now() - (this.#answeredAt.get(name) ?? Number.NEGATIVE_INFINITY);
    const { floorMs } = this.#settings;
    if (passedMs < floorMs - GRACE_MS) {
      this.blame('too-soon', `${name} ${passedMs} ms after its last answer`);
    }
  }

  /**
   * Notes a good answer just before it is sent; a moment later the client may have it, and tests may
   * have moved the clock.
   */
  noteAnswer({ name }: Endpoint): void {
    this.#answeredAt.set(name, this.#clock.now());
  }

  /** Waits until it is known whether others were on their way, and judges that. */
  async judgeOverlap(path: string, response: ServerResponse, served: Promise<void>): Promise<void> {
    const request = this.#overlap.enter('station', response);
    await served;
    const count = await this.#overlap.measure(request);
    if (count > 1) this.blame('parallel-requests', `${path} with ${count - 1} more`);
  }

  /** Notes a refresh until its response is sent or its socket closes. */
  judgeRefresh(token: string, response: ServerResponse): void {
    if (this.#refreshing.has(token)) this.blame('refresh-twice', 'one token, two requests');
    this.#refreshing.add(token);
    const leave = () => this.#refreshing.delete(token);
    response.once('finish', leave);
    response.once('close', leave);
  }
}

/** True when a client gets a whole answer with 200. `failure` spoils `right`, if there is one. */
export function isGood(failure: Failure | undefined, right: Reply | undefined): boolean {
  switch (failure?.kind) {
    case 'hang':
    case 'drip-headers':
    case 'cut-chunks':
    case 'reset':
    case 'redirect':
      return false;
    case 'status':
      return failure.status === 200;
    case 'html':
    case 'empty':
    case 'huge':
      return true;
    default:
      return right?.status === 200;
  }
}

const OFF_LIMITS: Readonly<Partial<Record<Endpoint['kind'], ViolationKind>>> = {
  dangerous: 'dangerous-call',
  'side-effect': 'side-effect-call',
  handshake: 'needless-call',
  spare: 'needless-call',
};
