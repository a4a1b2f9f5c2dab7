import type { Clock } from '../../ports/clock.ts';
import { within } from '../../ports/within.ts';
import { LastingBus } from '../dbus/lasting-bus.ts';
import type { Message } from '../dbus/message.ts';
import { BusRefusal, type SessionBus, theBus } from '../dbus/session-bus.ts';
import { listOf, type Value } from '../dbus/values.ts';
import type { KeychainLock, LockState } from './keychain-lock.ts';

const service = 'org.freedesktop.secrets';
const root = '/org/freedesktop/secrets';
const serviceInterface = 'org.freedesktop.Secret.Service';
const collectionInterface = 'org.freedesktop.Secret.Collection';
const properties = 'org.freedesktop.DBus.Properties';
const ours = `type='signal',sender='${service}'`;
const rules = [
  `type='signal',sender='${theBus.destination}',member='NameOwnerChanged',arg0='${service}'`,
  `${ours},interface='${properties}',member='PropertiesChanged',path_namespace='${root}'`,
  `${ours},interface='${serviceInterface}'`,
];
/** A path that means: there is none. */
const nowhere = '/';
const limitMs = 5000;

/** What the bus says of a name that nobody has and nobody can be started for. */
const nobodyThere = /^org\.freedesktop\.DBus\.Error\.(ServiceUnknown|NameHasNoOwner|Spawn\..*)$/;

export interface SecretServiceOptions {
  readonly open: () => Promise<SessionBus>;
  readonly clock: Pick<Clock, 'after'>;
}

/** The lock of the keychain on a Linux desktop, as its Secret Service tells it on the bus. */
export function watchSecretService(options: SecretServiceOptions): KeychainLock {
  return new SecretService(options);
}

class SecretService implements KeychainLock {
  readonly #options: SecretServiceOptions;
  readonly #listeners: (() => void)[] = [];
  readonly #bus: LastingBus;
  #last: LockState | undefined;
  #restarts = 0;

  constructor(options: SecretServiceOptions) {
    this.#options = options;
    const heard = (signal: Message): void => void this.#heard(signal);
    this.#bus = new LastingBus({ open: options.open, rules, heard });
  }

  async state(): Promise<LockState> {
    this.#last = await within(this.#options.clock, limitMs, this.#look(), () => 'silent');
    return this.#last;
  }

  holds(name: string, account: string): Promise<boolean | undefined> {
    const { clock } = this.#options;
    const found = this.#search({ service: name, account });
    return within<boolean | undefined>(clock, limitMs, found, () => undefined);
  }

  restarts(): number {
    return this.#restarts;
  }

  onOpened(heard: () => void): void {
    this.#listeners.push(heard);
  }

  async #look(): Promise<LockState> {
    const bus = await this.#reached();
    if (!bus) return 'absent';
    try {
      const named = await ask(bus, [root, serviceInterface, 'ReadAlias'], ['s', 'default']);
      const collection = String(named[0] ?? nowhere);
      // Where nothing is kept yet, nothing is locked.
      if (collection === nowhere) return 'open';
      const wanted = [collectionInterface, 'Locked'];
      const [locked] = await ask(bus, [collection, properties, 'Get'], ['ss', ...wanted]);
      return locked === true ? 'locked' : 'open';
    } catch (error) {
      return error instanceof BusRefusal && nobodyThere.test(error.errorName)
        ? 'absent'
        : 'unknown';
    }
  }

  async #search(names: Readonly<Record<string, string>>): Promise<boolean | undefined> {
    const bus = await this.#reached();
    if (!bus) return undefined;
    try {
      const wanted = new Map<Value, Value>(Object.entries(names));
      const found = await ask(bus, [root, serviceInterface, 'SearchItems'], ['a{ss}', wanted]);
      return found.some((paths) => listOf(paths).length > 0);
    } catch {
      return undefined;
    }
  }

  #reached(): Promise<SessionBus | undefined> {
    return this.#bus.reach().catch(() => undefined);
  }

  /** The service tells of every change to what it keeps; only after a lock is that worth a look. */
  async #heard({ path, member, body }: Message): Promise<void> {
    // Name, owner before, owner now.
    if (member === 'NameOwnerChanged' && body[1] !== '') this.#restarts += 1;
    const isHere = member === 'NameOwnerChanged' ? body[2] !== '' : path.startsWith(root);
    if (!isHere) return;
    const before = this.#last;
    if (before === undefined || before === 'open') return;
    if ((await this.state()) !== 'open') return;
    for (const heard of this.#listeners) heard();
  }
}

type Where = readonly [path: string, itsInterface: string, member: string];

async function ask(
  bus: SessionBus,
  [path, itsInterface, member]: Where,
  [signature, ...body]: readonly [string, ...Value[]],
): Promise<readonly Value[]> {
  const to = { destination: service, path, interface: itsInterface, member };
  return (await bus.ask({ ...to, signature, body })).body;
}
