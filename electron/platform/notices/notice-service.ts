import { LastingBus } from '../dbus/lasting-bus.ts';
import type { Message } from '../dbus/message.ts';
import { type SessionBus, theBus } from '../dbus/session-bus.ts';
import { listOf, type Value } from '../dbus/values.ts';

/** The program that shows notifications now. */
export interface NoticeService {
  /** Tells it from all others, those of other sessions included. */
  readonly id: string;
  /** Its name on the bus, which nobody else ever has. */
  readonly owner: string;
  readonly can: ReadonlySet<string>;
  /** A notice that it may have been given already stands there once when it is given again. */
  readonly bearsRepeating: boolean;
}

export interface NoticeServiceParts {
  readonly open: () => Promise<SessionBus>;
  /** Somebody shows notifications from now on. */
  readonly came: () => void;
  /** A button was pressed, or under the key `default` the notice itself. */
  readonly pressed: (press: { owner: string; number: number; key: string }) => void;
  /** One is closed; `reason` as the specification numbers it. */
  readonly closed: (closed: { owner: string; number: number; reason: number }) => void;
  /** Whoever has shown notifications is gone, or nobody hears of it any more. */
  readonly went: () => void;
}

const name = 'org.freedesktop.Notifications';
const target = { path: '/org/freedesktop/Notifications', interface: name };
const rules = [
  `type='signal',sender='${theBus.destination}',member='NameOwnerChanged',arg0='${name}'`,
  `type='signal',sender='${name}',interface='${name}',member='ActionInvoked'`,
  `type='signal',sender='${name}',interface='${name}',member='NotificationClosed'`,
];
/** With this hint a notice takes the place of the one that had the same. */
export const tagHint = 'x-dunst-stack-tag';
/** It takes away whatever an app has shown when that app is gone from the bus. */
const forgetful = 'gnome-shell';

/** The desktop's notification service, over a connection that is opened when it is first needed. */
export class NoticeServices {
  readonly #parts: NoticeServiceParts;
  readonly #bus: LastingBus;
  #known: NoticeService | undefined;
  #changes = 0;

  constructor(parts: NoticeServiceParts) {
    this.#parts = parts;
    this.#bus = new LastingBus({
      open: parts.open,
      rules,
      heard: (signal) => this.#heard(signal),
      lost: () => {
        this.#known = undefined;
        parts.went();
      },
    });
  }

  /**
   * The service that answers now; many desktops start it with the first question. Rejects when there
   * is none. Since messages are answered in turn, it has also taken whatever it was given before.
   */
  async reach(): Promise<NoticeService> {
    const bus = await this.#bus.reach();
    if (this.#known) return this.#known;
    const before = this.#changes;
    const about = { ...target, destination: name, member: 'GetServerInformation' };
    const { sender: owner, body } = await bus.ask(about);
    const capabilities = { ...target, destination: owner, member: 'GetCapabilities' };
    const can = new Set(listOf((await bus.ask(capabilities)).body[0]).map(String));
    const bearsRepeating = can.has(tagHint) || body[0] === forgetful;
    const service = { id: `${bus.id}/${owner}`, owner, can, bearsRepeating };
    if (this.#changes === before) this.#known = service;
    return service;
  }

  /** Gives it a notice, in the order of `Notify`; the answer is the number it has there. */
  async notify({ owner }: NoticeService, words: readonly Value[]): Promise<number> {
    const bus = await this.#bus.reach();
    const signature = 'susssasa{sv}i';
    const call = { ...target, destination: owner, member: 'Notify', signature, body: words };
    const { body } = await bus.ask(call);
    return Number(body[0]);
  }

  /** Takes one away that stands there. Rejects when it stands there no more. */
  async close({ owner, number }: { owner: string; number: number }): Promise<void> {
    const bus = await this.#bus.reach();
    const call = { ...target, destination: owner, member: 'CloseNotification', signature: 'u' };
    await bus.ask({ ...call, body: [number] });
  }

  #heard({ member, sender, body }: Message): void {
    const [first, second, third] = body;
    if (member === 'ActionInvoked') {
      this.#parts.pressed({ owner: sender, number: Number(first), key: String(second) });
    } else if (member === 'NotificationClosed') {
      this.#parts.closed({ owner: sender, number: Number(first), reason: Number(second) });
    } else if (member === 'NameOwnerChanged' && first === name) {
      this.#changes += 1;
      this.#known = undefined;
      if (second !== '') this.#parts.went();
      if (third !== '') this.#parts.came();
    }
  }
}
