import { expect, it, onTestFinished } from 'vitest';
import { readPersisted } from '../../electron/app/persistence/persisted-state.ts';
import { summary, summaryLines } from '../../electron/command-line/tasks/summary.ts';
import type { SessionChange } from '../../shared/domain/session/session-change.ts';
import { hour, World } from './world.ts';

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1, energyPrice: 0.5 } as const;
const key = 'wallbox/700123';
const month = { from: '2026-11-01', to: '2026-11-30', zone: 'Europe/Berlin' };
const always = { query: { from: 0, to: Number.MAX_SAFE_INTEGER }, limit: 9, before: undefined };

/** A charger whose car was charged with about 8 kWh, and is still there. */
async function charged(): Promise<World> {
  const world = await (await World.begin([garage])).signedIn();
  onTestFinished(() => world.end());
  world.sim.charger(garage.id).plugIn({ wantsWh: 8000, phases: 1 });
  await world.pass(2 * hour);
  return world;
}

/** What each place says that the last session took, as far as it says anything. kWh and cost. */
async function toldOf(world: World) {
  const { clock, log, stateFile } = world.desk.ports;
  const { handlers } = world.app;
  const [listed] = await handlers.listSessions(always);
  const statement = await handlers.getStatement({ chargers: [key], ...month });
  const kept = readPersisted(stateFile, log).chargers;
  const [card] = world.state.chargers;
  const telling = { now: clock.now(), formatOptions: { locale: 'en-GB' } };
  return {
    card: card?.session?.energyWh,
    cardCost: card?.session?.cost?.amount,
    cardEnd: card?.session?.endedAt,
    isDeleted: card?.sessionDeleted ?? false,
    tray: kWhIn(world.desk.trayView.tooltip),
    terminal: kWhIn(summaryLines(kept, telling)[0]),
    script: kept.map(summary)[0]?.energyWh,
    history: listed?.energyWh,
    historyCost: listed?.cost?.amount,
    historyEnd: listed?.endedAt,
    statement: statement?.sums.totalKwh,
  };
}

function kWhIn(line = ''): string | undefined {
  return /([\d.]+)\skWh/.exec(line)?.[1];
}

async function change(world: World, asked: SessionChange, id: number): Promise<void> {
  const done = await world.app.handlers.changeSession({ id, change: asked });
  expect(done).toEqual({ ok: true, value: null });
  // The state file is written a little later.
  await world.pass(60_000);
}

it('the last session has its owner’s numbers everywhere, also after a restart', async () => {
  const world = await charged();
  const [session] = await world.app.handlers.listSessions(always);
  const { id = 0, endedAt = 0 } = session ?? {};
  const corrected = { energyWh: 12_340, endedAt: endedAt - 60_000 };
  await change(world, { kind: 'correct', corrected }, id);
  const said = {
    card: 12_340,
    cardCost: '6.17',
    cardEnd: corrected.endedAt,
    isDeleted: false,
    tray: '12.34',
    terminal: '12.34',
    script: 12_340,
    history: 12_340,
    historyCost: '6.17',
    historyEnd: corrected.endedAt,
    statement: '12.34',
  };
  expect(await toldOf(world)).toEqual(said);
  await world.killed();
  await world.restarted();
  expect(world.state.chargers[0]?.session?.energyWh).toBe(12_340);

  const perKwh = { kind: 'flat', perKwh: '0.25' } as const;
  const price = {
    from: 0,
    currency: 'EUR',
    zone: month.zone,
    tariff: perKwh,
    origin: 'own',
  } as const;
  await world.app.handlers.setPrices({ charger: key, entries: [price] });
  await world.pass(60_000);
  expect(await toldOf(world)).toEqual({ ...said, cardCost: '3.085', historyCost: '3.085' });

  await change(world, { kind: 'correct', corrected: {} }, id);
  const measured = await toldOf(world);
  expect(measured.card).toBe(session?.energyWh);
  expect(measured.history).toBe(session?.energyWh);
});

it('a deleted last session is nowhere, and comes back as it was', async () => {
  const world = await charged();
  const before = await toldOf(world);
  const [session] = await world.app.handlers.listSessions(always);
  await change(world, { kind: 'delete' }, session?.id ?? 0);
  expect(await toldOf(world)).toEqual({ isDeleted: true, statement: '0' });
  await change(world, { kind: 'restore' }, session?.id ?? 0);
  expect(await toldOf(world)).toEqual(before);
});
