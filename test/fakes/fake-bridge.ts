import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { Bridge, Envelope, Events, Reply, Request } from '../../shared/ipc/contract.ts';
import type { CallName, EventName } from '../../shared/ipc/names.ts';
import { noTotals } from '../fixtures/history-rows.ts';

/** How a call is answered. Whatever it is given, the window must cope. */
export type Answer<Name extends CallName> = (
  request: Request<Name>,
) => Envelope<Reply<Name>> | Promise<Envelope<Reply<Name>>>;

type Answers = { [Name in CallName]: Answer<Name> };

export interface FakeBridge {
  readonly bridge: Bridge;
  /** The requests of one call so far, oldest first. */
  readonly requests: <Name extends CallName>(name: Name) => readonly Request<Name>[];
  /** Names of all calls so far, oldest first. */
  readonly called: () => readonly CallName[];
  readonly answer: <Name extends CallName>(name: Name, answer: Answer<Name>) => void;
  /** What the app tells the window next. Gives it the next counter. */
  /** From now on the state is there before the page asks. */
  readonly getReady: () => void;
  readonly setState: (state: AppState) => void;
  /** The app has newer states and cannot send them. */
  readonly stick: (since: number) => void;
  readonly state: () => AppState;
  readonly listeners: () => number;
}

/** Stands in for the main process. Derived from the contract: a new call does not compile without an answer. */
export function fakeBridge(first: AppState): FakeBridge {
  let state = first;
  let isReady = false;
  const calls: { readonly name: CallName; readonly request: unknown }[] = [];
  const heard = new Set<readonly [EventName, (told: never) => void]>();
  const answers: Answers = defaultAnswers(() => state);

  function tell<Name extends EventName>(name: Name, told: Events[Name]): void {
    for (const [one, listener] of heard) if (one === name) listener(told as never);
  }

  return {
    bridge: {
      call: async (name, request) => {
        calls.push({ name, request });
        return answers[name](request);
      },
      on: (name, listener) => {
        const entry = [name, listener] as const;
        heard.add(entry);
        return () => heard.delete(entry);
      },
      firstState: () => (isReady ? state : undefined),
    },
    requests: <Name extends CallName>(name: Name) =>
      calls.filter((call) => call.name === name).map((call) => call.request as Request<Name>),
    called: () => calls.map((call) => call.name),
    answer: (name, answer) => {
      // The compiler cannot see that a name and its answer belong together once both vary.
      (answers as Record<CallName, unknown>)[name] = answer;
    },
    getReady: () => {
      isReady = true;
    },
    setState: (next) => {
      state = { ...next, counter: state.counter + 1 };
      tell('stateChanged', state);
    },
    stick: (since) => tell('stateStuck', { since }),
    state: () => state,
    listeners: () => heard.size,
  };
}

function defaultAnswers(state: () => AppState): Answers {
  const done = () => ({ ok: true, value: null }) as const;
  const saved = () => ({ ok: true, value: 'saved' }) as const;
  const succeeded = () => ({ ok: true, value: { ok: true, value: null } }) as const;
  return {
    getState: () => ({ ok: true, value: state() }),
    execute: succeeded,
    refresh: done,
    loadDetails: () => ({ ok: true, value: { ok: true, value: [] } }),
    getSchedules: () => ({ ok: true, value: { ok: true, value: noSchedules } }),
    changeSchedules: () => ({ ok: true, value: { ok: true, value: noSchedules } }),
    addAccount: () => ({ ok: true, value: { ok: true, value: { accountId: 'account-new' } } }),
    signInAgain: succeeded,
    cancelSignIn: done,
    signOut: done,
    forgetAccount: done,
    setKeepSignedIn: done,
    findSettings: () => ({ ok: true, value: null }),
    setPollSeconds: done,
    setTimeoutSeconds: done,
    reveal: succeeded,
    makeReport: () => ({ ok: true, value: { ok: true, value: { at: 0, parts: [] } } }),
    saveReport: saved,
    priceNow: done,
    priceSources: () => ({ ok: true, value: [] }),
    setPriceToken: succeeded,
    getMarket: done,
    cheapestTime: done,
    setBroker: succeeded,
    testBroker: () => ({ ok: true, value: { ok: true, value: {} } }),
    forgetBroker: done,
    setPlan: done,
    previewPlan: done,
    continuePlan: done,
    ...historyAnswers(),
    changeSettings: done,
    setQuiet: done,
    testNotification: () => ({ ok: true, value: 'shown' }),
    tryKeychain: done,
    diagnostics: () => ({ ok: true, value: 'ChargeTray 1.2.3' }),
    copyText: done,
    openLink: done,
    answerLink: done,
    update: done,
    licences: done,
    closeWindow: done,
  };
}

const noSchedules = { entries: [], hasMore: false };

type HistoryCall =
  | 'historyChargers'
  | 'listSessions'
  | 'showSession'
  | 'changeSession'
  | 'deletedSessions'
  | 'sumSessions'
  | 'fetchSessions'
  | 'exportHistory'
  | 'cancelExport'
  | 'getStatement'
  | 'savePdf'
  | 'savePicture'
  | 'getPrices'
  | 'setPrices'
  | 'backUp'
  | 'restoreBackup';

/** A history in which nothing has been kept yet. */
function historyAnswers(): Pick<Answers, HistoryCall> {
  const done = () => ({ ok: true, value: null }) as const;
  const saved = () => ({ ok: true, value: 'saved' }) as const;
  const restored = { sessions: 2, samples: 90, badLines: 0, isWhole: true };
  return {
    historyChargers: () => ({ ok: true, value: [] }),
    listSessions: () => ({ ok: true, value: [] }),
    showSession: done,
    changeSession: () => ({ ok: true, value: { ok: true, value: null } }),
    deletedSessions: () => ({ ok: true, value: [] }),
    sumSessions: () => ({ ok: true, value: { totals: noTotals, periods: [] } }),
    fetchSessions: () => ({ ok: true, value: { ok: true, value: { sessions: 0 } } }),
    exportHistory: saved,
    cancelExport: done,
    getStatement: done,
    savePdf: saved,
    savePicture: saved,
    getPrices: () => ({ ok: true, value: [] }),
    setPrices: done,
    backUp: saved,
    restoreBackup: () => ({ ok: true, value: { ok: true, value: restored } }),
  };
}
