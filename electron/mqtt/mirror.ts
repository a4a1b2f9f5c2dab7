import type { BrokerLink } from '../ports/broker.ts';
import { type DeviceConfig, withoutGone } from './discovery.ts';

/**
 * What the broker was told over one connection, all of it to be kept there: only what is different is
 * told.
 */
export class Mirror {
  readonly #link: BrokerLink;
  readonly #said = new Map<string, string>();
  readonly #announced = new Map<string, readonly string[]>();

  constructor(link: BrokerLink) {
    this.#link = link;
  }

  say(topic: string, payload: string): void {
    if (this.#said.get(topic) === payload) return;
    this.#said.set(topic, payload);
    this.#publish(topic, payload);
  }

  /**
   * Announces a device. What it no longer has is taken back first: of all that there ever was, by its
   * platform, where nobody knows what an earlier run of the app has announced.
   */
  announce(topic: string, config: DeviceConfig, platforms: Readonly<Record<string, string>>): void {
    const payload = JSON.stringify(config);
    if (this.#said.get(topic) === payload) return;
    const keys = Object.keys(config.components);
    const before = this.#announced.get(topic);
    const isLess = !before || before.some((key) => !keys.includes(key));
    this.#announced.set(topic, keys);
    const whole = isLess ? JSON.stringify(withoutGone(config, platforms)) : payload;
    if (whole !== payload) this.#publish(topic, whole);
    this.say(topic, payload);
  }

  /** Takes back what was said there, by whomever. */
  takeBack(topic: string): void {
    this.#said.delete(topic);
    this.#announced.delete(topic);
    this.#publish(topic, '');
  }

  /** A hub has started anew and may have missed all of it. */
  sayAnew(): void {
    this.#said.clear();
  }

  #publish(topic: string, payload: string): void {
    this.#link.publish({ topic, payload, retain: true });
  }
}
