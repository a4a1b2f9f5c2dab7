import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { BrokerChoice, BrokerFailure, BrokerState } from '../../shared/domain/app/broker.ts';
import type { Result } from '../../shared/result.ts';
import { success } from '../../shared/result.ts';
import type { ChargerRecord } from '../charging/record.ts';
import type { BrokerLink, BrokerMessage } from '../ports/broker.ts';
import type { Timer } from '../ports/clock.ts';
import { CommandDesk } from './command-desk.ts';
import { BrokerConnection } from './connection.ts';
import type { Announcer } from './discovery.ts';
import type { MqttApp } from './mqtt-app.ts';
import { Publisher, type TakenBack } from './publisher.ts';
import { type Topics, topicsOf } from './topics.ts';

export interface BridgeParts {
  readonly app: MqttApp;
  readonly choice: BrokerChoice;
  readonly password: () => Promise<Result<string | undefined, BrokerFailure>>;
  /** It stands otherwise with the broker. */
  readonly changed: () => void;
}

const keepAliveSeconds = 30;
/** A broker that takes a connection and says nothing is given up by then. */
const timeoutMs = 15_000;
/** All that hear a hub start would answer in the same moment. */
const birthMs = 5000;

/** Everything between the app and one broker. */
export class Bridge {
  readonly #parts: BridgeParts;
  readonly #topics: Topics;
  readonly #connection: BrokerConnection;
  readonly #publisher: Publisher;
  readonly #desk: CommandDesk;
  #birth: Timer | undefined;

  constructor(parts: BridgeParts) {
    this.#parts = parts;
    const { app, choice } = parts;
    const { clock, facts, log, random } = app.ports;
    this.#topics = topicsOf(choice);
    const announcer: Announcer = { choice, topics: this.#topics, version: facts.version };
    this.#publisher = new Publisher(app, announcer);
    this.#desk = new CommandDesk({
      clock,
      log,
      commands: app.commands,
      answer: (chargerId, result) => {
        const { result: topic } = this.#topics.charger(chargerId);
        const payload = JSON.stringify(result);
        this.#connection.link()?.publish({ topic, payload, retain: false });
      },
    });
    this.#connection = new BrokerConnection({
      clock,
      random,
      log,
      port: app.ports.broker,
      request: () => this.#request(),
      up: (link) => void this.#up(link),
      down: () => this.#down(),
      message: (message) => this.#heard(message),
      changed: parts.changed,
    });
  }

  state(): BrokerState {
    return this.#connection.state();
  }

  start(): void {
    this.#connection.start();
  }

  /** The keychain may answer now. */
  retry(): void {
    this.#connection.retry();
  }

  /** Says that it goes, so that nobody takes what is kept for what is. Resolves within a second. */
  stop(takenBack: TakenBack = 'nothing'): Promise<void> {
    return this.#connection.end(() => {
      this.#publisher.takeBack(takenBack);
      if (takenBack !== 'everything') this.#publisher.sayBridge('offline');
    });
  }

  /** What was heard of a charger, at once. */
  tell(record: ChargerRecord): void {
    this.#publisher.tell(record);
    this.#desk.look();
  }

  show(state: AppState): void {
    this.#publisher.show(state);
    this.#desk.look();
  }

  async #request() {
    const { choice } = this.#parts;
    const password = await this.#parts.password();
    if (!password.ok) return password;
    return success({
      address: choice.address,
      clientName: `chargetray-${choice.installation}`,
      user: choice.user,
      password: password.value,
      will: { topic: this.#topics.bridge, payload: 'offline', retain: true },
      keepAliveSeconds,
      timeoutMs,
    });
  }

  /** What it is and how it stands, and only then that it is there. */
  async #up(link: BrokerLink): Promise<void> {
    const { app, choice } = this.#parts;
    this.#publisher.begin(link, app.store.get());
    const { availabilities, birth, commands } = this.#topics;
    const heard = await Promise.all([
      choice.commands ? link.subscribe(commands, { withRetained: false }) : true,
      birth === undefined || link.subscribe([birth], { withRetained: false }),
      // What an earlier run has told of chargers that are gone since.
      link.subscribe([availabilities], { withRetained: true }),
    ]);
    if (!heard.every(Boolean)) app.ports.log.warn('broker allows less than asked');
    if (this.#connection.link() === link) this.#publisher.sayBridge('online');
  }

  #down(): void {
    this.#birth?.cancel();
    this.#birth = undefined;
    this.#publisher.end();
  }

  #heard({ topic, payload, isRetained }: BrokerMessage): void {
    if (topic === this.#topics.birth) {
      if (payload === 'online') this.#hubStarted();
      return;
    }
    const { name = '', rest } = this.#topics.parse(topic) ?? {};
    const chargerId = this.#publisher.chargerOf(name);
    // What is empty takes back what was kept there, and says nothing.
    if (payload === '') return;
    if (rest === 'availability') this.#publisher.foundAvailability(name);
    else if (rest === undefined || chargerId === undefined) {
      this.#parts.app.ports.log.warn('message of a broker ignored');
    } else if (this.#parts.choice.commands) {
      this.#desk.take({ chargerId, rest, payload, isRetained });
    }
  }

  #hubStarted(): void {
    const { clock, random } = this.#parts.app.ports;
    this.#birth ??= clock.after(random() * birthMs, () => {
      this.#birth = undefined;
      this.#publisher.sayAnew(this.#parts.app.store.get());
      this.#publisher.sayBridge('online');
    });
  }
}
