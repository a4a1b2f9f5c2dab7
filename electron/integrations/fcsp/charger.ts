import type { Detail } from '../../../shared/domain/charger/details.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Report } from '../../../shared/domain/charger/report.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import type { AdapterTools } from '../adapter.ts';
import type { DetailOptions, PolledCharger, RequestOptions } from '../connection.ts';
import { otherThan } from './auth/identity.ts';
import type { FcspClient, Read } from './client.ts';
import { type InverterReading, inverterIn } from './inverter.ts';
import type { Known } from './kept.ts';
import { modelName, toObservation } from './translate.ts';
import {
  readCharger,
  readInverters,
  readNetwork,
  readSetUpCode,
  type WireCharger,
  type WireNetwork,
} from './wire.ts';

/** How long the answer of a sign-in serves the first reading. */
const earlyMs = 10_000;
/** In minutes. What is in the details hardly ever changes. */
const extrasKept = 5;

/** What is asked for the details alone. */
type Extra = 'configstatus' | 'networkinfo';

export interface FcspChargerParts {
  readonly client: FcspClient;
  readonly tools: Pick<AdapterTools, 'clock' | 'hide'>;
  readonly known: Known;
  /** What the sign-in has read a moment ago. */
  readonly early: WireCharger | undefined;
}

/** One station, with what was last learned about it. */
export class FcspCharger implements PolledCharger {
  readonly id: string;
  readonly serial: string;
  readonly name: string;
  readonly model = modelName;
  readonly #parts: FcspChargerParts;
  readonly #askedAt = new Map<Extra, number>();
  #charger: WireCharger | undefined;
  #inverter: InverterReading | undefined;
  #setUpCode: string | undefined;
  #network: WireNetwork | undefined;

  constructor(parts: FcspChargerParts) {
    this.id = parts.known.identity.id;
    this.serial = this.id;
    this.name = parts.known.name ?? brandWords('fcsp').name;
    this.#parts = parts;
    if (!parts.early) return;
    this.#note(parts.early);
    parts.client.freeRead(earlyMs);
  }

  read({ signal }: RequestOptions): Promise<Result<Observation, Failure>> {
    const run = (read: Read) => this.#see(read);
    return this.#parts.client.inTurn({ turn: 'read', replaces: 'read', signal, run });
  }

  async details(options: DetailOptions): Promise<Result<readonly Detail[], Failure>> {
    const { signal, formatOptions } = options;
    const missed =
      (await this.#askExtra('configstatus', signal)) ??
      (await this.#askExtra('networkinfo', signal));
    if (missed && !this.#charger) return failed(missed);
    // Only where somebody opens them.
    const { detailRows } = await import('./report/details.ts');
    return success(
      detailRows({
        id: this.id,
        charger: this.#charger,
        inverter: this.#inverter,
        setUpCode: this.#setUpCode,
        network: this.#network,
        formatOptions,
      }),
    );
  }

  secret(): string | undefined {
    return this.#charger?.passcode;
  }

  async report({ signal }: RequestOptions): Promise<Result<Report, Failure>> {
    const { client, tools } = this.#parts;
    const { makeReport } = await import('./report/report.ts');
    return makeReport(client, {
      signal,
      at: tools.clock.now(),
      heard: (call, body) => {
        if (call === 'chargerinfo') this.#understood(body);
      },
    });
  }

  /** Inside its turn: the charger, then its inverter. */
  async #see(read: Read): Promise<Result<Observation, Failure>> {
    const { client, known } = this.#parts;
    const early = client.isReadFree() ? this.#charger : undefined;
    const charger = early ? success(early) : await this.#readCharger(read);
    if (!charger.ok) return charger;
    const other = otherThan(known.identity, charger.value);
    if (other) return failed({ kind: 'otherCharger', found: other, known: known.identity.id });
    this.#note(charger.value);
    const inverter = await this.#readInverter(read);
    if (!inverter.ok) return inverter;
    this.#inverter = inverter.value;
    // A station that says no state, or none that can be read, is there all the same.
    const { state: code = '' } = charger.value;
    return success(toObservation({ name: this.name, code, inverter: inverter.value }));
  }

  async #readCharger(read: Read): Promise<Result<WireCharger, Failure>> {
    const answer = await read('chargerinfo');
    if (!answer.ok) return answer;
    const body = this.#parts.client.bodyOf(answer.value);
    if (!body.ok) return body;
    const charger = this.#understood(body.value);
    return charger ? success(charger) : failed({ kind: 'notUnderstood' });
  }

  /** An inverter that gives trouble of its own does not spoil the reading. */
  async #readInverter(read: Read): Promise<Result<InverterReading, Failure>> {
    const answer = await read('inverterinfo');
    if (!answer.ok && answer.failure.kind !== 'notUnderstood') return answer;
    const body = answer.ok ? this.#parts.client.spareBodyOf(answer.value) : undefined;
    return success(inverterIn(body === undefined ? undefined : readInverters(body)));
  }

  /** Why it could not be asked; undefined also where it was asked a while ago. */
  async #askExtra(turn: Extra, signal: AbortSignal): Promise<Failure | undefined> {
    const { client, tools } = this.#parts;
    const askedAt = this.#askedAt.get(turn);
    const keptMs = client.pace.minutes(extrasKept);
    if (askedAt !== undefined && tools.clock.monotonic() - askedAt < keptMs) return undefined;
    const run = async (read: Read) => {
      this.#askedAt.set(turn, tools.clock.monotonic());
      const answer = await read(turn);
      if (answer.ok) this.#noteExtra(turn, client.spareBodyOf(answer.value) ?? '');
      return answer;
    };
    const answer = await client.inTurn({ turn, replaces: turn, signal, run });
    return answer.ok ? undefined : answer.failure;
  }

  #noteExtra(extra: Extra, body: string): void {
    if (extra === 'configstatus') this.#setUpCode = readSetUpCode(body) ?? this.#setUpCode;
    else this.#network = readNetwork(body) ?? this.#network;
  }

  /** Nothing is done with an answer before its secret is known to all who write something down. */
  #understood(body: string): WireCharger | undefined {
    const charger = readCharger(body);
    if (charger?.passcode) this.#parts.tools.hide(charger.passcode);
    return charger;
  }

  #note(charger: WireCharger): void {
    this.#charger = charger;
  }
}
