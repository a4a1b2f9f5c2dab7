import { connectAsync, type MqttClient } from 'mqtt';
import { brokenRules, type Told } from './home-assistant-rules.ts';
import type { Mosquitto } from './mosquitto.ts';

/**
 * A hub as Home Assistant is one, as far as a bridge can tell: it hears everything, in order, and holds it
 * against the rules of discovery.
 */
export class Hub {
  readonly heard: Told[] = [];
  readonly #client: MqttClient;

  private constructor(client: MqttClient) {
    this.#client = client;
    client.on('message', (topic, payload, { retain }) => {
      this.heard.push({ topic, payload: payload.toString(), retain });
    });
  }

  static async at(
    { port, options }: Mosquitto,
    user?: { readonly username: string; readonly password: string },
  ): Promise<Hub> {
    const scheme = options.tls ? 'mqtts' : 'mqtt';
    const client = await connectAsync(`${scheme}://127.0.0.1:${port}`, {
      protocolVersion: 5,
      rejectUnauthorized: false,
      reconnectPeriod: 0,
      ...user,
    });
    const hub = new Hub(client);
    // As it was published: what is retained says so also to those who are there already.
    await client.subscribeAsync('#', { qos: 0, rap: true });
    return hub;
  }

  /** The last that was said there; undefined where nothing was, or it was taken back. */
  last(topic: string): string | undefined {
    return this.heard.findLast((one) => one.topic === topic)?.payload || undefined;
  }

  /** The same as the object it is. */
  json(topic: string): Readonly<Record<string, unknown>> | undefined {
    const text = this.last(topic);
    return text === undefined ? undefined : JSON.parse(text);
  }

  all(topic: string): readonly string[] {
    return this.heard.filter((one) => one.topic === topic).map(({ payload }) => payload);
  }

  /** The first topic of those that end so, such as the state of the only charger. */
  topic(end: string): string {
    const found = this.heard.find(({ topic, payload }) => topic.endsWith(end) && payload !== '');
    if (!found) throw new Error(`nobody has said …${end}`);
    return found.topic;
  }

  /** Turns the event loop until something is so; the test's own time limit ends a vain wait. */
  async hears(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => void setImmediate(resolve));
  }

  async say(topic: string, payload: string | Buffer, retain = false): Promise<void> {
    await this.#client.publishAsync(topic, payload, { retain });
  }

  /** What of all that was heard Home Assistant would not take. */
  faults(): readonly string[] {
    return brokenRules(this.heard);
  }

  async close(): Promise<void> {
    if (this.#client.connected) await this.#client.endAsync(true);
  }
}
