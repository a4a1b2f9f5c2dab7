import type { AppState } from '../../shared/domain/app/app-state.ts';
import { modelKnown, nameKnown } from '../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import type { ChargerStateName } from '../../shared/domain/charger/status.ts';
import type { PlanView } from '../../shared/domain/price/charge-plan.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { messages } from '../../shared/text/messages.ts';
import type { ChargerRecord } from '../charging/record.ts';
import type { BrokerLink } from '../ports/broker.ts';
import type { Timer } from '../ports/clock.ts';
import { availableUntil, chargerMessage } from './charger-message.ts';
import { componentPlatforms, type Offered } from './components.ts';
import { type Announcer, chargerConfig, hubConfig, hubPlatforms } from './discovery.ts';
import { hubPrice } from './hub-price.ts';
import { Mirror } from './mirror.ts';
import type { MqttApp } from './mqtt-app.ts';
import type { ChargerTopics } from './topics.ts';

/** What is taken back from the broker at the end: announcements alone, or all that is kept there. */
export type TakenBack = 'nothing' | 'announcements' | 'everything';

/** What the messages about a charger were made of: nothing is made anew while it is the same. */
interface Told {
  readonly record: ChargerRecord;
  readonly plan: PlanView | undefined;
  readonly words: typeof messages;
}

/** Tells a broker of all chargers that are shown, and only what has changed since. */
export class Publisher {
  readonly #app: MqttApp;
  readonly #announcer: Announcer;
  /** What a charger could do when that was last known for sure: out of reach it can do nothing. */
  readonly #offers = new Map<string, Offer>();
  #mirror: Mirror | undefined;
  #told = new Map<string, Told>();
  /** By its part of the topics. */
  readonly #ids = new Map<string, string>();
  #price: Timer | undefined;
  /** By charger: when the last reading no longer speaks for it. */
  readonly #expiries = new Map<string, Timer>();

  constructor(app: MqttApp, announcer: Announcer) {
    this.#app = app;
    this.#announcer = announcer;
  }

  /** There is a connection, over which nothing was said yet. */
  begin(link: BrokerLink, state: AppState): void {
    this.#mirror = new Mirror(link);
    this.#told = new Map();
    this.show(state);
  }

  end(): void {
    this.#mirror = undefined;
    this.#price?.cancel();
    this.#price = undefined;
    for (const expiry of this.#expiries.values()) expiry.cancel();
    this.#expiries.clear();
  }

  sayAnew(state: AppState): void {
    this.#mirror?.sayAnew();
    this.#told = new Map();
    this.show(state);
  }

  sayBridge(presence: 'online' | 'offline'): void {
    this.#mirror?.say(this.#announcer.topics.bridge, presence);
  }

  /** One that is shown already. */
  tell(record: ChargerRecord): void {
    if (this.#told.has(record.id)) this.#say(record);
  }

  show({ chargers }: AppState): void {
    if (!this.#mirror) return;
    this.#sayHub();
    const shown = new Set(chargers.map(({ id }) => id));
    for (const id of this.#told.keys()) if (!shown.has(id)) this.#forget(id);
    for (const { id } of chargers) {
      const record = this.#app.tracker.record(id);
      if (record) this.#say(record);
    }
  }

  /** Somebody of this installation has told of a charger: if it is gone, that is taken back. */
  foundAvailability(name: string): void {
    const { topics } = this.#announcer;
    if (this.chargerOf(name) === undefined) this.#takeBack(topics.named(name), 'everything');
  }

  /** Which one is meant; undefined where none of them is shown. */
  chargerOf(name: string): string | undefined {
    const id = this.#ids.get(name);
    return id !== undefined && this.#told.has(id) ? id : undefined;
  }

  takeBack(what: TakenBack): void {
    const { topics } = this.#announcer;
    for (const id of this.#told.keys()) this.#takeBack(topics.charger(id), what);
    if (what === 'nothing') return;
    if (topics.hubConfig) this.#mirror?.takeBack(topics.hubConfig);
    if (what !== 'everything') return;
    this.#mirror?.takeBack(topics.hubState);
    this.#mirror?.takeBack(topics.bridge);
  }

  #forget(id: string): void {
    this.#told.delete(id);
    this.#offers.delete(id);
    this.#expire(id, 0, 0);
    this.#takeBack(this.#announcer.topics.charger(id), 'everything');
  }

  #takeBack({ config, state, availability }: ChargerTopics, what: TakenBack): void {
    if (what === 'nothing') return;
    if (config) this.#mirror?.takeBack(config);
    if (what !== 'everything') return;
    this.#mirror?.takeBack(state);
    this.#mirror?.takeBack(availability);
  }

  #say(record: ChargerRecord): void {
    const mirror = this.#mirror;
    if (!mirror) return;
    const plan = this.#app.plans.view(record.id);
    const before = this.#told.get(record.id);
    const isSame = before?.record === record && before.plan === plan && before.words === messages;
    if (isSame) return;
    this.#told.set(record.id, { record, plan, words: messages });
    const topics = this.#announcer.topics.charger(record.id);
    this.#ids.set(topics.name, record.id);
    const model = modelKnown(record);
    const config = this.#configOf(record, topics, model);
    if (topics.config) mirror.announce(topics.config, config, componentPlatforms);
    const now = this.#app.ports.clock.now();
    const range = this.#offers.get(record.id)?.abilities.limit;
    const message = chargerMessage({ record, plan, model, range }, now);
    // Values first, then that they are there to be taken; and the other way round at the end.
    const until = availableUntil(record);
    const isThere = until > now;
    this.#expire(record.id, until, now);
    if (!isThere) mirror.say(topics.availability, 'offline');
    mirror.say(topics.state, JSON.stringify(message));
    if (isThere) mirror.say(topics.availability, 'online');
  }

  #expire(id: string, until: number, now: number): void {
    this.#expiries.get(id)?.cancel();
    this.#expiries.delete(id);
    if (until <= now || until === Number.POSITIVE_INFINITY) return;
    const { availability } = this.#announcer.topics.charger(id);
    const expire = () => this.#mirror?.say(availability, 'offline');
    this.#expiries.set(id, this.#app.ports.clock.after(until - now, expire));
  }

  #configOf(record: ChargerRecord, topics: ChargerTopics, model: string | undefined) {
    const { brand } = record;
    return chargerConfig(this.#announcer, {
      topics,
      name: nameKnown(record) ?? messages.brands[brand].name,
      brand: messages.brands[brand].name,
      ...omitUndefined({ model }),
      offered: this.#offered(record),
    });
  }

  #offered({ id, reading }: ChargerRecord): Offer {
    const observation = lastObservation(reading);
    if (observation && !blind.has(observation.status.state)) {
      this.#offers.set(id, offerOf(observation));
    }
    const { abilities, says } = this.#offers.get(id) ?? nothing;
    return { abilities: this.#announcer.choice.commands ? abilities : {}, says };
  }

  #sayHub(): void {
    const { topics } = this.#announcer;
    const { clock } = this.#app.ports;
    const price = hubPrice(this.#app.market.known(), clock.now());
    const { hubConfig: topic } = topics;
    const config = hubConfig(this.#announcer, price?.currency);
    if (topic) this.#mirror?.announce(topic, config, hubPlatforms);
    const { perKwh = null, currency = null, vatIncluded = null } = price ?? {};
    const message = { price: perKwh, currency, vat_included: vatIncluded };
    this.#mirror?.say(topics.hubState, JSON.stringify(message));
    this.#price?.cancel();
    this.#price =
      price?.until === undefined
        ? undefined
        : clock.after(price.until - clock.now(), () => this.#sayHub());
  }
}

type Offer = Pick<Offered, 'abilities' | 'says'>;
const nothing: Offer = { abilities: {}, says: { lock: false, limit: false, plan: false } };

function offerOf({ abilities, limitA, locked, mayCommand }: Observation): Offer {
  return {
    abilities: mayCommand === false ? {} : abilities,
    says: {
      lock: locked !== undefined,
      limit: limitA !== undefined,
      plan: Boolean(abilities.pause ?? abilities.ownSchedules),
    },
  };
}

const blind: ReadonlySet<ChargerStateName> = new Set(['offline', 'unknown', 'updating']);
