import { expect, it } from 'vitest';
import { anObservation } from '../../fixtures/observations.ts';
import { minute, type PushingBench, second } from './pushing-bench.ts';
import { charging } from './pushing-readings.ts';

/** Readings so far apart leave a gap in any case. */
const gapMs = 15 * minute;

/** Who speaks by itself may fall silent without anybody failing. */
export function silenceContract(bench: () => PushingBench): void {
  const certainty = () => bench().charger.reading.certainty;
  const validForMs = () => bench().end.validForMs;
  const patienceMs = () => bench().end.adapter.patience.ms;
  /** For so long nothing is known to be missing. */
  const unnoticedMs = () => Math.max(gapMs, validForMs());
  /** A car charges, and its charger was heard a moment ago. */
  const begun = async (observation = charging) => {
    await bench().say(anObservation('available'));
    await bench().stream(minute, second, observation);
    await bench().say(observation(minute));
  };

  it('is shown as outdated once the last reading no longer holds, and not before', async () => {
    await begun();
    await bench().pass(validForMs() - second);
    expect(certainty()).toBe('current');
    await bench().pass(2 * second);
    expect(bench().charger.reading).toMatchObject({
      certainty: 'outdated',
      because: { kind: 'timedOut' },
    });
    expect(bench().desk.trayView.icon).toEqual({ name: 'charging', outdated: true });
  });

  it('during a charge is told after the patience of the brand, once, and so is the return', async () => {
    await begun();
    await bench().pass(validForMs() + patienceMs() - second);
    expect(bench().desk.told).toEqual([]);
    await bench().pass(2 * minute);
    const lost = [expect.stringMatching(/· Garage$/)];
    expect(bench().desk.told).toEqual(lost);
    await bench().pass(3 * patienceMs());
    expect(bench().desk.told).toEqual(lost);
    expect(bench().desk.notices[0]?.kind).toBe('unreachable');
    await bench().stream(minute, second, () => charging(2 * minute));
    expect(bench().desk.notices.map(({ kind }) => kind)).toEqual(['unreachable', 'unreachable']);
    expect(certainty()).toBe('current');
  });

  it('with nothing going on is nothing to tell', async () => {
    await begun(() => anObservation('available'));
    await bench().pass(validForMs() + 3 * patienceMs());
    expect(certainty()).toBe('outdated');
    expect(bench().desk.told).toEqual([]);
  });

  it('that something was said to be wrong before is told with that reason', async () => {
    await begun();
    bench().end.fail(bench().end.chargers[0], { kind: 'unreachable' });
    await bench().pass(validForMs() + minute);
    expect(bench().charger.reading).toMatchObject({ because: { kind: 'unreachable' } });
  });

  it('that is said to be so over and over is told as late, and once', async () => {
    await begun();
    const written = bench().written('memory');
    for (let since = 0; since < patienceMs() - second; since += second) {
      bench().end.fail(bench().end.chargers[0], { kind: 'unreachable' });
      await bench().pass(second);
    }
    expect(bench().desk.told).toEqual([]);
    for (let since = 0; since < minute; since += second) {
      bench().end.fail(bench().end.chargers[0], { kind: 'unreachable' });
      await bench().pass(second);
    }
    expect(bench().desk.notices.map(({ kind }) => kind)).toEqual(['unreachable']);
    // Once a minute, and where it begins and is told.
    expect(written()).toBeLessThanOrEqual(patienceMs() / minute + 1 + 5);
  });

  it('of one charger says nothing of another', async () => {
    await begun();
    const [, other] = bench().end.chargers;
    bench().end.say(other, anObservation('available', { name: 'Yard' }));
    await bench().pass(validForMs() - second);
    bench().end.say(other, anObservation('available', { name: 'Yard' }));
    await bench().pass(2 * second);
    const readings = bench().state.chargers.map(({ reading }) => reading.certainty);
    expect(readings).toEqual(['outdated', 'current']);
  });

  const marks = async () => {
    const { samples } = await bench().onlySession();
    const card = bench().charger.session?.samples ?? [];
    const gapsOf = (all: readonly { at: number; gap?: true | undefined }[]) =>
      all.filter(({ gap }) => gap).map(({ at }) => at);
    return { card: gapsOf(card), history: gapsOf(samples) };
  };

  it('no longer than a reading speaks for its charger is no gap', async () => {
    await begun();
    await bench().pass(unnoticedMs() - minute);
    const sinceMs = minute + unnoticedMs() - minute;
    await bench().stream(minute, second, (ms) => charging(sinceMs + ms));
    expect(await marks()).toEqual({ card: [], history: [] });
    expect((await bench().onlySession()).session.gaps).toBeUndefined();
  });

  it('beyond that is one, on the card and in the history alike', async () => {
    await begun();
    await bench().pass(unnoticedMs() + minute);
    const backAt = bench().clock.now();
    const sinceMs = minute + unnoticedMs() + minute;
    await bench().stream(minute, second, (ms) => charging(sinceMs + ms));
    expect(await marks()).toEqual({ card: [backAt], history: [backAt] });
    expect((await bench().onlySession()).session.gaps).toBe(true);
  });

  it('after a wake is noticed where nothing comes again', async () => {
    await begun();
    bench().desk.sleep();
    await bench().pass(minute);
    bench().desk.wake();
    await bench().pass(validForMs() + patienceMs() + 2 * minute);
    expect(bench().desk.notices.map(({ kind }) => kind)).toEqual(['unreachable']);
  });

  it('after a start is noticed where nothing comes at all', async () => {
    await begun();
    await bench().restarted();
    expect(certainty()).toBe('outdated');
    await bench().pass(validForMs() + patienceMs() + 2 * minute);
    expect(bench().desk.notices.map(({ kind }) => kind)).toEqual(['unreachable']);
    await bench().say(charging(2 * minute));
    expect(certainty()).toBe('current');
  });
}
