/**
 * The list of Electron's makers, point by point, and what of this project shows each:
 *
 *  1 only secure content, 7 a content policy, 14 no new windows, 18 no `file:`: what the page tries, here;
 *  2 no Node.js, 3 isolated contexts, 4 a sandbox, 6 web security, 8 no insecure content, 9 no
 *    experiments, 10 no features of Blink, 11 no popups of and 12 no `<webview>`: read back here, the
 *    sandbox also from the kernel in `test/packages`;
 *  5 permissions: asked for here;
 * 13 no navigation: `window.spec.ts`, and what is dropped here;
 * 15 nothing foreign is opened: `test/unit/docs/privacy.test.ts`, which knows the only place that does;
 * 16 a current Electron: the one in `package.json`; nothing looks for newer ones by itself;
 * 17 who sends is looked at: windows of strangers and a frame here, more in `test/unit/ipc/fuzz.test.ts`;
 * 19 fuses: read back from the packed program in `packaged.spec.ts`;
 * 20 nothing of Electron is handed to the page: what the bridge is, in `window.spec.ts`.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { callNames, channel } from '../../shared/ipc/names.ts';
import { fc } from '../fixtures/properties.ts';
import { callTable } from '../unit/shared/call-table.ts';
import { attempt, farEnd } from './attempts.ts';
import { test } from './fixtures.ts';
import { listeningOf } from './listening.ts';

const root = join(import.meta.dirname, '../..');

test('nothing that the page tries runs, reaches anybody, or leaves', async ({ computer }) => {
  const end = await farEnd();
  const app = await computer.start();
  const page = await app.window();
  await page.getByLabel('Email').waitFor();
  const { succeeded, stopped, tried } = await attempt(page, end);
  expect(succeeded).toEqual([]);
  expect(tried).toBeGreaterThan(45);
  // A kind that is on no list of the policy has been stopped by its first line.
  expect(stopped).toEqual([
    'base-uri',
    'connect-src',
    'default-src',
    'font-src',
    'form-action',
    'frame-src',
    'img-src',
    'media-src',
    'object-src',
    'script-src',
    'script-src-attr',
    'script-src-elem',
    'style-src-attr',
    'style-src-elem',
    'worker-src',
  ]);
  expect(await page.evaluate(askForPermissions)).toEqual([]);
  const drags = await page.context().newCDPSession(page);
  for (const data of [
    { items: [{ mimeType: 'text/uri-list', data: `${end.http}/drop` }] },
    { items: [], files: ['/etc/hostname'] },
  ]) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      const what = { items: data.items, files: data.files ?? [], dragOperationsMask: 1 };
      await drags.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data: what });
    }
  }
  for (const address of [`${end.http}/download`, 'data:text/plain,download']) {
    await page.evaluate((href) => {
      Object.assign(document.createElement('a'), { href, download: 'file.txt' }).click();
    }, address);
  }
  await page.evaluate(() => {
    const href = URL.createObjectURL(new Blob(['download']));
    Object.assign(document.createElement('a'), { href, download: 'file.txt' }).click();
  });
  await expect
    .poll(() => readFile(join(computer.dataFolder, 'logs/main.log'), 'utf8'))
    .toContain('what=download');
  expect(page.url()).toMatch(/^chargetray:\/\/app\/index\.html#?$/);
  expect(app.electron.windows()).toHaveLength(1);
  expect(end.reached).toEqual([]);
  // How others would be reached may be found out; nothing is announced to them (port 5353).
  const { network } = await listeningOf(app.pid);
  expect(network.filter((one) => one.endsWith(':14E9'))).toEqual([]);
  end.close();
});

/** What the list of Electron's makers asks of a window, where it can be read back. */
const preferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
  webviewTag: false,
};

/** Whatever is asked for of our own scheme that is none of its files. */
const strangeAddresses = [
  '../package.json',
  '%2e%2e/package.json',
  '..%2fpackage.json',
  '%2e%2e%2f%2e%2e%2fpackage.json',
  '%252e%252e%252fpackage.json',
  '..%5cpackage.json',
  '%c0%ae%c0%ae/package.json',
  'assets/../../preload.cjs',
  'assets/%2e%2e/%2e%2e/main.cjs',
  '/etc/passwd',
  'index.html%00.js',
  'index.html/.',
  '%',
  '.',
  '',
].map((path) => `chargetray://app/${path}`);

const strangeHosts = ['//other', '//app.example', '//user@app', '//APP%00'];

test('the main process answers no page but ours, whatever is asked, and lives', async ({
  computer,
}) => {
  const app = await computer.start();
  const page = await app.window();
  await page.getByLabel('Email').waitFor();
  const wanted = Object.keys(preferences);
  const set = await app.electron.evaluate(({ BrowserWindow }, names) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents ?? {};
    // Electron tells it, but has no type for it.
    const all = Reflect.get(contents, 'getLastWebPreferences').call(contents);
    return Object.fromEntries(names.map((name) => [name, Reflect.get(all, name)]));
  }, wanted);
  expect(set).toEqual(preferences);

  const addresses = [
    ...strangeAddresses,
    ...strangeHosts.map((host) => `chargetray:${host}/index.html`),
  ];
  const served = await app.electron.evaluate(async ({ net }, tried) => {
    const statusOf = (address: string) =>
      net.fetch(address).then(
        ({ status }) => status,
        () => 404,
      );
    return Promise.all(['chargetray://app/index.html', ...tried].map(statusOf));
  }, addresses);
  const [ours, ...others] = served;
  expect(ours).toBe(200);
  expect(addresses.filter((_, index) => others[index] === 200)).toEqual([]);

  const { seed } = fc.readConfigureGlobal();
  const nonsense = fc.sample(fc.anything({ withBigInt: true, withDate: true, maxDepth: 4 }), {
    numRuns: 40,
    ...(seed === undefined ? {} : { seed }),
  });
  // Asked for a state, the bridge passes on nothing of what it is given.
  const names = callNames.filter((name) => name !== 'getState');
  const answers = await page.evaluate(askEverything, { names, nonsense });
  expect(answers.asked).toBeGreaterThan(2000);
  expect(answers.odd).toEqual([]);
  expect(
    await page.evaluate(() => Reflect.get(window, 'chargetray').call('getState')),
  ).toMatchObject({
    ok: true,
  });
  expect(app.electron.windows()).toHaveLength(1);
  const log = await readFile(join(computer.dataFolder, 'logs/main.log'), 'utf8');
  expect(log).not.toMatch(/call crashed|uncaught|unhandled/i);
});

/** Every call with requests that its handler would take, and one that it would not. */
const everyCall = callNames.map((name) => ({
  name,
  channel: channel(name),
  requests: [...callTable[name].takes.filter((one) => one !== undefined), { what: ['else'] }],
}));

test('nobody but our page is answered, whatever is asked', async ({ computer }) => {
  const app = await computer.start();
  const page = await app.window();
  await page.getByLabel('Email').waitFor();
  const refused = [JSON.stringify({ ok: false, failure: 'notOurs' })];
  // At any other address a page is brought home before it could ask.
  const preload = join(root, 'out/preload.cjs');
  expect(await app.electron.evaluate(askFromWindow, { preload, everyCall })).toEqual(refused);
  const within = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    return Reflect.has(frame.contentWindow ?? {}, 'chargetray');
  });
  expect(within).toBe(false);
  // It has no bridge to ask by. What if it had one?
  expect(await app.electron.evaluate(askFromFrame, everyCall)).toEqual(refused);
  expect(app.electron.windows()).toHaveLength(1);
});

type EveryCall = typeof everyCall;

/** Gives the different answers that a window gets which has our bridge and is not ours. In the app. */
async function askFromWindow(
  { BrowserWindow }: typeof Electron.CrossProcessExports,
  { preload, everyCall }: { readonly preload: string; readonly everyCall: EveryCall },
): Promise<readonly string[]> {
  const window = new BrowserWindow({ show: false, webPreferences: { preload } });
  await window.loadURL('chargetray://app/index.html');
  const requests = everyCall.flatMap(({ name, requests }) =>
    [undefined, ...requests].map((request) => [name, request]),
  );
  const ask = `Promise.all(${JSON.stringify(requests)}.map((one) => chargetray.call(...one)))`;
  const answers: unknown[] = await window.webContents.executeJavaScript(ask);
  window.destroy();
  return [...new Set(answers.map((answer) => JSON.stringify(answer)))];
}

/** Gives the different answers that a frame in our page would get. In the app. */
async function askFromFrame(
  { BrowserWindow, ipcMain }: typeof Electron.CrossProcessExports,
  everyCall: EveryCall,
): Promise<readonly string[]> {
  const sender = BrowserWindow.getAllWindows()[0]?.webContents;
  const senderFrame = sender?.mainFrame.frames[0];
  if (!senderFrame) throw new Error('No frame');
  // Electron keeps them there, and has no other way to reach them.
  const handlers: Map<string, (...said: unknown[]) => unknown> = Reflect.get(
    ipcMain,
    '_invokeHandlers',
  );
  const answers = new Set<string>();
  for (const { channel, requests } of everyCall) {
    for (const request of [undefined, ...requests]) {
      const answer = await handlers.get(channel)?.({ sender, senderFrame }, request);
      answers.add(JSON.stringify(answer));
    }
  }
  return [...answers];
}

/** Asks for everything with what nobody would ask for; gives answers that are no refusal. In the page. */
async function askEverything({
  names,
  nonsense,
}: {
  readonly names: readonly string[];
  readonly nonsense: readonly unknown[];
}) {
  const { call } = Reflect.get(window, 'chargetray') as {
    call(name: string, request: unknown): Promise<{ ok: boolean; failure?: string }>;
  };
  const ring: Record<string, unknown> = {};
  ring.self = ring;
  const deep = JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`);
  const harsh = [
    ring,
    deep,
    JSON.parse('{"__proto__":{"ok":true},"constructor":{"prototype":{}}}'),
    () => 1,
    Symbol('x'),
    new Proxy({}, {}),
    new Uint8Array(1000),
    new Map([[1, ring]]),
    new Error('x'),
    document.body,
    'x'.repeat(600_000),
    { toJSON: null, length: 1e308 },
  ];
  const odd: string[] = [];
  let asked = 0;
  const isRefusal = (answer: { ok: boolean; failure?: string }) =>
    !answer.ok && answer.failure === 'badRequest';
  for (const name of [...names, 'noSuchCall', '__proto__', 'constructor', '']) {
    for (const request of [...nonsense, ...harsh]) {
      // Nothing at all, or nothing to change, may be just what is asked for.
      const isEmpty = typeof request === 'object' && Object.keys(request ?? [1]).length === 0;
      if (isEmpty || request === undefined) continue;
      asked += 1;
      try {
        const answer = await call(name, request);
        if (!isRefusal(answer)) odd.push(`${name}: ${JSON.stringify(answer).slice(0, 80)}`);
      } catch {
        // It could not even be sent.
      }
    }
  }
  return { asked, odd };
}

/** What a page may ask its owner for; each that is allowed. Runs in the page. */
async function askForPermissions(): Promise<readonly string[]> {
  const allowed: string[] = [];
  const { geolocation, mediaDevices, clipboard, permissions } = navigator;
  const ways: Record<string, () => Promise<unknown>> = {
    notifications: async () =>
      (await Notification.requestPermission()) === 'granted' || Promise.reject(),
    place: () => new Promise((resolve, reject) => geolocation.getCurrentPosition(resolve, reject)),
    camera: () => mediaDevices.getUserMedia({ video: true }),
    microphone: () => mediaDevices.getUserMedia({ audio: true }),
    screen: () => mediaDevices.getDisplayMedia(),
    clipboard: () => clipboard.readText(),
    file: () => Reflect.get(window, 'showOpenFilePicker')(),
    folder: () => Reflect.get(window, 'showDirectoryPicker')(),
    full: () => document.documentElement.requestFullscreen(),
    pointer: () => document.body.requestPointerLock() as unknown as Promise<unknown>,
    usb: () => Reflect.get(navigator, 'usb').requestDevice({ filters: [] }),
    serial: () => Reflect.get(navigator, 'serial').requestPort(),
    hid: () => Reflect.get(navigator, 'hid').requestDevice({ filters: [] }),
    bluetooth: () => Reflect.get(navigator, 'bluetooth').requestDevice({ acceptAllDevices: true }),
    midi: () => navigator.requestMIDIAccess(),
    fonts: async () =>
      (await Reflect.get(window, 'queryLocalFonts')()).length > 0 || Promise.reject(),
    idle: async () => {
      const { IdleDetector } = window as never as {
        IdleDetector: { requestPermission(): Promise<string> };
      };
      return (await IdleDetector.requestPermission()) === 'granted' || Promise.reject();
    },
    wake: () => navigator.wakeLock.request('screen'),
    storage: async () => (await navigator.storage.persist()) || Promise.reject(),
  };
  // Some of them nobody ever answers.
  const late = () => new Promise((_, reject) => setTimeout(reject, 300));
  for (const [name, ask] of Object.entries(ways)) {
    try {
      await Promise.race([ask(), late()]);
      allowed.push(name);
    } catch {
      // Refused, or not there at all.
    }
  }
  for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read']) {
    const { state } = await permissions.query({ name: name as PermissionName });
    if (state !== 'denied') allowed.push(`${name} ${state}`);
  }
  return allowed;
}
