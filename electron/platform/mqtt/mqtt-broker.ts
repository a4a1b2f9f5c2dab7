import type { Socket } from 'node:net';
import { type IClientOptions, MqttClient, type Packet } from 'mqtt';
import type { BrokerFailure } from '../../../shared/domain/app/broker.ts';
import { harmless } from '../../../shared/domain/harmless.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { BrokerLink, BrokerListener, BrokerPort, BrokerRequest } from '../../ports/broker.ts';
import type { Clock } from '../../ports/clock.ts';
import { within } from '../../ports/within.ts';
import { isOfVersion, refusal, TimeUp } from './broker-failure.ts';
import { openLine } from './broker-line.ts';
import { tooMuch } from './too-much.ts';

/** More than anything that is said to us; a broker that keeps to MQTT 5 sends nothing larger. */
const mostBytes = 16_384;
/** A broker that has let us in hears a farewell at once. */
const farewellMs = 1000;
/** The library counts by a clock of its own; ours is the one that decides. */
const never = 2 ** 31 - 1;

/**
 * Brokers over MQTT.js, which keeps one connection and nothing else: when to connect again is for
 * others to say.
 */
export function mqttBroker(clock: Clock): BrokerPort {
  return {
    async connect(request, listener) {
      const first = await attempt({ request, listener, clock }, 5);
      // Brokers from before 2019.
      const isOld = !first.ok && isOfVersion(first.failure);
      return isOld ? attempt({ request, listener, clock }, 4) : first;
    },
  };
}

interface Attempt {
  readonly request: BrokerRequest;
  readonly listener: BrokerListener;
  readonly clock: Clock;
}

async function attempt(
  { request, listener, clock }: Attempt,
  version: 4 | 5,
): Promise<Result<BrokerLink, BrokerFailure>> {
  const given = new AbortController();
  const giveUp = () => given.abort(new Error('Called off'));
  if (request.signal.aborted) giveUp();
  request.signal.addEventListener('abort', giveUp, { once: true });
  const limit = clock.after(request.timeoutMs, () => given.abort(new TimeUp()));
  try {
    const line = await openLine(request.address, given.signal);
    if (!line.ok) return line;
    const client = new Client(line.value, options(request, version), { listener, clock });
    return await client.welcome(given.signal);
  } finally {
    limit.cancel();
    request.signal.removeEventListener('abort', giveUp);
  }
}

function options(request: BrokerRequest, protocolVersion: 4 | 5): IClientOptions {
  const { clientName, user, password, will, keepAliveSeconds } = request;
  return {
    protocolVersion,
    clientId: clientName,
    clean: true,
    keepalive: keepAliveSeconds,
    reconnectPeriod: 0,
    resubscribe: false,
    connectTimeout: never,
    timerVariant: 'native',
    // Every number that a packet may hold, made beforehand: 8 MB for a few messages a minute.
    writeCache: false,
    // By default it listens to an environment variable and writes to the terminal.
    log: () => undefined,
    ...(user === undefined ? {} : { username: user }),
    ...(password === undefined ? {} : { password }),
    ...(will ? { will: { ...will, payload: Buffer.from(will.payload), qos: 0 as const } } : {}),
    ...(protocolVersion === 5 ? { properties: { maximumPacketSize: mostBytes } } : {}),
  };
}

interface Around {
  readonly listener: BrokerListener;
  readonly clock: Clock;
}

/** One connection, from its first byte to its last. */
class Client implements BrokerLink {
  readonly #client: MqttClient;
  readonly #line: Socket;
  readonly #around: Around;
  /** Why it ends, as far as somebody has said so. */
  #why: BrokerFailure | undefined;
  #isIn = false;
  #isOver = false;
  #whenIn: ((in_: Result<BrokerLink, BrokerFailure>) => void) | undefined;

  constructor(line: Socket, given: IClientOptions, around: Around) {
    this.#line = line;
    this.#around = around;
    tooMuch(line, around.clock, () => this.#endBecause({ kind: 'lost' }));
    this.#client = new MqttClient(() => line, given);
    // Those with a code are of the network, or an answer that is read below; both end it by themselves.
    this.#client.on('error', (error) => {
      if (!('code' in error)) this.#endBecause({ kind: 'notUnderstood' });
    });
    this.#client.on('packetreceive', (packet) => this.#received(packet));
    this.#client.on('connect', () => this.#welcomed());
    this.#client.on('message', (topic, payload, { retain }) =>
      around.listener.message({ topic, payload: textOf(payload), isRetained: retain }),
    );
    this.#client.on('close', () => this.#closed());
  }

  welcome(signal: AbortSignal): Promise<Result<BrokerLink, BrokerFailure>> {
    return new Promise((resolve) => {
      const giveUp = () =>
        this.#endBecause({ kind: signal.reason instanceof TimeUp ? 'timedOut' : 'unreachable' });
      this.#whenIn = (result) => {
        signal.removeEventListener('abort', giveUp);
        resolve(result);
      };
      if (signal.aborted) giveUp();
      else signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  publish({ topic, payload, retain }: Parameters<BrokerLink['publish']>[0]): void {
    if (!this.#isOver) this.#client.publish(topic, payload, { qos: 0, retain });
  }

  async subscribe(
    topics: readonly string[],
    { withRetained }: { readonly withRetained: boolean },
  ): Promise<boolean> {
    if (this.#isOver) return false;
    const how = { qos: 0 as const, nl: true, rap: true, rh: withRetained ? 0 : 2 };
    try {
      const granted = await this.#client.subscribeAsync([...topics], how);
      return granted.every(({ qos }) => qos < 128);
    } catch {
      return false;
    }
  }

  async end(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    const gone = this.#client.endAsync().catch(() => undefined);
    await within(this.#around.clock, farewellMs, gone, () => undefined);
    this.#line.destroy();
  }

  #received(packet: Packet): void {
    if (packet.cmd !== 'connack' && packet.cmd !== 'disconnect') return;
    const code = packet.reasonCode ?? ('returnCode' in packet ? packet.returnCode : 0) ?? 0;
    const said = packet.properties?.reasonString;
    if (code > 0) this.#why = refusal(code, said === undefined ? said : harmless(said));
  }

  #welcomed(): void {
    this.#isIn = true;
    this.#whenIn?.(success(this));
  }

  #closed(): void {
    const why = this.#why ?? { kind: this.#isIn ? 'lost' : 'notUnderstood' };
    if (!this.#isIn) this.#whenIn?.(failed(why));
    else if (!this.#isOver) this.#around.listener.closed(why);
    this.#isOver = true;
  }

  #endBecause(why: BrokerFailure): void {
    this.#why ??= why;
    this.#line.destroy();
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function textOf(payload: Buffer): string | undefined {
  try {
    return utf8.decode(payload);
  } catch {
    return undefined;
  }
}
