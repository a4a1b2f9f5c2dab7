import { afterEach, beforeEach, expect, it } from 'vitest';
import { ownFeed } from '../../../electron/platform/electron/updater/own-feed.ts';
import { undiciHttp } from '../../../electron/platform/http/http-undici.ts';
import type { Http } from '../../../electron/ports/http.ts';
import { askFeed } from '../../../electron/updates/ask-feed.ts';
import type { UpdateFailure } from '../../../shared/domain/app/update.ts';
import { FakeClock, until } from '../../fakes/fake-clock.ts';
import {
  startUpdateSimulator,
  type UpdateSimulator,
  type UpdateSpoil,
} from '../../simulators/updates/simulator.ts';

const file = Buffer.from('the new app');
const release = { version: '0.2.0', file, notes: 'Quieter.' };

let sim: UpdateSimulator;
let http: Http;
let clock: FakeClock;

beforeEach(async () => {
  clock = new FakeClock();
  sim = await startUpdateSimulator();
  http = undiciHttp({ clock, version: '0.1.0', proxyFor: async () => undefined });
});

afterEach(async () => {
  await http.close();
  await sim.close();
});

function ask(baseUrl = sim.url, key = sim.publicKey) {
  const feed = ownFeed({ platform: 'linux', arch: 'x64', elsewhere: { baseUrl, key } });
  return askFeed(feed, http, new AbortController().signal);
}

it('tells of the last release, and which file of it is for this system', async () => {
  sim.publish(release);
  const answer = await ask();
  expect(answer).toMatchObject({
    ok: true,
    value: {
      version: '0.2.0',
      notes: 'Quieter.',
      file: { name: 'ChargeTray-0.2.0-linux-x86_64.AppImage', bytes: file.byteLength },
    },
  });
});

it('says nothing of who asks but the name and version of the program', async () => {
  sim.publish(release);
  await ask();
  expect(sim.requests).toHaveLength(4);
  for (const { path, headers } of sim.requests) {
    expect(path).not.toMatch(/\?|0\.1\.0/);
    const { host: _host, connection: _connection, ...said } = headers;
    expect(said).toEqual({
      accept: '*/*',
      'accept-encoding': 'identity',
      'user-agent': 'ChargeTray/0.1.0',
    });
  }
});

it.each<[UpdateSpoil, UpdateFailure]>([
  ['unsigned', 'notSigned'],
  ['wrongKey', 'notSigned'],
  ['forged', 'notSigned'],
  ['notFound', 'serverError'],
  ['html', 'serverError'],
  ['huge', 'serverError'],
  ['elsewhere', 'serverError'],
  ['circle', 'serverError'],
])('is not believed: %s', async (spoil, failure) => {
  sim.publish(release);
  sim.spoil(spoil);
  expect(await ask()).toEqual({ ok: false, failure });
});

it('is not believed where what was signed is no manifest', async () => {
  sim.publish({ ...release, manifest: 'version: [newest]\n' });
  expect(await ask()).toEqual({ ok: false, failure: 'serverError' });
});

it('is not believed by a copy without a key', async () => {
  sim.publish(release);
  expect(await ask(sim.url, '')).toEqual({ ok: false, failure: 'notSigned' });
});

it('cannot be reached where nobody listens', async () => {
  const { url } = sim;
  await sim.close();
  expect(await ask(url)).toEqual({ ok: false, failure: 'unreachable' });
});

it('is given up where nobody answers', async () => {
  sim.spoil('hang');
  const answer = ask();
  await until(() => sim.requests.length > 0);
  await clock.advance(30_000);
  expect(await answer).toEqual({ ok: false, failure: 'unreachable' });
  expect(clock.waiting).toBe(0);
});
