import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/charger/command.ts';
import type { FailureRule } from '../simulators/shared/failures.ts';
import { minute, World } from './world.ts';

let world: World;
afterEach(() => world.end());

const car = { wantsWh: 20_000, phases: 1 } as const;
const garage = { id: 700_123, name: 'Garage', limitA: 16, phases: 1, car } as const;

async function charging(): Promise<void> {
  world = await (await World.begin([garage])).signedIn();
  await world.pass(20 * minute);
}

const charger = () => world.state.chargers[0];
function ask(command: Command) {
  const id = charger()?.id;
  if (!id) throw new Error('No charger');
  return world.app.handlers.execute({ chargerId: id, command });
}
const sent = () => world.sim.facts(garage.id).commands.length;

const lost: Record<string, FailureRule['failure']> = {
  'the connection is reset after it was carried out': { kind: 'reset', before: 'reply' },
  'the reply breaks off': { kind: 'reset' },
  'the service stumbles after it was carried out': { kind: 'status', status: 500 },
};

describe.each(Object.entries(lost))('a command, and %s', (_how, failure) => {
  it.each([
    { command: { kind: 'pause' }, path: 'remote-action', state: 'paused' },
    { command: { kind: 'lock' }, path: '/v2/charger/', state: 'lockedCar' },
  ] as const)(
    '$wish.kind is confirmed by a reading, and not told as somebody else’s',
    async ({ command, path, state }) => {
      await charging();
      world.sim.fail({
        path,
        method: command.kind === 'lock' ? 'PUT' : 'POST',
        failure,
        applied: true,
      });
      expect(await ask(command)).toEqual({ ok: true, value: null });
      expect(charger()?.command).toMatchObject({ phase: 'sent', outcome: 'unknown' });
      await world.pass(10 * minute);
      expect(charger()?.reading).toMatchObject({ observation: { status: { state } } });
      expect(charger()?.command?.phase).toBe('confirmed');
      expect(sent()).toBe(1);
      expect(world.desk.told).toEqual([]);
    },
  );

  it('that was not carried out is not confirmed, and not sent again by itself', async () => {
    await charging();
    world.sim.fail({ path: 'remote-action', failure, applied: false });
    await ask({ kind: 'pause' });
    await world.pass(20 * minute);
    expect(charger()?.command?.phase).toBe('notConfirmed');
    expect(sent()).toBe(0);
    expect(world.desk.notices.map(({ body }) => body)).toEqual([
      '“Pause” wasn’t confirmed. The charger still reports: Charging.',
    ]);
  });
});

describe('a command that never left', () => {
  it('is said to be not sent', async () => {
    await charging();
    await world.sim.close();
    expect(await ask({ kind: 'pause' })).toMatchObject({ ok: false });
    expect(charger()?.command).toMatchObject({ phase: 'failed', why: { kind: 'unreachable' } });
    expect(charger()?.command).not.toHaveProperty('why.sent');
  });
});

describe('an app that is killed between a command and its reply', () => {
  it('takes the pause for its owner’s when it comes back', async () => {
    await charging();
    const failure = { kind: 'hold', until: new Promise(() => undefined) } as const;
    world.sim.fail({ path: 'remote-action', failure });
    void ask({ kind: 'pause' });
    while (sent() === 0) await new Promise((resolve) => setImmediate(resolve));
    const onDisk = world.machine.files.get('memory') ?? '';
    await world.killed();
    world.machine.files.set('memory', onDisk);
    await world.restarted();
    expect(charger()?.command?.phase).toBe('confirmed');
    expect(charger()?.reading).toMatchObject({ observation: { status: { state: 'paused' } } });
    await world.pass(10 * minute);
    expect(world.desk.told).toEqual([]);
    expect(sent()).toBe(1);
  });
});
