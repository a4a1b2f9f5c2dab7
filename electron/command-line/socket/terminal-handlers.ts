import type {
  TerminalCallName,
  TerminalReply,
  TerminalRequest,
} from '../../../shared/ipc/terminal-calls.ts';
import type { AppServices } from '../../app/app-services.ts';
import { toFile } from '../../app/persistence/file-names.ts';
import type { ChargerRecord } from '../../charging/record.ts';
import { carriedOut } from './carried-out.ts';
import type { Answered } from './conversation.ts';
import { nextChange } from './next-change.ts';

/** One function for each call, given the parsed request; does not compile with a gap. */
export type TerminalHandlers = {
  readonly [Name in TerminalCallName]: (
    request: TerminalRequest<Name>,
    how: Answered,
  ) => TerminalReply<Name> | Promise<TerminalReply<Name>>;
};

/** What command lines need of the app. */
export type TerminalServices = Pick<
  AppServices,
  'commands' | 'connections' | 'history' | 'plans' | 'preferences' | 'store' | 'tracker'
> & { readonly ports: Pick<AppServices['ports'], 'clock'> };

/** Nobody reads faster. */
const watchEveryMs = 250;

/** What each call of a command line does. */
export function terminalHandlers(services: TerminalServices): TerminalHandlers {
  const { connections, history, plans, preferences, store, tracker } = services;
  const { clock } = services.ports;
  const believed = () => toFile({ version: 1, chargers: tracker.records().map(withoutCurve) });
  return {
    chargers: believed,
    async watch(_nothing, { signal, tell }) {
      while (!signal.aborted) {
        const changed = nextChange(store, signal);
        await tell(believed());
        await changed;
        await new Promise<void>((done) => clock.after(watchEveryMs, done));
      }
      return null;
    },
    execute: (wanted, { signal }) => carriedOut(services, wanted, signal),
    async choosePlan({ choice, ...wanted }, { signal }) {
      if (choice === 'now') {
        plans.takeOver(wanted.chargerId);
        return carriedOut(services, { ...wanted, command: { kind: 'resume' } }, signal);
      }
      await plans.choose(wanted.chargerId, choice);
      return null;
    },
    showPlan({ chargerId }) {
      const { market, plans: chosen } = preferences.get();
      const settings = chosen[chargerId] ?? null;
      return { settings, view: plans.view(chargerId) ?? null, hasPrices: market !== null };
    },
    refresh() {
      connections.refresh(0);
      return null;
    },
    settleHistory: async () =>
      (await history.ask(({ repository }) => repository.history.flush())) === undefined,
  };
}

/** What is longer than all the rest, and nobody at a terminal is shown. */
function withoutCurve({ session, ...record }: ChargerRecord): ChargerRecord {
  return session ? { ...record, session: { ...session, samples: [] } } : record;
}
