import { afterEach, describe, expect, it } from 'vitest';
import type {
  Connection,
  ConnectionSink,
  PollPolicy,
  ReadPurpose,
} from '../../electron/integrations/connection.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { observationSchema } from '../../shared/schema/charger/observation.ts';
import { until } from '../fakes/fake-clock.ts';
import { Later } from '../fakes/recorded-account.ts';
import type { ContractCase } from './contract-case.ts';
import type { Harness } from './far-end.ts';

const second = 1000;
const minute = 60 * second;

/** What a connection pushed, in order. Times are epoch ms. */
interface Pushed {
  readonly lists: (readonly string[])[];
  readonly readings: { readonly id: string; readonly at: number; readonly validForMs: number }[];
  readonly failures: { readonly id: string | undefined; readonly kind: Failure['kind'] }[];
}

/** An account that is asked, as the rest of the app has it: a connection that pushes. */
export function connectionContract(at: ContractCase, harness: Harness): void {
  const { adapter } = harness;
  if (adapter.kind === 'listener') throw new Error('Nobody is asked there');
  const { pollDefaultSeconds: pollSeconds, pollFloorSeconds: floorSeconds } = adapter;
  const usualMs = pollSeconds * second;
  let connection: Connection | undefined;
  let isForeground = false;
  let purpose: ReadPurpose = 'routine';

  afterEach(async () => {
    await connection?.stop();
    connection = undefined;
    isForeground = false;
    purpose = 'routine';
  });

  const policy: PollPolicy = {
    interval: () => ({ pollSeconds, floorSeconds }),
    isForeground: () => isForeground,
    plugged: () => 'yes',
    purpose: () => purpose,
  };

  function started(): { readonly connection: Connection; readonly pushed: Pushed } {
    const pushed: Pushed = { lists: [], readings: [], failures: [] };
    const sink: ConnectionSink = {
      chargers: (list) => void pushed.lists.push(list.map(({ id }) => id)),
      observed(id, anObservation, meta) {
        observationSchema.parse(anObservation);
        pushed.readings.push({ id, ...meta });
      },
      reportedSessions: () => undefined,
      failed: (id, { kind }) => void pushed.failures.push({ id, kind }),
    };
    connection = at.account.connect(policy);
    connection.start(sink);
    return { connection, pushed };
  }

  /** Started and read for the first time. */
  async function read() {
    const begun = started();
    await at.bench.pass(3 * minute);
    expect(begun.pushed.readings.length).toBeGreaterThan(0);
    return begun;
  }

  it('pushes the list first, and then readings', async () => {
    const { pushed } = await read();
    const { chargerId } = at.bench.farEnd;
    expect(pushed.lists).toEqual([[chargerId]]);
    expect(new Set(pushed.readings.map(({ id }) => id))).toEqual(new Set([chargerId]));
    expect(pushed.failures).toEqual([]);
  });

  it('pushes each before the one before it has ceased to hold', async () => {
    const { pushed } = started();
    await at.bench.pass(30 * minute);
    const { readings } = pushed;
    expect(readings.length).toBeGreaterThan((30 * minute) / usualMs / 2);
    const late = readings.filter((one, index) => {
      const before = readings[index - 1];
      return before && one.at - before.at >= before.validForMs;
    });
    expect(late).toEqual([]);
    expect(Math.min(...readings.map(({ validForMs }) => validForMs))).toBeGreaterThan(usualMs);
  });

  it('pushes a failed reading as failed, and the next as read', async () => {
    const { pushed } = await read();
    const before = pushed.readings.length;
    at.bench.farEnd.fail('read', { kind: 'html' });
    await at.bench.pass(usualMs + minute);
    expect(pushed.failures).toEqual([{ id: at.bench.farEnd.chargerId, kind: 'notUnderstood' }]);
    await at.bench.pass(10 * minute);
    expect(pushed.readings.length).toBeGreaterThan(before);
    expect(pushed.failures).toHaveLength(1);
  });

  if (harness.asksForList) {
    it('pushes a list that cannot be read as a failure of the account', async () => {
      at.bench.farEnd.fail('list', { kind: 'status', status: 503 });
      const { pushed } = started();
      await at.bench.pass(minute);
      expect(pushed.failures).toEqual([{ id: undefined, kind: 'serverError' }]);
      await at.bench.pass(20 * minute);
      expect(pushed.lists).toEqual([[at.bench.farEnd.chargerId]]);
      expect(pushed.readings.length).toBeGreaterThan(0);
    });
  }

  describe('stopped', () => {
    it('pushes nothing, although an answer is under way', async () => {
      const { connection: open, pushed } = await read();
      const answer = new Later<void>();
      at.bench.farEnd.fail('read', { kind: 'hold', until: answer.promise });
      const asked = at.bench.farEnd.asked();
      await at.bench.passUntil(() => at.bench.farEnd.asked() > asked);
      const before = structuredClone(pushed);
      await open.stop();
      answer.resolve();
      await until(() => at.bench.inFlight() === 0);
      await at.bench.pass(20 * minute);
      expect(pushed).toEqual(before);
      expect(at.bench.farEnd.asked()).toBe(asked + 1);
      expect(at.bench.clock.waiting).toBe(0);
    });

    it('pushes nothing before it was ever answered', async () => {
      const { connection: open, pushed } = started();
      await open.stop();
      await at.bench.pass(20 * minute);
      expect(pushed).toEqual({ lists: [], readings: [], failures: [] });
    });
  });

  it('rests while the computer sleeps, and reads once when it wakes', async () => {
    const { connection: open, pushed } = await read();
    open.sleep?.();
    const asked = at.bench.farEnd.asked();
    const before = pushed.readings.length;
    await at.bench.pass(8 * 60 * minute);
    expect(at.bench.farEnd.asked()).toBe(asked);
    open.wake?.(4 * second);
    await at.bench.pass(10 * second);
    expect(pushed.readings).toHaveLength(before + 1);
    expect(pushed.failures).toEqual([]);
    await at.bench.pass(5 * minute);
    expect(pushed.readings.length).toBeGreaterThan(before + 1);
  });

  it('is hurried within its manners', async () => {
    const { connection: open, pushed } = await read();
    const before = pushed.readings.length;
    const asked = at.bench.farEnd.asked();
    for (let seconds = 0; seconds < 600; seconds += 1) {
      open.refresh?.(0, at.bench.farEnd.chargerId);
      open.refresh?.(0);
      await at.bench.pass(second);
    }
    const most = (10 * minute) / (floorSeconds * second) + 1;
    expect(pushed.readings.length - before).toBeGreaterThan(1);
    expect(pushed.readings.length - before).toBeLessThanOrEqual(most);
    expect(at.bench.farEnd.asked() - asked).toBeLessThanOrEqual(most * harness.requestsPerLook);
  });

  it.each(['somebody watches', 'somebody waits for a reading'])(
    'reads sooner when %s',
    async (why) => {
      const { connection: open, pushed } = await read();
      const quietly = pushed.readings.length;
      await at.bench.pass(20 * minute);
      const usual = pushed.readings.length - quietly;
      isForeground = why === 'somebody watches';
      purpose = isForeground ? 'routine' : 'confirmation';
      open.reconsider?.();
      await at.bench.pass(20 * minute);
      expect(pushed.readings.length - quietly - usual).toBeGreaterThan(usual);
    },
  );
}
