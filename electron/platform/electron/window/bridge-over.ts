import type { Bridge, Envelope, Events, Reply } from '../../../../shared/ipc/contract.ts';
import { callNames, channel, eventNames } from '../../../../shared/ipc/names.ts';

type Heard = (event: unknown, told: unknown) => void;

/** The part of Electron's `ipcRenderer` that is used here. */
export interface PageIpc {
  invoke(channel: string, request?: unknown): Promise<unknown>;
  on(channel: string, heard: Heard): unknown;
  once(channel: string, heard: Heard): unknown;
  off(channel: string, heard: Heard): unknown;
}

type State = Envelope<Reply<'getState'>>;

/**
 * What the page gets of the main process: the calls and events of the contract by name. The state,
 * which every page asks for first, is asked for at once and is there before the page is.
 */
export function bridgeOver(ipc: PageIpc): Bridge {
  let first: Promise<unknown> | undefined = ipc.invoke(channel('getState'));
  let answer: State | undefined;
  // Who asks hears of a failure; until then nobody is there to hear it.
  first.then(
    (answered) => {
      answer = answered as State;
    },
    () => undefined,
  );
  // Told before anybody listened: the answer under way may be older than that.
  ipc.once(channel('stateChanged'), () => {
    first = undefined;
  });
  const state = (): Promise<State> => {
    const asked = first ?? ipc.invoke(channel('getState'));
    first = undefined;
    return asked as Promise<State>;
  };
  return {
    call(name, request) {
      if (!callNames.includes(name)) return Promise.resolve({ ok: false, failure: 'badRequest' });
      // The main process answers each call by the contract; the compiler cannot see across.
      return (name === 'getState' ? state() : ipc.invoke(channel(name), request)) as never;
    },
    on(name, heard) {
      if (!eventNames.includes(name)) return () => undefined;
      // The event itself stays here: it leads back to everything that Electron can send.
      // Sent by the main process, which can send nothing else by this name.
      const listener: Heard = (_event, told) => heard(told as Events[typeof name]);
      ipc.on(channel(name), listener);
      return () => void ipc.off(channel(name), listener);
    },
    firstState() {
      if (!first || !answer?.ok) return undefined;
      first = undefined;
      return answer.value;
    },
  };
}
