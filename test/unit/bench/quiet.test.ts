import { describe, expect, it, vi } from 'vitest';
import { quietLimitS, waitForQuiet } from '../../bench/quiet.ts';

/** Second by second, how busy the two processors are; the last of them goes on. */
async function wait(limitS: number, busy: readonly number[]) {
  const said = vi.fn<(line: string) => void>();
  const pause = vi.fn(async (_ms: number) => undefined);
  let [used, idle] = [1000, 5000];
  let looks = 0;
  const readStat = async () => {
    const percent = looks === 0 ? 0 : (busy[looks - 1] ?? busy.at(-1) ?? 0);
    looks += 1;
    used += 2 * percent;
    idle += 200 - 2 * percent;
    // Part of what is idle waits for a disk; of what is used, part is the host's, and guests' are
    // counted with the user's.
    const kinds = [used / 2, 0, used / 4, idle / 2, idle / 2, 0, 0, used / 4, used / 2, 0];
    return `cpu  ${kinds.join(' ')}\ncpu0 1 2 3 4\nintr 9\n`;
  };
  const quiet = await waitForQuiet({ limitS, say: said, readStat, pause });
  return { quiet, said, seconds: pause.mock.calls.length };
}

describe('waitForQuiet', () => {
  it.each<[string, readonly number[], number, number]>([
    ['at once', [2, 3, 4], 3, 3],
    ['at ten percent', [10], 3, 10],
    ['after a busy while', [80, 50, 11, 1, 1, 1], 6, 1],
    ['after a burst, which begins it anew', [0, 0, 90, 0, 0, 3, 90], 6, 1],
  ])('goes on %s', async (_, busy, seconds, busyPercent) => {
    const waited = await wait(60, busy);
    expect(waited.quiet).toEqual({ isQuiet: true, busyPercent });
    expect(waited.seconds).toBe(seconds);
  });

  it('gives up and says how busy it was', async () => {
    const { quiet, seconds } = await wait(10, [0, 0, 20, 40]);
    expect(quiet).toEqual({ isQuiet: false, busyPercent: 30 });
    expect(seconds).toBe(10);
  });

  it('says once what it waits for, and nothing when it need not wait', async () => {
    const long = await wait(20, [50]);
    expect(long.said.mock.calls).toEqual([['waiting up to 20 s for other programs to be still …']]);
    expect((await wait(20, [0])).said).not.toHaveBeenCalled();
  });

  it('looks once a second', async () => {
    const pause = vi.fn(async (_ms: number) => undefined);
    await waitForQuiet({ limitS: 2, say: vi.fn(), readStat: async () => 'cpu  1 1 1 1', pause });
    expect(pause.mock.calls).toEqual([[1000], [1000]]);
  });

  it('knows no calm where nothing is counted', async () => {
    const quiet = await waitForQuiet({
      limitS: 5,
      say: vi.fn(),
      readStat: async () => 'cpu  0 0 0 0 0 0 0 0\n',
      pause: async () => undefined,
    });
    expect(quiet).toEqual({ isQuiet: false });
  });
});

describe('quietLimitS', () => {
  it('is shorter in a quick run', () => {
    expect([quietLimitS({ quick: false }), quietLimitS({ quick: true })]).toEqual([300, 30]);
  });
});
