import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLoopback } from '../../../electron/platform/electron/overrides.ts';
import {
  besideAppImage,
  fetchBeside,
  replaceAppImage,
} from '../../../electron/platform/electron/updater/app-image.ts';
import type { DownloadTools } from '../../../electron/platform/http/download.ts';
import type { DownloadFailure } from '../../../electron/ports/updater.ts';
import { FakeClock, until } from '../../fakes/fake-clock.ts';
import {
  nameOf,
  sha512Of,
  startUpdateSimulator,
  type UpdateSimulator,
  type UpdateSpoil,
} from '../../simulators/updates/simulator.ts';

const version = '0.2.0';
const content = Buffer.alloc(200_000, 'new');
const wanted = {
  version,
  name: nameOf({ version }),
  sha512: sha512Of(content),
  bytes: content.byteLength,
};

let sim: UpdateSimulator;
let clock: FakeClock;
let folder: string;
let appImage: string;
let came: number[];
let cancel: AbortController;

beforeEach(async () => {
  sim = await startUpdateSimulator();
  sim.publish({ version, file: content });
  clock = new FakeClock();
  folder = mkdtempSync(join(tmpdir(), 'update-'));
  appImage = join(folder, 'ChargeTray.AppImage');
  writeFileSync(appImage, 'old', { mode: 0o755 });
  came = [];
  cancel = new AbortController();
});

afterEach(async () => {
  await sim.close();
  rmSync(folder, { recursive: true });
});

function fetchIt(tools: Partial<DownloadTools> = {}, url = sim.url) {
  const path = `/chargetray/chargetray/releases/download/v${version}/${wanted.name}`;
  return fetchBeside(wanted, {
    url: new URL(path, url),
    signal: cancel.signal,
    came: (bytes) => void came.push(bytes),
    fetched: besideAppImage(appImage),
    tools: {
      clock,
      version: '0.1.0',
      proxyFor: async () => undefined,
      mayLeadTo: ({ href }) => isLoopback(href),
      ...tools,
    },
  });
}

const inFolder = () => readdirSync(folder);
const nothingLeft = ['ChargeTray.AppImage'];
const fails = (failure: DownloadFailure) => ({ ok: false, failure });

describe('a download', () => {
  it('is there whole, and takes the place of the old one in a step', async () => {
    expect(await fetchIt()).toEqual({ ok: true, value: null });
    expect(came.at(-1)).toBe(content.byteLength);
    expect(readFileSync(appImage, 'utf8')).toBe('old');
    expect(await replaceAppImage(appImage, wanted)).toEqual({ ok: true, value: null });
    expect(readFileSync(appImage)).toEqual(content);
    expect(inFolder()).toEqual(nothingLeft);
    const handle = await open(appImage);
    expect((await handle.stat()).mode & 0o777).toBe(0o755);
    await handle.close();
    expect(clock.waiting).toBe(0);
  });

  it('is not fetched again while it is there', async () => {
    await fetchIt();
    const { length } = sim.requests;
    expect(await fetchIt()).toMatchObject({ ok: true });
    expect(sim.requests).toHaveLength(length);
  });

  it('is fetched again where what is there is not it', async () => {
    const { whole } = besideAppImage(appImage);
    writeFileSync(whole, Buffer.alloc(content.byteLength));
    expect(await fetchIt()).toMatchObject({ ok: true });
    expect(readFileSync(whole)).toEqual(content);
  });

  it.each<[UpdateSpoil, DownloadFailure]>([
    ['corrupt', 'damaged'],
    ['longer', 'damaged'],
    ['longerUnsaid', 'damaged'],
    ['shorter', 'damaged'],
    ['cut', 'unreachable'],
    ['notFound', 'serverError'],
    ['html', 'damaged'],
    ['elsewhere', 'serverError'],
    ['circle', 'serverError'],
  ])('leaves nothing: %s', async (spoil, failure) => {
    sim.spoil(spoil);
    expect(await fetchIt()).toEqual(fails(failure));
    expect(inFolder()).toEqual(nothingLeft);
    expect(readFileSync(appImage, 'utf8')).toBe('old');
    expect(clock.waiting).toBe(0);
  });

  it.each<UpdateSpoil>(['hang', 'stops', 'trickle'])('is given up: %s', async (spoil) => {
    sim.spoil(spoil);
    const fetched = fetchIt();
    await until(() => sim.requests.length > 0 && (spoil === 'hang' || came.length > 0));
    // What came in the first minute was enough; in the next nothing does.
    await clock.advance(60_000);
    await clock.advance(60_000);
    expect(await fetched).toEqual(fails('unreachable'));
    expect(inFolder()).toEqual(nothingLeft);
  });

  it('cannot be reached where nobody listens', async () => {
    const { url } = sim;
    await sim.close();
    expect(await fetchIt({}, url)).toEqual(fails('unreachable'));
  });

  it('is given up when its owner says so', async () => {
    sim.spoil('stops');
    const fetched = fetchIt();
    await until(() => came.length > 0);
    cancel.abort();
    expect(await fetched).toEqual(fails('cancelled'));
    expect(inFolder()).toEqual(nothingLeft);
  });

  it.runIf(process.platform === 'linux')('says so when the disk is full', async () => {
    const { part } = besideAppImage(appImage);
    const create = async (path: string) => {
      writeFileSync(path, 'what fits');
      return open('/dev/full', 'w');
    };
    const fetched = fetchIt({ create });
    expect(await fetched).toEqual(fails('diskFull'));
    expect(part).toMatch(/\.part$/);
    expect(inFolder()).toEqual(nothingLeft);
  });

  it('says so where nothing can be written', async () => {
    appImage = join(folder, 'gone', 'ChargeTray.AppImage');
    expect(await fetchIt()).toEqual(fails('notWritable'));
  });
});

describe('what was fetched', () => {
  it('is not begun with where it is another by now', async () => {
    await fetchIt();
    const { whole } = besideAppImage(appImage);
    writeFileSync(whole, Buffer.alloc(content.byteLength, 'bad'));
    expect(await replaceAppImage(appImage, wanted)).toEqual(fails('damaged'));
    expect(readFileSync(appImage, 'utf8')).toBe('old');
    expect(inFolder()).toEqual(nothingLeft);
  });
});
