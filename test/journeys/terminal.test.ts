import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { linkTo } from '../../electron/command-line/socket/link.ts';
import { openSocket } from '../../electron/command-line/socket/open-socket.ts';
import { realClock } from '../../electron/platform/real-clock.ts';
import { messages } from '../../shared/text/messages.ts';
import { FakeTerminal } from '../fakes/fake-terminal.ts';
import { RecordedLog } from '../fakes/recorded-log.ts';
import { minute, owner, World } from './world.ts';

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1 } as const;
const yard = { ...garage, id: 700_124, name: 'Yard' } as const;

let world: World;
let terminal: FakeTerminal;
/** Everything that crossed the line. */
let crossed: string;

/** A computer with the app and, beside it, a terminal with a real line to it. */
async function begun(...chargers: (typeof garage | typeof yard)[]): Promise<void> {
  world = await (await World.begin(chargers)).signedIn();
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  const log = new RecordedLog();
  const handlers = () => world.app.terminalHandlers();
  const open = await openSocket({ folder, clock: realClock, log, handlers });
  onTestFinished(async () => {
    await open?.close();
    rmSync(folder, { recursive: true, force: true });
    await world.end();
  });
  terminal = new FakeTerminal();
  terminal.connect = async () => {
    const link = await linkTo(open?.address ?? '', realClock);
    return (
      link && {
        ...link,
        close: () => link.close(),
        ask: async (...asked) => {
          const reply = await link.ask(...asked);
          crossed += JSON.stringify([asked, reply]);
          return reply;
        },
      }
    );
  };
}

/** Types a line; while it is waited for, time passes at the charger and in the app. */
async function typed(...args: readonly string[]): Promise<number> {
  let code: number | undefined;
  terminal.said.length = 0;
  terminal.muttered.length = 0;
  void terminal.type(...args).then((ended) => {
    code = ended;
  });
  while (code === undefined) {
    // What crosses the line takes time that no fake clock counts.
    await new Promise((resolve) => setImmediate(resolve));
    await world.pass(500);
  }
  return code;
}

const said = () => terminal.said.join('\n');
const muttered = () => terminal.muttered.join('\n');

beforeEach(() => {
  crossed = '';
});

it('does each thing that can be asked, until the charger confirms it', async () => {
  await begun(garage);
  const car = world.sim.charger(garage.id);
  car.plugIn({ wantsWh: 30_000 });
  await world.pass(6 * minute);
  expect(await typed('pause', '--wait')).toBe(0);
  expect(said()).toBe('Pause: confirmed.');
  expect(await typed('resume', '--wait', '--charger=garage')).toBe(0);
  expect(await typed('limit', '10', '--wait')).toBe(0);
  expect(said()).toMatch(/^Current limit 10\sA: confirmed\.$/);
  car.unplug();
  await world.pass(6 * minute);
  expect(await typed('lock', '--wait', '--json')).toBe(0);
  expect(JSON.parse(said())).toMatchObject({ command: 'lock', result: 'confirmed', reason: null });
  expect(await typed('unlock', '--wait')).toBe(0);
  expect(await typed('refresh')).toBe(0);
  expect(said()).toBe(messages.commandLine.reading);
  const origins = world.desk.lines.filter((line) => line.includes('automation'));
  expect(origins).toHaveLength(5);
});

it('says why something is not to be had', async () => {
  await begun(garage);
  expect(await typed('pause')).toBe(3);
  expect(muttered()).toBe(messages.hindrances.nothingToPause);
  expect(await typed('unlock', '--json')).toBe(3);
  expect(JSON.parse(said())).toMatchObject({ result: 'refused', reason: 'alreadyUnlocked' });
  expect(await typed('limit', '40')).toBe(3);
  expect(muttered()).toMatch(/^This charger allows 6\sA to 32\sA\.$/);
  expect(world.sim.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
});

it('sends and ends, where nobody waits', async () => {
  await begun(garage);
  expect(await typed('lock')).toBe(0);
  expect(said()).toBe('Lock: sent, waiting for confirmation.');
});

it('says when a charger does not do it', async () => {
  await begun(garage);
  world.sim.overrideStatus(garage.id, { status_id: 161, config_data: { locked: 0 } });
  expect(await typed('lock', '--wait=60')).toBe(4);
  expect(muttered()).toBe('Lock: sent, waiting for confirmation.');
  expect(await typed('lock', '--wait=3600', '--json')).toBe(4);
  expect(JSON.parse(said())).toMatchObject({
    result: 'notConfirmed',
    said: 'Lock: not confirmed. The charger still reports: Unlocked.',
  });
});

it('asks which charger is meant', async () => {
  await begun(garage, yard);
  expect(await typed('lock')).toBe(2);
  expect(muttered()).toContain(messages.commandLine.whichCharger.several('--charger'));
  expect(muttered()).toMatch(/\/700123 {2}Garage\n.*\/700124 {2}Yard$/);
  expect(await typed('lock', '--charger=yard', '--wait=600')).toBe(0);
  expect(await typed('lock', '--charger=700124')).toBe(3);
  expect(muttered()).toBe(messages.hindrances.alreadyLocked);
});

it('plans as the menu of the tray does', async () => {
  await begun(garage);
  expect(await typed('plan', 'show', '--json')).toBe(0);
  expect(JSON.parse(said())).toMatchObject({ mode: 'off', hasPrices: false, plan: null });
  expect(await typed('plan', 'cheapest')).toBe(0);
  expect(said()).toContain('Charge by price: Cheapest');
  const [id = ''] = Object.keys(world.state.settings.plans);
  expect(world.state.settings.plans[id]).toMatchObject({ isOn: true, mode: { kind: 'cheapest' } });
  expect(await typed('plan', 'below')).toBe(3);
  expect(muttered()).toContain(messages.market.cheapest.noPrices);
  expect(await typed('plan', 'off')).toBe(0);
  expect(world.state.settings.plans[id]?.isOn).toBe(false);
});

it('lets nothing secret across', async () => {
  await begun(garage);
  for (const line of ['lock --wait', 'plan show', 'refresh', 'history'])
    await typed(...line.split(' '));
  expect(crossed).toContain('Garage');
  const secrets = [owner.email, owner.password, ...world.desk.hidden];
  expect(secrets.length).toBeGreaterThan(3);
  for (const secret of secrets) expect(crossed).not.toContain(secret);
});
