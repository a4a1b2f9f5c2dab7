import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLoopback } from '../../../electron/platform/electron/overrides.ts';
import { withLibrary } from '../../../electron/platform/electron/updater/with-library.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import {
  sha512Of,
  startUpdateSimulator,
  type UpdateSimulator,
} from '../../simulators/updates/simulator.ts';

const version = '0.2.0';
const name = `ChargeTray-${version}-win-x64-setup.exe`;

let sim: UpdateSimulator;
let folder: string;
let resources: string;
let log: RecordedLog;
let last: (() => void) | undefined;

beforeEach(async () => {
  sim = await startUpdateSimulator();
  folder = mkdtempSync(join(tmpdir(), 'update-'));
  resources = mkdtempSync(join(tmpdir(), 'resources-'));
  writeFileSync(join(resources, 'app-update.yml'), 'updaterCacheDirName: chargetray-updater\n');
  log = new RecordedLog();
  last = undefined;
});

afterEach(async () => {
  await sim.close();
  for (const place of [folder, resources]) rmSync(place, { recursive: true, force: true });
});

/** An installer for Windows whose only work is to write down how it was started. */
function published() {
  const told = join(resources, 'told');
  const content = Buffer.from(
    `#!/bin/sh\necho "$@" > '${told}.part'; mv '${told}.part' '${told}'\n`,
  );
  sim.publish({ version, file: content, name });
  const file = { version, name, sha512: sha512Of(content), bytes: content.byteLength };
  return { file, told };
}

function library() {
  return withLibrary({
    platform: 'win32',
    version: '0.1.0',
    resources,
    folder,
    urlOf: (file) =>
      new URL(`/chargetray/chargetray/releases/download/v${version}/${file.name}`, sim.url),
    tools: {
      clock: new FakeClock(),
      version: '0.1.0',
      proxyFor: async () => undefined,
      mayLeadTo: ({ href }) => isLoopback(href),
    },
    log,
    endWith: (then) => {
      last = then;
    },
  });
}

const how = () => ({ signal: new AbortController().signal, came: () => undefined });

describe.runIf(process.platform === 'linux')('the installer of Windows', () => {
  it('is started last, silently, and starts the new version', async () => {
    const { file, told } = published();
    const updater = library();
    expect(await updater.download(file, how())).toEqual({ ok: true, value: null });
    // Only here: nothing says on Windows what may be run.
    chmodSync(join(folder, 'update'), 0o700);
    expect(await updater.install(file, { hidden: true })).toEqual({ ok: true, value: null });
    expect(existsSync(told)).toBe(false);
    last?.();
    await expect.poll(() => existsSync(told)).toBe(true);
    expect(await readFile(told, 'utf8')).toBe('--updated /S --force-run\n');
    expect(log.lines).toEqual([]);
  });

  it('is asked for as everything is, without telling this computer from others', async () => {
    const { file } = published();
    const updater = library();
    await updater.download(file, how());
    await updater.install(file, { hidden: false });
    expect(sim.requests.map(({ path }) => path)).toEqual([
      `/chargetray/chargetray/releases/download/v${version}/${name}`,
    ]);
    const [request] = sim.requests;
    expect(request?.headers).not.toHaveProperty('x-user-staging-id');
    expect(readdirSync(folder)).not.toContain('.updaterId');
  });

  it('is not started where it has changed since it came', async () => {
    const { file } = published();
    const updater = library();
    await updater.download(file, how());
    writeFileSync(join(folder, 'update'), Buffer.alloc(file.bytes));
    expect(await updater.install(file, { hidden: true })).toEqual({
      ok: false,
      failure: 'damaged',
    });
    expect(last).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not started where it was never fetched', async () => {
    const { file } = published();
    expect(await library().install(file, { hidden: true })).toMatchObject({ failure: 'damaged' });
    expect(last).toBeUndefined();
  });

  it('is not kept where its owner does not want it any more', async () => {
    const { file } = published();
    const updater = library();
    await updater.download(file, how());
    await updater.install(file, { hidden: true });
    await updater.discard();
    expect(existsSync(folder)).toBe(false);
  });

  it('is not begun with where nothing can be written', async () => {
    const { file } = published();
    const updater = library();
    await updater.download(file, how());
    writeFileSync(join(folder, 'chargetray-updater'), 'a file where a folder is wanted');
    expect(await updater.install(file, { hidden: true })).toMatchObject({ failure: 'notWritable' });
    expect(last).toBeUndefined();
  });
});
