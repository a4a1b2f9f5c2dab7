import type { Message } from '../../electron/platform/dbus/message.ts';
import { listOf, type Value } from '../../electron/platform/dbus/values.ts';
import type { FakeBus } from './fake-bus.ts';

const name = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';

/** What the service was given. */
export interface Given {
  readonly summary: string;
  readonly body: string;
  readonly actions: readonly string[];
  readonly hints: ReadonlyMap<Value, Value>;
  /** By which it can be replaced, closed and pressed. */
  readonly number: number;
}

/** The program that shows notifications: it can be absent, stop, go on and be followed by another. */
export class FakeNoticeService {
  readonly #bus: FakeBus;
  #goOn: (() => void)[] | undefined;
  #lastId = 0;
  /** Its name on the bus; nobody is there without. */
  owner: string | undefined = ':1.5';
  program = 'dunst';
  can = ['actions', 'body', 'body-markup', 'x-dunst-stack-tag'];
  refuses = false;
  /** Whatever was asked, in order. */
  readonly asked: string[] = [];
  /** What it shows; a notice takes the place of the one it replaces, or of one with its tag. */
  readonly shown: Given[] = [];

  constructor(bus: FakeBus) {
    this.#bus = bus;
    bus.answer = (call) => this.#take(call);
  }

  get titles(): readonly string[] {
    return this.shown.map(({ summary }) => summary);
  }

  /** It takes nothing any more, although its name is still there. */
  stop(): void {
    this.#goOn = [];
  }

  goOn(): void {
    const waiting = this.#goOn ?? [];
    this.#goOn = undefined;
    for (const next of waiting) next();
  }

  /** It is gone; whoever still waits for an answer hears that from the bus. */
  end(): void {
    const old = this.owner ?? '';
    this.owner = undefined;
    this.goOn();
    this.#changed(old, '');
  }

  /** Another one comes, which has never seen what the one before has shown. */
  come(owner: string): void {
    this.owner = owner;
    this.shown.length = 0;
    this.#lastId = 0;
    this.#changed('', owner);
  }

  press(id: number, key: string, sender = this.owner): void {
    const body = [id, key];
    const press = { path, interface: name, member: 'ActionInvoked', signature: 'us', body };
    this.#bus.signal({ ...press, ...(sender ? { sender } : {}) });
  }

  async #take(call: Message) {
    this.asked.push(call.member);
    const asked = this.owner;
    const waiting = this.#goOn;
    if (waiting) await new Promise<void>((resolve) => waiting.push(resolve));
    const isAsked = call.destination === name || call.destination === this.owner;
    if (this.owner === undefined || this.owner !== asked || !isAsked) return 'refused';
    return this.#said(call) ?? 'refused';
  }

  #said({ member, body }: Message) {
    const from = this.owner === undefined ? {} : { sender: this.owner };
    if (member === 'GetCapabilities') return { ...from, signature: 'as', body: [this.can] };
    if (member === 'GetServerInformation') {
      return { ...from, signature: 'ssss', body: [this.program, 'example', '1', '1.2'] };
    }
    if (member === 'CloseNotification') return this.close(Number(body[0]), 3) ? from : undefined;
    if (member !== 'Notify' || this.refuses) return undefined;
    return { ...from, signature: 'u', body: [this.#show(body)] };
  }

  /** One is gone, for a reason as the specification numbers it. Whether it stood there. */
  close(number: number, reason: number): boolean {
    const at = this.shown.findIndex((one) => one.number === number);
    if (at < 0) return false;
    this.shown.splice(at, 1);
    const body = [number, reason];
    const closed = { path, interface: name, member: 'NotificationClosed', signature: 'uu', body };
    this.#bus.signal({ ...closed, ...(this.owner ? { sender: this.owner } : {}) });
    return true;
  }

  #show([, replaces, , summary, text, actions, hints]: readonly Value[]): number {
    const replaced = this.shown.find(({ number }) => number === replaces);
    if (!replaced) this.#lastId += 1;
    const given: Given = {
      number: replaced?.number ?? this.#lastId,
      summary: String(summary),
      body: String(text),
      actions: listOf(actions).map(String),
      hints: hints instanceof Map ? hints : new Map(),
    };
    const tag = given.hints.get('x-dunst-stack-tag');
    const hasTag = ({ hints: of }: Given) =>
      tag !== undefined && of.get('x-dunst-stack-tag') === tag;
    const same = this.shown.findIndex((one) => one === replaced || hasTag(one));
    if (same >= 0) this.shown[same] = given;
    else this.shown.push(given);
    return given.number;
  }

  #changed(old: string, now: string): void {
    const of = 'org.freedesktop.DBus';
    const body = [name, old, now];
    const changed = { path: '/org/freedesktop/DBus', interface: of, member: 'NameOwnerChanged' };
    this.#bus.signal({ ...changed, sender: of, signature: 'sss', body });
  }
}
