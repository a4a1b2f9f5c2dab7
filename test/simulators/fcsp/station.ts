import type { SimClock } from '../clock.ts';
import type { Reply } from '../shared/reply.ts';
import { debugReply } from './debug-page.ts';
import { Garage } from './driver.ts';
import { BASE_PATH, type Endpoint } from './endpoints.ts';
import { inverterCode, stateCode } from './garage.ts';
import type { FcspIdentity } from './identity.ts';
import {
  changed,
  chargerPayload,
  type FieldChanges,
  networkPayload,
  padded,
} from './payload-charger.ts';
import { type InverterSpec, inverterRows, isReal } from './payload-inverter.ts';

/** The station itself: what it is, what stands around it, and how that reads on the wire. */
export class Station {
  readonly garage = new Garage();
  identity: FcspIdentity;
  inverter: InverterSpec;
  /** A code that hides the physics' one; null when the physics speaks. */
  forcedState: string | null = null;
  chargerChanges: FieldChanges = {};
  /** Blanks and NULs behind every text of `chargerinfo`. */
  padded = false;
  configStatus = 'CE012';
  readonly #clock: SimClock;

  constructor(identity: FcspIdentity, inverter: InverterSpec, clock: SimClock) {
    this.identity = identity;
    this.inverter = inverter;
    this.#clock = clock;
  }

  /** The truth about `chargerinfo.state`. */
  get state(): string {
    return this.forcedState ?? stateCode(this.garage.state, this.#clock.now());
  }

  hasInverter(): boolean {
    return isReal(this.inverter);
  }

  /** What it says to an admitted call of the right form. */
  answer({ name }: Endpoint): Reply {
    switch (name) {
      case 'chargerinfo': {
        const payload = changed(chargerPayload(this.identity, this.state), this.chargerChanges);
        return { status: 200, body: this.padded ? padded(payload) : payload };
      }
      case 'inverterinfo':
        return this.#inverter();
      case 'configstatus':
        return { status: 200, body: { status: this.configStatus } };
      case 'networkinfo':
        return { status: 200, body: networkPayload(this.identity) };
      default:
        return { status: 200, body: FORBIDDEN_ANSWERS[name] ?? {} };
    }
  }

  #inverter(): Reply {
    const { inverter } = this;
    if (inverter.kind === 'failing') {
      const path = `${BASE_PATH}inverterinfo`;
      return debugReply({ status: inverter.status ?? 500, path, exception: 'IOError' });
    }
    const code = inverterCode(this.garage.state, this.#clock.now());
    return { status: 200, body: inverterRows(inverter, code, this.identity.inverterSerial) };
  }
}

/** Plausible answers of calls that nobody of ours makes; most shapes are invented. */
const FORBIDDEN_ANSWERS: Readonly<Record<string, unknown>> = {
  pairstatus: { status: 'CE001' },
  pairlist: [],
  datakey: { datakey: 'TUlHZk1BMEdDU3FHU0liM0RRRUJBUVVBQTRHTg==::NL::' },
  connect: { status: 'CE001' },
  wifinetworklist: [{ ssid: 'Simulated Home', rssi: -58 }],
  blepairing: { status: 'CS001' },
  wlanconfig: { status: 'CE001', error: 'no payload' },
  managePairing: { status: 'CE001' },
  pairconfirm: { status: 'CE001' },
  initistate: { status: 'CS001' },
};
