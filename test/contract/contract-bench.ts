import { httpFor } from '../../electron/accounts/tools-for.ts';
import type { Kept } from '../../electron/integrations/adapter.ts';
import type { PolledAccount } from '../../electron/integrations/connection.ts';
import { undiciHttp } from '../../electron/platform/http/http-undici.ts';
import type { Http } from '../../electron/ports/http.ts';
import type { SignInFailure } from '../../shared/domain/account/sign-in.ts';
import type { Command } from '../../shared/domain/charger/command.ts';
import type { Result } from '../../shared/result.ts';
import { type AbleCharger, ableCharger } from '../fakes/able-charger.ts';
import { FakeClock, turns } from '../fakes/fake-clock.ts';
import { patient, type WatchedTools, watchedTools } from './adapter-tools.ts';
import type { FarEnd, Harness } from './far-end.ts';

/** An adapter, its far end, and everything the adapter let out. */
export interface ContractBench {
  readonly clock: FakeClock;
  readonly farEnd: FarEnd;
  readonly watched: WatchedTools;
  /** Requests that are on their way. */
  inFlight(): number;
  signIn(fields?: Readonly<Record<string, string>>): Promise<Result<PolledAccount, SignInFailure>>;
  open(kept: Kept): PolledAccount;
  charger(account: PolledAccount): Promise<AbleCharger>;
  read(charger: AbleCharger): ReturnType<AbleCharger['read']>;
  ask(charger: AbleCharger, command: Command): ReturnType<AbleCharger['execute']>;
  /** Lets time pass, a second at a time and never while a request is under way, until an answer is there. */
  answered<T>(answer: Promise<T>): Promise<T>;
  /** Lets so much time pass, and never while a request is under way. */
  pass(ms: number): Promise<void>;
  /** The same until something is so, or so much time has passed. */
  passUntil(isSo: () => boolean, mostMs?: number): Promise<void>;
  /** Everything that came out: log lines and answers. */
  everything(): string;
  close(): Promise<void>;
}

/** Notes a request as one on its way for as long as this is not settled. */
export type Counted = <T>(answer: Promise<T>) => Promise<T>;

/** Starts both ends. `way` may stand between the adapter and the network. */
export async function contractBench(
  { adapter, start }: Harness,
  way: (http: Http, counted: Counted) => Http = countedWay,
): Promise<ContractBench> {
  const clock = new FakeClock();
  const farEnd = await start(clock);
  const http = countingHttp(
    undiciHttp({ clock, version: '0.0.0', proxyFor: async () => undefined }),
    way,
  );
  const watched = watchedTools(clock, httpFor(adapter, http), { overrides: farEnd.overrides });
  const answers: unknown[] = [];
  const answered = async <T>(answer: Promise<T>): Promise<T> => {
    let isThere = false;
    const settled = answer.finally(() => {
      isThere = true;
    });
    while (!isThere) {
      await turns(2);
      if (!isThere && http.inFlight() === 0) await clock.advance(1000);
    }
    answers.push(await settled);
    return settled;
  };
  const pass = async (ms: number, isSo: () => boolean): Promise<void> => {
    const end = clock.monotonic() + ms;
    for (let left = ms; left > 0 && !isSo(); left = end - clock.monotonic()) {
      await turns(3);
      while (http.inFlight() > 0 && !isSo()) await turns(1);
      await turns(3);
      if (!isSo()) await clock.advance(Math.min(left, clock.nextDueMs));
    }
    while (http.inFlight() > 0 && !isSo()) await turns(1);
    await turns(3);
  };
  const bench: ContractBench = {
    clock,
    farEnd,
    watched,
    inFlight: http.inFlight,
    async signIn(fields = farEnd.owner) {
      const { confirmed } = farEnd;
      const form = { fields, confirmed, open: [], ...patient() };
      const result = await adapter.signIn(form, watched.tools);
      if (result.ok) return { ok: true, value: result.value.account };
      answers.push(result);
      return result;
    },
    open: (kept) => adapter.open(kept, watched.tools),
    async charger(account) {
      return ableCharger(await answered(account.listChargers(patient())));
    },
    read: (charger) => answered(charger.read(patient())),
    ask: (charger, command) => answered(charger.execute(command, patient())),
    answered,
    pass: (ms) => pass(ms, () => false),
    passUntil: (isSo, mostMs = Number.POSITIVE_INFINITY) => pass(mostMs, isSo),
    everything: () => [...watched.lines, ...answers.map((one) => JSON.stringify(one))].join('\n'),
    async close() {
      await http.close();
      await farEnd.close();
    },
  };
  return bench;
}

function countedWay(http: Http, counted: Counted): Http {
  return {
    send: (request) => counted(http.send(request)),
    certificateAt: (request) => counted(http.certificateAt(request)),
    close: () => http.close(),
  };
}

function countingHttp(
  http: Http,
  way: (http: Http, counted: Counted) => Http,
): Http & { inFlight(): number } {
  let open = 0;
  const counted: Counted = async (answer) => {
    open += 1;
    try {
      return await answer;
    } finally {
      open -= 1;
    }
  };
  return { ...way(http, counted), inFlight: () => open };
}
