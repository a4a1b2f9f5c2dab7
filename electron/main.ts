import { join } from 'node:path';
import { app, ipcMain, Menu } from 'electron';
import { zoneOfNow } from '../shared/text/format.ts';
import { type App, createApp, trayFirstMs } from './app/app.ts';
import type { AppPorts } from './app/app-services.ts';
import { isQuestion } from './command-line/asked.ts';
import { serve } from './ipc/serve.ts';
import { watchTrayHost } from './platform/dbus/tray-host.ts';
import { catchBugs } from './platform/electron/catch-bugs.ts';
import { openDesktop } from './platform/electron/desktop.ts';
import { type Ending, leaveCleanly } from './platform/electron/leave-cleanly.ts';
import { readOverrides } from './platform/electron/overrides.ts';
import { ownFacts } from './platform/electron/own-facts.ts';
import { ownSources } from './platform/electron/own-sources.ts';
import { systemPower } from './platform/electron/power.ts';
import { systemProxyFor } from './platform/electron/proxy.ts';
import { openTray } from './platform/electron/tray-icon.ts';
import { hardenEverything } from './platform/electron/window/hardening.ts';
import { type Launches, watchLaunches } from './platform/electron/window/launches.ts';
import { pageAddress } from './platform/electron/window/page-files.ts';
import { announcePageScheme } from './platform/electron/window/page-protocol.ts';
import { type OwnWindow, openWindow } from './platform/electron/window/window.ts';
import { lookNow } from './platform/files/kept-at-start.ts';
import { openKeptFile } from './platform/files/kept-file.ts';
import { lazyLicences } from './platform/files/lazy-licences.ts';
import { clearLeftovers } from './platform/files/leftovers.ts';
import { ownFolder } from './platform/files/own-folder.ts';
import { lazyHttp } from './platform/http/lazy-http.ts';
import type { KeychainVault } from './platform/keychain/keychain-vault.ts';
import { openOwnKeychain } from './platform/keychain/own-keychain.ts';
import { fieldLocale } from './platform/locale/field-locale.ts';
import { preferredLanguages, systemLocale } from './platform/locale/system-locale.ts';
import { lazyLog } from './platform/log/lazy-log.ts';
import { Redactor } from './platform/log/redactor.ts';
import { openNotifier } from './platform/notices/open-notifier.ts';
import { realClock } from './platform/real-clock.ts';
import type { KeptFile } from './ports/kept-file.ts';
import type { DiskLog, Log } from './ports/log.ts';

/** Where this file and everything built with it lies. */
const outFolder = import.meta.dirname;
const appId = 'app.chargetray';
/** The mark that `start.ts` leaves. */
const compiledCodeUsed = 'compiled code used';
/** The start is over by then, its first readings as well. */
const restMs = 2000;

/** How whoever speaks to the network does. */
const network = { clock: realClock, version: app.getVersion(), proxyFor: systemProxyFor };

/** What the system says of language and region. */
const system = {
  systemLocale: () =>
    systemLocale({
      platform: process.platform,
      environment: process.env,
      electron: () => app.getSystemLocale(),
    }),
  systemLanguages: () => preferredLanguages(app.getPreferredSystemLanguages()),
};

begin();

/** Builds the real ports, starts the app in them, and ends it. */
function begin(): void {
  const folder = ownFolder(app);
  const cannotStart = () => import('./platform/electron/cannot-start.ts');
  if (typeof folder !== 'string') {
    void cannotStart().then((unable) => unable.endWithout(folder));
    return;
  }
  setUp(folder);
  if (app.requestSingleInstanceLock()) openInside(folder);
  else void cannotStart().then((unable) => unable.endLockedOut(folder));
}

/** Prepares what has to be there before Electron is ready, and begins then. */
function openInside(folder: string): void {
  const redactor = new Redactor();
  const terminal = (line: string) => void process.stdout.write(`${line}\n`);
  const log = lazyLog({
    clock: realClock,
    waitMs: trayFirstMs,
    load: async () => {
      const { openFileLog } = await import('./platform/log/file-log.ts');
      const place = { folder: join(folder, 'logs'), redactor, clock: realClock };
      return openFileLog(app.isPackaged ? place : { ...place, terminal });
    },
  });
  catchBugs(log);
  const launches = watchLaunches(isQuestion);
  // Chromium takes it at its start and never again: fields follow another choice at the next. On
  // Linux they write as chosen, but what they say themselves stays in the system's language.
  app.commandLine.appendSwitch('lang', fieldLocale(lookNow(join(folder, 'settings.json')), system));
  hardenEverything({
    developerTools: !app.isPackaged,
    refused: (what) => log.warn('page refused', { what }),
  });
  app
    .whenReady()
    .then(() => run(log, redactor, launches))
    .catch((error: unknown) => log.error('not started', { why: String(error) }));
}

/** Everything that has to be said before Electron is ready. */
function setUp(folder: string): void {
  app.setPath('userData', folder);
  if (process.platform === 'win32') app.setAppUserModelId(appId);
  if (process.platform === 'darwin') app.dock?.hide();
  // Chromium's own files stay out of the way of the few that are ours.
  app.setPath('sessionData', join(folder, 'chromium'));
  app.setAppLogsPath(join(folder, 'logs'));
  // Started without a sandbox by a developer who is root, Chromium's own helpers would not start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // A window of this size is painted without a graphics card; its process would idle for nothing.
  app.disableHardwareAcceleration();
  // Nothing but a proxy's address is asked of Chromium's network part, and on Linux its process has
  // no sandbox to lose: as a thread it costs 15 MB less.
  if (process.platform === 'linux') {
    app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2');
  }
  // No page of ours speaks to other computers. One that tried would be announced on the network.
  app.commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns');
  announcePageScheme();
}

async function run(log: DiskLog, redactor: Redactor, launches: Launches): Promise<void> {
  Menu.setApplicationMenu(applicationMenu());
  const placeFile = keptFile('window', log);
  const window = openWindow({ outFolder, placeFile, log, developerTools: !app.isPackaged });
  const vault = openOwnKeychain({
    service: isDemo() ? 'ChargeTray Demo' : 'ChargeTray',
    apart: async () => {
      const { keytarApart } = await import('./platform/electron/keychain/keytar-apart.ts');
      return keytarApart(join(outFolder, 'keychain-process.cjs'));
    },
  });
  const end: Ending = {};
  const running = createApp(buildPorts({ log, redactor, window, vault, end }));
  const spoken = running.speak();
  serve({ ipc: ipcMain, pageId: () => window.pageId(), handlers: running.handlers, log });
  // Closing the window is not leaving: the tray stays.
  app.on('window-all-closed', () => undefined);
  const closeSocket = reachableByTerminals(running, log);
  const stop = async () => void (await Promise.all([running.stop(), closeSocket()]));
  leaveCleanly({ running: { stop }, log, window, vault, end });
  await spoken;
  running.start({ hidden: isStartHidden() });
  launches.onLaunch(({ link }) => running.secondLaunch(link));
  // It was open when a newer version took over.
  if (process.argv.includes('--shown')) running.secondLaunch();
  // Node loads what requests are made of with the first one, which a first click would wait for.
  realClock.after(restMs, () => void new Request(pageAddress));
  realClock.after(trayFirstMs, () => void clearLeftovers(app.getPath('userData'), Date.now()));
  log.info('code', { compiled: isCodeAsPacked() ? 'when packed' : 'at this start' });
}

/** Lets command lines reach the app, once the tray is there. Gives what ends that. */
function reachableByTerminals(running: App, log: Log): () => Promise<void> {
  const folder = app.getPath('userData');
  const handlers = () => running.terminalHandlers();
  const opened = new Promise<void>((due) => realClock.after(trayFirstMs, due)).then(async () => {
    const { openSocket } = await import('./command-line/socket/open-socket.ts');
    return openSocket({ folder, clock: realClock, log, handlers });
  });
  return async () => (await opened)?.close();
}

/** Whether `start.ts` found what V8 made of this code when it was packed, and V8 took it. */
function isCodeAsPacked(): boolean {
  return performance.getEntriesByName(compiledCodeUsed).length > 0;
}

interface Ours {
  readonly log: Log;
  readonly redactor: Redactor;
  readonly window: OwnWindow;
  readonly vault: KeychainVault;
  readonly end: Ending;
}

function isDemo(): boolean {
  return process.env.CHARGETRAY_DEMO === '1';
}

function buildPorts({ log, redactor, window, vault, end }: Ours): AppPorts {
  const clock = realClock;
  const icons = join(outFolder, 'icons');
  const { env, platform } = process;
  const host = watchTrayHost({ platform, environment: env, clock });
  return {
    clock,
    random: Math.random,
    log,
    hide: (secret) => redactor.hide(secret),
    http: lazyHttp(async () => {
      const { undiciHttp } = await import('./platform/http/http-undici.ts');
      return undiciHttp(network);
    }),
    broker: async () => (await import('./platform/mqtt/mqtt-broker.ts')).mqttBroker(clock),
    vault,
    settingsFile: keptFile('settings', log),
    stateFile: keptFile('memory', log),
    pricesFile: keptFile('prices', log),
    history: async () => {
      const { openInThread } = await import('./history/thread/threaded-history.ts');
      return openInThread(
        join(outFolder, 'history-thread.cjs'),
        join(app.getPath('userData'), 'history.db'),
      );
    },
    zone: zoneOfNow,
    ...system,
    tray: openTray({ iconFolder: icons, host, log }),
    notices: openNotifier({ icon: join(icons, 'app/128x128.png'), clock, log }),
    window,
    power: systemPower(),
    desktop: openDesktop(log),
    overrides: readOverrides(env, (line) => log.warn(line)),
    sources: ownSources(),
    licences: lazyLicences(outFolder),
    updater: async () => {
      const { ownUpdater } = await import('./platform/electron/updater/own-updater.ts');
      return ownUpdater({ ...network, end, log });
    },
    facts: ownFacts(network.version, isDemo()),
  };
}

function keptFile(name: string, log: Log): KeptFile {
  return openKeptFile({ folder: app.getPath('userData'), name, now: () => Date.now(), log });
}

/** macOS gives the keys for copy and paste to the menu alone; elsewhere a menu is just in the way. */
function applicationMenu(): Menu | null {
  if (process.platform !== 'darwin') return null;
  return Menu.buildFromTemplate([
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ]);
}

/** At login macOS passes on no flag, but says that it was login. */
function isStartHidden(): boolean {
  const atLogin = process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
  return process.argv.includes('--hidden') || atLogin;
}
