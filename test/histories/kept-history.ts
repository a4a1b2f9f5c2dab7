import { flows } from '../../electron/charging/reduce-session.ts';
import type { History, NewSession, OpenHistory } from '../../electron/history/store/history.ts';
import type { Sample } from '../../shared/domain/session/sample.ts';
import type { KeptSession } from './findings.ts';

/** What a history was given, in memory: fast enough for thousands of lives of the app. */
export class KeptHistory {
  readonly sessions = new Map<string, NewSession>();
  readonly #samples = new Map<string, Sample[]>();

  readonly open: OpenHistory = () => this.#history();

  #history(): History {
    const reads = {
      prices: async () => [],
      sessions: async () => [],
      cloudMonths: async () => [],
      slots: async () => [],
      knownSessions: async () => [],
      knownSession: async () => undefined,
      seenSession: async (charger: string, startedAt: number) => {
        const session = this.sessions.get(`${charger} ${startedAt}`);
        return session && { session: { ...session, charger, id: 0 }, cloudIds: [] };
      },
      samples: async ({ charger, from, to }: { charger: string; from: number; to: number }) =>
        this.#of(charger).filter(({ at }) => at >= from && at < to),
    };
    const nothing = (): void => undefined;
    const none = async function* (): AsyncGenerator<never> {};
    return {
      ...reads,
      sure: reads,
      revise: async (work) => work(reads),
      know: nothing,
      record: (charger, sample) => void this.#of(charger).push(sample),
      saveSession: (charger, session) =>
        void this.sessions.set(`${charger} ${session.startedAt}`, session),
      dropSession: (charger, startedAt) => void this.sessions.delete(`${charger} ${startedAt}`),
      endOthers: (charger, startedAt) => this.#endOthers(charger, startedAt),
      saveMerged: nothing,
      setCost: nothing,
      saveEdits: nothing,
      setPrices: nothing,
      setCloudMonth: nothing,
      keepSlots: nothing,
      flush: async () => undefined,
      chargers: async () => [],
      deletedSessions: async () => [],
      session: async () => undefined,
      sums: async () => ({ totals: { sessions: 0, energyWh: 0, costs: [] }, periods: [] }) as never,
      sessionChunks: none,
      sampleChunks: none,
      parts: none,
      applyRetention: async () => ({ samples: 0, sessions: 0 }),
      trouble: () => undefined,
      close: async () => undefined,
    };
  }

  /** All that were saved. */
  all(): readonly KeptSession[] {
    return [...this.sessions].map(([key, session]) => ({
      ...session,
      charger: key.slice(0, key.lastIndexOf(' ')),
    }));
  }

  #endOthers(charger: string, startedAt: number | undefined): void {
    for (const [key, session] of this.sessions) {
      if (!key.startsWith(`${charger} `) || session.endedAt !== undefined) continue;
      if (session.startedAt === startedAt) continue;
      const last = this.#of(charger).findLast(
        ({ at, state }) => flows(state) && at >= session.startedAt && at < (startedAt ?? 9e15),
      );
      this.sessions.set(key, { ...session, endedAt: last?.at ?? session.startedAt });
    }
  }

  #of(charger: string): Sample[] {
    const known = this.#samples.get(charger) ?? [];
    this.#samples.set(charger, known);
    return known;
  }
}
