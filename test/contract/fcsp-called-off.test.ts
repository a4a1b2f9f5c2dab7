import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { FcspSimulatorOptions } from '../simulators/fcsp/simulator.ts';
import { patient } from './adapter-tools.ts';
import { type FcspBench, fcspBench } from './fcsp-bench.ts';

const benches: FcspBench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) {
    await bench.close();
    expect(bench.sim.violations()).toEqual([]);
  }
});

async function station(options: FcspSimulatorOptions = {}): Promise<FcspBench> {
  const bench = await fcspBench(options);
  benches.push(bench);
  return bench;
}

/** Its answer to this call never comes; resolves when it was asked. */
function held({ sim, passUntil }: FcspBench, call: string): Promise<void> {
  const before = sim.count(call);
  const until = new Promise<never>(() => undefined);
  sim.fail({ path: `/${call}`, failure: { kind: 'hold', until } });
  return passUntil(() => sim.count(call) > before);
}

const gone = { ok: false, failure: { kind: 'unreachable' } };

describe('a first contact that is called off', () => {
  it('hangs up on whoever takes forever to show a certificate', async () => {
    const bench = await station();
    const silent = createServer();
    const heard = once(silent, 'connection');
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const { port } = silent.address() as AddressInfo;
    const owner = new AbortController();
    const fields = { address: `127.0.0.1:${port}` };
    const answer = bench.signIn({ fields, signal: owner.signal });
    const [socket] = (await heard) as [Socket];
    const closed = once(
      socket.resume().on('error', () => undefined),
      'close',
    );
    const began = bench.clock.monotonic();
    owner.abort();
    expect(await answer).toEqual(gone);
    await closed;
    expect(bench.clock.monotonic()).toBe(began);
    silent.close();
  });

  it.each(['access', 'chargerinfo'])('breaks off %s, and can be made at once', async (call) => {
    const bench = await station();
    const owner = new AbortController();
    const asked = held(bench, call);
    const answer = bench.signIn({ signal: owner.signal });
    await asked;
    const began = bench.clock.monotonic();
    owner.abort();
    expect(await answer).toEqual(gone);
    const { charger } = await bench.added();
    expect(bench.clock.monotonic()).toBe(began);
    expect((await bench.read(charger)).ok).toBe(true);
    expect(bench.sim.count(call)).toBe(2);
  });

  it('that nobody wants any more connects to nobody', async () => {
    const bench = await station();
    expect(await bench.signIn({ signal: AbortSignal.abort() })).toEqual(gone);
    expect(bench.sim.connections()).toBe(0);
  });
});

describe('a known station that is met again, and called off', () => {
  async function watched(options: FcspSimulatorOptions = {}, key?: string) {
    const bench = await station(options);
    const { account, charger } = await bench.added(key === undefined ? {} : { fields: { key } });
    const before = { plain: account.plain?.() ?? {}, secrets: account.secrets() };
    return { bench, account, charger, before, open: [account] };
  }

  it('at the login lets its watcher go on at once', async () => {
    const { bench, charger, before, open } = await watched();
    await bench.clock.advance(60_000);
    const owner = new AbortController();
    const asked = held(bench, 'access');
    const answer = bench.signIn({ before, open, signal: owner.signal });
    await asked;
    const reading = charger.read(patient());
    const began = bench.clock.monotonic();
    owner.abort();
    expect(await answer).toEqual(gone);
    expect((await bench.answered(reading)).ok).toBe(true);
    expect(bench.clock.monotonic()).toBe(began);
  });

  it('while it waits for its turn is out of the way, and costs no reading', async () => {
    const { bench, charger, before, open } = await watched();
    await bench.read(charger);
    await bench.clock.advance(60_000);
    await bench.read(charger);
    const readAt = bench.clock.monotonic();
    const owner = new AbortController();
    const logins = bench.sim.count('access');
    const answer = bench.signIn({ before, open, signal: owner.signal });
    await bench.passUntil(() => bench.sim.count('access') > logins && bench.inFlight() === 0);
    owner.abort();
    expect(await answer).toEqual(gone);
    const reads = bench.sim.count('chargerinfo');
    await bench.added({ before, open });
    expect(bench.sim.count('chargerinfo')).toBe(reads + 1);
    expect(bench.clock.monotonic() - readAt).toBeLessThan(31_000);
  });

  it('lets its watcher’s refresh come to its end, which may have spent its token', async () => {
    const { bench, charger, before, open } = await watched({
      settings: { accessLifeMs: 60_000, refreshRotation: 'new-and-old-dies' },
    });
    await bench.read(charger);
    await bench.clock.advance(120_000);
    let give = () => {};
    const until = new Promise<void>((resolve) => {
      give = resolve;
    });
    bench.sim.fail({ path: '/refresh', failure: { kind: 'hold', until } });
    const reading = charger.read(patient());
    await bench.passUntil(() => bench.sim.count('refresh') === 1);
    const owner = new AbortController();
    const logins = bench.sim.count('access');
    const lines = bench.sim.connections();
    const answer = bench.signIn({ before, open, signal: owner.signal });
    // By then it has seen the certificate and waits for its turn behind the refresh.
    await bench.passUntil(() => bench.sim.connections() > lines && bench.inFlight() === 1);
    owner.abort();
    expect(await answer).toEqual(gone);
    give();
    expect((await bench.answered(reading)).ok).toBe(true);
    expect(bench.sim.count('access')).toBe(logins);
  });

  it('as its kept key is refused tries no other', async () => {
    const { bench, account, before } = await watched(
      { settings: { devkey: 'own-key' } },
      'own-key',
    );
    account.close();
    await bench.clock.advance(60_000);
    bench.sim.settings.devkey = 'another-key';
    const owner = new AbortController();
    const { http } = bench.watched.tools;
    const send: typeof http.send = async (request) => {
      const answer = await http.send(request);
      owner.abort();
      return answer;
    };
    const logins = bench.sim.count('access');
    const tools = { ...bench.watched.tools, http: { ...http, send } };
    const answer = await bench.signIn({ before, signal: owner.signal, tools });
    expect(answer.ok).toBe(false);
    expect(bench.sim.count('access')).toBe(logins + 1);
  });
});
