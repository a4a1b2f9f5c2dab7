import type { Clock, Timer } from '../../ports/clock.ts';
import { openSessionBus, type SessionBus, theBus } from './session-bus.ts';

/** Whether the desktop has a place for tray icons, and when that changes. */
export interface TrayHost {
  /** Told at once, also what is only short: the icon has to come again when its place does. */
  onPlace(heard: (there: boolean) => void): void;
  /** Told to a person: a place that is missing for a moment is not missing. */
  onPresence(heard: (presence: 'shown' | 'absent') => void): void;
}

export interface TrayHostOptions {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

/** At login an app may be there before its panel, and a panel that restarts is away for a moment. */
const patienceMs = 5000;
const watcher = 'org.kde.StatusNotifierWatcher';
const hostCame = 'StatusNotifierHostRegistered';
const hostWent = 'StatusNotifierHostUnregistered';
const tidings: ReadonlySet<string> = new Set(['NameOwnerChanged', hostCame, hostWent]);

/**
 * Watches for a tray host. Only Linux has desktops without one. Old panels with no more than the
 * XEmbed tray of X11 count as none: we may then say once too often that the icon cannot be seen,
 * but never hide where nobody finds us.
 */
export function watchTrayHost(options: TrayHostOptions): TrayHost {
  const places: ((there: boolean) => void)[] = [];
  const presences: ((presence: 'shown' | 'absent') => void)[] = [];
  const tell = (presence: 'shown' | 'absent'): void => {
    for (const heard of presences) heard(presence);
  };
  const patient = patiently(options.clock, tell);
  const seen = (there: boolean): void => {
    for (const heard of places) heard(there);
    patient(there);
  };
  if (options.platform === 'linux') {
    // As long as nobody has answered: a bus or a host that hangs shows nothing.
    patient(false);
    openSessionBus(options.environment)
      .then((bus) => follow(bus, seen))
      .catch(() => seen(false));
  } else {
    queueMicrotask(() => tell('shown'));
  }
  return {
    onPlace: (heard) => void places.push(heard),
    onPresence: (heard) => void presences.push(heard),
  };
}

/** Passes on what is there at once, what is gone only after a while, and nothing twice. */
export function patiently(
  clock: Clock,
  tell: (presence: 'shown' | 'absent') => void,
): (there: boolean) => void {
  let told: 'shown' | 'absent' | undefined;
  let timer: Timer | undefined;
  const say = (presence: 'shown' | 'absent'): void => {
    timer = undefined;
    if (presence !== told) tell(presence);
    told = presence;
  };
  return (there) => {
    if (!there) timer ??= clock.after(patienceMs, () => say('absent'));
    else {
      timer?.cancel();
      say('shown');
    }
  };
}

/** The one who keeps the list of icons must be there, and must know somebody who draws them. */
async function follow(bus: SessionBus, seen: (there: boolean) => void): Promise<void> {
  let looks = 0;
  const look = async (): Promise<void> => {
    looks += 1;
    const mine = looks;
    const there = await isHostRegistered(bus);
    if (mine === looks) seen(there);
  };
  // The bus greets every newcomer with signals of its own, which say nothing about a tray.
  bus.on('signal', ({ member }) => {
    if (tidings.has(member)) void look();
  });
  const ofBus = `type='signal',sender='${theBus.destination}',member='NameOwnerChanged'`;
  await bus.listen(`${ofBus},arg0='${watcher}'`);
  await bus.listen(`type='signal',interface='${watcher}',member='${hostCame}'`);
  await bus.listen(`type='signal',interface='${watcher}',member='${hostWent}'`);
  await look();
}

async function isHostRegistered(bus: SessionBus): Promise<boolean> {
  try {
    const { body } = await bus.ask({
      destination: watcher,
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [watcher, 'IsStatusNotifierHostRegistered'],
      // A question must not start the program it asks about.
      noAutoStart: true,
    });
    return body[0] === true;
  } catch {
    return false;
  }
}
