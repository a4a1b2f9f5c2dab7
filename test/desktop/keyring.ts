import { listOf, type Value, Variant } from '../../electron/platform/dbus/values.ts';
import type { Bus, Remote } from './bus.ts';
import { type Part, startPart } from './part.ts';

/** How the keychain of a desktop begins. */
export type KeyringState = 'unlocked' | 'locked' | 'absent';

/** One thing the keychain holds. A locked item does not say its secret. */
export type KeyringItem = {
  readonly label: string;
  readonly account: string;
  readonly locked: boolean;
  readonly secret?: string;
};

/** The keychain as its owner sees it. */
export type Keyring = {
  /** Everything stored under a service name such as `ChargeTray`. */
  items(service: string): Promise<KeyringItem[]>;
  lock(): Promise<void>;
  unlock(): Promise<void>;
};

type Env = Readonly<Record<string, string>>;

/** What opens the keychain, also when its own dialog asks. */
export const keyringPassword = 'a desktop for tests';
const serviceName = 'org.freedesktop.secrets';
const service: Remote = { name: serviceName, path: '/org/freedesktop/secrets' };
const loginCollection = '/org/freedesktop/secrets/collection/login';

/** Starts the keychain with a login collection that is open, or made and then closed. */
export async function startKeyring(plan: { env: Env; bus: Bus; locked: boolean }): Promise<Part> {
  const part = await startPart({
    name: 'gnome-keyring',
    command: 'gnome-keyring-daemon',
    args: ['--foreground', '--unlock', '--components=secrets'],
    env: plan.env,
    input: keyringPassword,
    ready: () => plan.bus.owned(serviceName),
  });
  if (plan.locked) await lock(plan.bus);
  return part;
}

/** Looks into the keychain of a running desktop. */
export function keyringOf(desktop: { readonly bus: Bus }): Keyring {
  return {
    items: (name) => itemsOf(desktop.bus, name),
    lock: () => lock(desktop.bus),
    unlock: () => unlock(desktop.bus),
  };
}

async function lock(bus: Bus): Promise<void> {
  await bus.call(service, 'org.freedesktop.Secret.Service.Lock', 'ao', [[loginCollection]]);
}

/** Opens the login collection as signing in to the computer does: without asking anybody. */
async function unlock(bus: Bus): Promise<void> {
  const secret = [await openSession(bus), [], Buffer.from(keyringPassword), 'text/plain'];
  const owner = 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface';
  const method = `${owner}.UnlockWithMasterPassword`;
  await bus.call(service, method, 'o(oayays)', [loginCollection, secret]);
}

async function itemsOf(bus: Bus, name: string): Promise<KeyringItem[]> {
  const wanted = new Map([['service', name]]);
  const method = 'org.freedesktop.Secret.Service.SearchItems';
  const [open, closed] = listOf(await bus.call(service, method, 'a{ss}', [wanted]));
  const secrets = await secretsOf(bus, listOf(open));
  const items: KeyringItem[] = [];
  for (const path of listOf(open)) {
    const secret = secrets.get(String(path)) ?? '';
    items.push({ ...(await describe(bus, String(path))), locked: false, secret });
  }
  for (const path of listOf(closed)) {
    items.push({ ...(await describe(bus, String(path))), locked: true });
  }
  return items;
}

async function describe(bus: Bus, path: string): Promise<{ label: string; account: string }> {
  const item: Remote = { name: serviceName, path };
  const label = await bus.property(item, 'org.freedesktop.Secret.Item.Label');
  const attributes = await bus.property(item, 'org.freedesktop.Secret.Item.Attributes');
  const account = attributes instanceof Map ? attributes.get('account') : '';
  return { label: String(label), account: String(account ?? '') };
}

async function secretsOf(bus: Bus, paths: readonly Value[]): Promise<Map<string, string>> {
  const session = await openSession(bus);
  const method = 'org.freedesktop.Secret.Service.GetSecrets';
  const found = await bus.call(service, method, 'aoo', [paths, session]);
  const secrets = new Map<string, string>();
  for (const [path, secret] of found instanceof Map ? found : []) {
    const value = listOf(secret)[2];
    if (value instanceof Uint8Array) secrets.set(String(path), Buffer.from(value).toString('utf8'));
  }
  return secrets;
}

async function openSession(bus: Bus): Promise<Value> {
  const method = 'org.freedesktop.Secret.Service.OpenSession';
  const [, session] = listOf(
    await bus.call(service, method, 'sv', ['plain', new Variant('s', '')]),
  );
  return session ?? '';
}
