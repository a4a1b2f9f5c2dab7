import type { ChargerRecord } from '../../../electron/charging/record.ts';
import type { MqttApp } from '../../../electron/mqtt/mqtt-app.ts';
import { Publisher } from '../../../electron/mqtt/publisher.ts';
import { topicsOf } from '../../../electron/mqtt/topics.ts';
import type { BrokerChoice } from '../../../shared/domain/app/broker.ts';
import type { PlanView } from '../../../shared/domain/price/charge-plan.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { anAppState } from '../../fixtures/app-states.ts';
import type { Told } from '../../simulators/broker/home-assistant-rules.ts';

export const choice: BrokerChoice = {
  address: { host: '127.0.0.1', port: 1883, tls: false },
  topicPrefix: 'chargetray',
  discovery: 'homeassistant',
  commands: true,
  installation: 'k3x9q2',
  password: 'none',
};

/** A publisher whose broker is a list, and the chargers and plans that it is to tell of. */
export class PublisherKit {
  readonly said: Told[] = [];
  readonly clock = new FakeClock();
  readonly records = new Map<string, ChargerRecord>();
  readonly plans = new Map<string, PlanView>();
  known: ReturnType<MqttApp['market']['known']>;
  readonly publisher: Publisher;

  constructor(more: Partial<BrokerChoice> = {}) {
    const chosen = { ...choice, ...more };
    const app = {
      ports: { clock: this.clock },
      tracker: { record: (id: string) => this.records.get(id) },
      plans: { view: (id: string) => this.plans.get(id) },
      market: { known: () => this.known },
    } as unknown as MqttApp;
    const topics = topicsOf(chosen);
    this.publisher = new Publisher(app, { choice: chosen, topics, version: '1.2.3' });
    this.publisher.begin(
      {
        publish: (publication) => void this.said.push(publication),
        subscribe: async () => true,
        end: async () => undefined,
      },
      this.#state(),
    );
  }

  /** As the pipeline does: what was read, at once. */
  read(record: ChargerRecord): void {
    const isNew = !this.records.has(record.id);
    this.records.set(record.id, record);
    if (isNew) this.show();
    else this.publisher.tell(record);
  }

  show(): void {
    this.publisher.show(this.#state());
  }

  /** What was said under the topics that end so, as objects. */
  all(end: string): readonly Readonly<Record<string, unknown>>[] {
    return this.said
      .filter(({ topic, payload }) => topic.endsWith(end) && payload !== '')
      .map(({ payload }) => JSON.parse(payload));
  }

  words(end: string): readonly string[] {
    return this.said.filter(({ topic }) => topic.endsWith(end)).map(({ payload }) => payload);
  }

  #state() {
    const chargers = [...this.records.values()].map(({ id, accountId, brand, reading }) => ({
      id,
      accountId,
      brand,
      reading,
    }));
    return anAppState({ chargers });
  }
}

export function aRecord(
  reading: ChargerRecord['reading'],
  more: Partial<ChargerRecord> = {},
): ChargerRecord {
  return { id: 'a/1', accountId: 'a', brand: 'wallbox', reading, ...more };
}
