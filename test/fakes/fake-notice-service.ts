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
  /** What it shows; with a tag a notice takes the place of the one that had the same. */
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
    if (member !== 'Notify' || this.refuses) return undefined;
    this.#show(body);
    return { ...from, signature: 'u', body: [this.#lastId] };
  }

  #show([, , , summary, text, actions, hints]: readonly Value[]): void {
    const given: Given = {
      summary: String(summary),
      body: String(text),
      actions: listOf(actions).map(String),
      hints: hints instanceof Map ? hints : new Map(),
    };
    const tag = given.hints.get('x-dunst-stack-tag');
    const same = this.shown.findIndex(({ hints: of }) => of.get('x-dunst-stack-tag') === tag);
    if (tag !== undefined && same >= 0) this.shown[same] = given;
    else this.shown.push(given);
    this.#lastId += 1;
  }

  #changed(old: string, now: string): void {
    const of = 'org.freedesktop.DBus';
    const body = [name, old, now];
    const changed = { path: '/org/freedesktop/DBus', interface: of, member: 'NameOwnerChanged' };
    this.#bus.signal({ ...changed, sender: of, signature: 'sss', body });
  }
}
