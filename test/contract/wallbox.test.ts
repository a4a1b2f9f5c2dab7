import { afterEach, describe, expect, it } from 'vitest';
import { adapters } from '../../electron/integrations/registry.ts';
import type { Command } from '../../shared/domain/charger/command.ts';
import { observationSchema } from '../../shared/schema/charger/observation.ts';
import { countRequests } from '../simulators/shared/request-log.ts';
import type { Quirk } from '../simulators/wallbox/quirks.ts';
import type { WallboxSimulator } from '../simulators/wallbox/simulator.ts';
import { adapterContract } from './adapter-contract.ts';
import { patient } from './adapter-tools.ts';
import { type ContractBench, contractBench } from './contract-bench.ts';
import { serial, type WallboxOptions, wallboxHarness } from './wallbox-harness.ts';

adapterContract('Wallbox', wallboxHarness());

const minute = 60_000;
const open: { bench: ContractBench; sim: WallboxSimulator }[] = [];

afterEach(async () => {
  for (const { bench, sim } of open.splice(0)) {
    await bench.close();
    expect(sim.violations).toEqual([]);
    expect(sim.maxParallel).toBeLessThanOrEqual(1);
  }
});

async function wallbox(options: WallboxOptions = {}) {
  let sim: WallboxSimulator | undefined;
  const harness = wallboxHarness(options, (started) => {
    sim = started;
  });
  const bench = await contractBench(harness);
  if (!sim) throw new Error('No simulator');
  open.push({ bench, sim });
  const signedIn = await bench.signIn();
  if (!signedIn.ok) throw new Error(signedIn.failure.kind);
  const charger = await bench.charger(signedIn.value);
  const read = async () => {
    const observation = await bench.read(charger);
    if (!observation.ok) throw new Error(observation.failure.kind);
    return observationSchema.parse(observation.value);
  };
  const ask = (command: Command) => bench.ask(charger, command);
  return { ...bench, sim, account: signedIn.value, charger, read, ask };
}

const refused = (why: string) => ({ ok: false, failure: { kind: 'refused', why } });
const said = (sim: WallboxSimulator) => sim.facts(serial).commands.map(({ body }) => body);

it('stands in the registry', () => expect(adapters.wallbox.brand).toBe('wallbox'));

describe('each wish does what it says', () => {
  it('pause, resume', async () => {
    const { ask, read } = await wallbox();
    expect((await read()).status.state).toBe('charging');
    await ask({ kind: 'pause' });
    expect((await read()).status.state).toBe('paused');
    await ask({ kind: 'resume' });
    expect((await read()).status.state).toBe('charging');
  });

  it('lock, unlock', async () => {
    const { ask, read } = await wallbox();
    await read();
    expect(await ask({ kind: 'lock' })).toMatchObject({
      value: { locked: true, status: { state: 'lockedCar' } },
    });
    expect(await ask({ kind: 'unlock' })).toMatchObject({
      value: { locked: false, status: { state: 'charging' } },
    });
  });

  it('limit', async () => {
    const { ask, read, sim } = await wallbox();
    await read();
    expect(await ask({ kind: 'setLimit', limitA: 10 })).toMatchObject({ value: { limitA: 10 } });
    expect(sim.facts(serial).limitA).toBe(10);
    expect((await read()).limitA).toBe(10);
  });

  it.each(['eco', 'solar', 'off'] as const)('Eco-Smart %s', async (mode) => {
    const { ask, read } = await wallbox({ charger: { sunW: 9000 } });
    await read();
    expect(await ask({ kind: 'setSolarMode', mode })).toEqual({ ok: true, value: undefined });
    expect((await read()).solarMode).toBe(mode);
  });

  it('price', async () => {
    const { ask, read } = await wallbox();
    await read();
    const price = { perKwh: 0.42, currency: 'EUR' };
    const answer = await ask({ kind: 'setPrice', perKwh: 0.42 });
    expect(answer).toMatchObject({ value: { price } });
    expect((await read()).price).toEqual(price);
  });

  it('reboot', async () => {
    const { ask, clock, read } = await wallbox();
    await read();
    await ask({ kind: 'reboot' });
    await clock.advance(minute);
    expect((await read()).status.state).toBe('offline');
    await clock.advance(2 * minute);
    expect((await read()).status.state).toBe('charging');
  });

  it('update, after which nothing is sent until it is done', async () => {
    const { ask, read, sim, clock } = await wallbox({
      charger: { software: { current: '6.7.36', latest: '6.8.0' } },
    });
    expect((await read()).abilities.update).toEqual({ from: '6.7.36', to: '6.8.0' });
    await ask({ kind: 'updateSoftware' });
    expect((await read()).status.state).toBe('updating');
    const before = said(sim).length;
    for (const kind of ['reboot', 'pause', 'lock', 'updateSoftware'] as const) {
      expect(await ask({ kind })).toEqual(refused('updating'));
    }
    expect(said(sim)).toHaveLength(before);
    await clock.advance(15 * minute);
    expect((await read()).abilities.update).toBeUndefined();
    expect((await ask({ kind: 'lock' })).ok).toBe(true);
  });

  it('none is the one that resets a charger', async () => {
    const { ask, read, sim } = await wallbox();
    await read();
    const kinds = ['pause', 'resume', 'backToSchedule', 'reboot', 'updateSoftware'] as const;
    for (const kind of kinds) await ask({ kind });
    const actions = said(sim).map((body) => (body as { action: number }).action);
    expect(actions).toEqual([2, 1, 9, 3, 5]);
  });
});

describe('a refusal is explained', () => {
  it('by OCPP', async () => {
    const { ask, read } = await wallbox({ charger: { ocpp: true } });
    expect((await read()).foreignControl).toBe(true);
    expect(await ask({ kind: 'pause' })).toEqual(refused('foreignControl'));
  });

  it('by rights, which are asked for once a look shows no other reason', async () => {
    const { ask, read, clock } = await wallbox({ charger: { profile: 'user' } });
    expect(await read()).not.toHaveProperty('mayCommand');
    expect(await ask({ kind: 'lock' })).toEqual(refused('unclear'));
    await read();
    await clock.advance(3 * minute);
    expect((await read()).mayCommand).toBe(false);
    expect(await ask({ kind: 'lock' })).toEqual(refused('noRight'));
  });

  it('by the state', async () => {
    const { ask, read } = await wallbox();
    await read();
    expect(await ask({ kind: 'resume' })).toEqual(refused('notNow'));
  });

  it('not at all where a limit is out of bounds: it is not sent', async () => {
    const { ask, read, sim } = await wallbox({ charger: { maxAvailableA: 16 } });
    await read();
    for (const limitA of [5, 17]) {
      const answer = await ask({ kind: 'setLimit', limitA });
      expect(answer).toEqual({ ok: false, failure: { kind: 'notSupported' } });
    }
    expect(said(sim)).toEqual([]);
  });
});

it('a slider sends its last value only', async () => {
  const { answered, charger, read, sim } = await wallbox();
  await read();
  const amps = [6, 8, 10, 12].map((limitA) =>
    charger.execute({ kind: 'setLimit', limitA }, patient()),
  );
  await answered(Promise.all(amps));
  expect(said(sim).at(-1)).toEqual({ maxChargingCurrent: 12 });
  expect(said(sim).length).toBeLessThanOrEqual(2);
});

it('details know the model, the right and the month', async () => {
  const { answered, charger } = await wallbox({ charger: { profile: 'admin', icpMaxA: 25 } });
  const details = await answered(charger.details(patient()));
  const rows = details.ok ? details.value : [];
  const values = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  expect(values).toMatchObject({ model: 'Pulsar Plus', yourRight: 'Administrator', group: 'Home' });
});

const quirks: readonly Quirk[] = [
  'numbers-as-strings',
  'booleans',
  'long-decimals',
  'negative-time',
  'no-config',
  'no-eco-smart',
  'eco-smart-null-mode',
  'counters-reset',
  'list-status-200',
  'null-limit',
];

it.each(quirks)('survives the quirk %s', async (quirk) => {
  const { read } = await wallbox({ charger: { quirks: [quirk] } });
  const observation = await read();
  expect(observation.status.state).toBe('charging');
  expect(observation.powerW).toBeGreaterThan(10_000);
});

it.each([
  ['no-status', 'unknown'],
  ['null-status', 'offline'],
] as const)('survives the quirk %s', async (quirk, state) => {
  const { read } = await wallbox({ charger: { quirks: [quirk] } });
  expect((await read()).status.state).toBe(state);
});

it.each(['2022', '2024', '2026'] as const)('reads the payloads of %s', async (payloadStyle) => {
  const { read } = await wallbox({ charger: { payloadStyle } });
  const observation = await read();
  expect(observation).toMatchObject({ name: 'Garage', limitA: 16, phases: 3 });
  expect(observation.abilities.solarMode).toBe(payloadStyle === '2022' ? undefined : true);
});

it('offers a Quasar the side of its range that is set', async () => {
  const { read } = await wallbox({ charger: { model: 'Quasar' } });
  expect((await read()).abilities.limit).toEqual({ minA: 6, maxA: 32 });
});

it('never follows the links in payloads', async () => {
  const { read, ask } = await wallbox({ settings: { linksToTrap: true } });
  await read();
  expect((await ask({ kind: 'lock' })).ok).toBe(true);
});

describe('tokens', () => {
  it.each(['ms', 's', 'nonsense'] as const)(
    'are renewed in time with ttl in %s',
    async (ttlUnit) => {
      const { clock, read, sim } = await wallbox({ settings: { ttlUnit } });
      for (let minutes = 0; minutes < 120; minutes += 4) {
        await read();
        await clock.advance(4 * minute);
      }
      expect(countRequests(sim.requests, { status: 401 })).toBe(0);
      expect(countRequests(sim.requests, { path: '/users/signin' })).toBe(1);
      expect(countRequests(sim.requests, { path: '/users/refresh-token' })).toBeLessThan(12);
    },
  );

  it('that live a minute are still no reason to hurry', async () => {
    const { clock, read, sim } = await wallbox({ settings: { accessTtlMs: minute } });
    for (let reads = 0; reads < 10; reads++) {
      await read();
      await clock.advance(4 * minute);
    }
    expect(countRequests(sim.requests, { path: '/users/refresh-token' })).toBe(9);
  });

  it.each([401, 403] as const)(
    'that cannot be renewed (%d) cost one sign-in',
    async (deadRefreshStatus) => {
      const { read, sim } = await wallbox({ settings: { deadRefreshStatus } });
      sim.revokeAccess();
      sim.revokeRefresh();
      await read();
      expect(countRequests(sim.requests, { path: '/users/signin' })).toBe(2);
      expect(countRequests(sim.requests, { path: '/users/refresh-token' })).toBe(1);
    },
  );
});

it('an impatient cloud (403) is left alone, and no password is tried for it', async () => {
  const { answered, charger, sim, clock } = await wallbox();
  sim.fail({ path: '/chargers/status/', failure: { kind: 'status', status: 403 }, times: 3 });
  for (let reads = 0; reads < 24; reads++) {
    await answered(charger.read(patient()));
    await clock.advance(minute);
  }
  expect(countRequests(sim.requests, { path: /status/, status: 403 })).toBe(3);
  expect(countRequests(sim.requests, { path: '/users/signin' })).toBe(1);
});
