import { expect, it } from 'vitest';
import { failed, success } from '../../../shared/result.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { minute, type PushingBench, second } from './pushing-bench.ts';
import { charging } from './pushing-readings.ts';

/** Only a reading confirms a command, and only readings say that it came to nothing. */
export function commandsContract(bench: () => PushingBench): void {
  const progress = () => bench().charger.command;
  const phase = () => progress()?.phase;
  const waiting = anObservation('waiting', { locked: false });

  it('is sent at once, and confirmed by the reading that shows it', async () => {
    await bench().say(charging(0));
    await bench().pass(minute);
    expect(await bench().ask({ kind: 'pause' })).toEqual({ ok: true, value: null });
    expect(bench().end.commands()).toEqual([{ kind: 'pause' }]);
    expect(phase()).toBe('sent');
    await bench().stream(5 * second, 100, () => charging(minute));
    expect(phase()).toBe('sent');
    await bench().say(anObservation('paused', { energyWh: 120 }));
    expect(phase()).toBe('confirmed');
    await bench().pass(second);
    // Nobody is told what they have just pressed.
    expect(bench().desk.told).toEqual([]);
  });

  it('shows what the charger replies, which is still for a reading to confirm', async () => {
    await bench().say(anObservation('waiting', { limitA: 16 }));
    bench().end.reply(success(anObservation('waiting', { limitA: 10 })));
    await bench().ask({ kind: 'setLimit', limitA: 10 });
    await bench().pass(second);
    expect(bench().charger.reading).toMatchObject({ observation: { limitA: 10 } });
    expect(phase()).toBe('sent');
    await bench().say(anObservation('waiting', { limitA: 10 }));
    expect(phase()).toBe('confirmed');
  });

  it('is told once as not confirmed where readings go on to say otherwise', async () => {
    await bench().say(waiting);
    await bench().ask({ kind: 'lock' });
    await bench().stream(2 * minute - second, 100, () => waiting);
    expect(phase()).toBe('sent');
    expect(bench().desk.told).toEqual([]);
    await bench().stream(minute, 100, () => waiting);
    expect(progress()).toMatchObject({ phase: 'notConfirmed' });
    expect(progress()).not.toHaveProperty('unread');
    expect(bench().desk.told).toEqual(['Not confirmed · Garage']);
    expect(bench().desk.notices[0]?.body).toContain('still reports: Unlocked');
  });

  it('is not given up for what is said twice in a moment', async () => {
    await bench().say(waiting);
    await bench().ask({ kind: 'lock' });
    await bench().pass(3 * minute);
    await bench().stream(500, 100, () => waiting);
    expect(phase()).toBe('sent');
    await bench().pass(minute);
    await bench().say(waiting);
    expect(phase()).toBe('notConfirmed');
  });

  it('is told as not known where nothing is heard any more', async () => {
    await bench().say(waiting);
    await bench().ask({ kind: 'lock' });
    await bench().pass(29 * minute);
    expect(phase()).toBe('sent');
    await bench().pass(2 * minute);
    expect(progress()).toMatchObject({ phase: 'notConfirmed', unread: true });
    expect(bench().desk.told).toEqual(['Not confirmed · Garage']);
  });

  it('that came to nothing may still come true later', async () => {
    await bench().say(waiting);
    await bench().ask({ kind: 'lock' });
    await bench().pass(31 * minute);
    await bench().say(anObservation('lockedCar', { locked: true }));
    expect(phase()).toBe('confirmed');
  });

  it('that is refused is explained by the next reading', async () => {
    await bench().say(charging(0));
    bench().end.reply(failed({ kind: 'refused', why: 'unclear' }));
    expect((await bench().ask({ kind: 'pause' })).ok).toBe(false);
    await bench().say({ ...charging(second), foreignControl: true });
    expect(progress()).toMatchObject({ phase: 'failed', why: { why: 'foreignControl' } });
  });

  it('is confirmed by the first reading after a start of the app', async () => {
    await bench().say(waiting);
    await bench().ask({ kind: 'lock' });
    await bench().restarted();
    expect(phase()).toBe('sent');
    await bench().say(anObservation('lockedCar', { locked: true }));
    expect(phase()).toBe('confirmed');
  });
}
