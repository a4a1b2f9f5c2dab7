/** The way to the main process: what preload put on the window, with every surprise made a value. */
import type { Bridge, Reply, Request } from '../shared/ipc/contract.ts';
import { bridgeName, type CallName } from '../shared/ipc/names.ts';
import { failed, type Result, success } from '../shared/result.ts';

/** Why a call did not get through. None of these is expected; all of them are survived. */
export type BorderFailure = 'notOurs' | 'badRequest' | 'crashed' | 'unreached';

/** Makes a call and never throws. */
export type Caller = <Name extends CallName>(
  name: Name,
  request: Request<Name>,
) => Promise<Result<Reply<Name>, BorderFailure>>;

/** The bridge that the preload script exposed; undefined where the page runs without one. */
export function findBridge(page: object): Bridge | undefined {
  const found: unknown = Reflect.get(page, bridgeName);
  return isBridge(found) ? found : undefined;
}

/** Calls over a bridge. A bridge that rejects or throws is one that could not be reached. */
export function callerOver(bridge: Bridge): Caller {
  return async (name, request) => {
    try {
      const envelope = await bridge.call(name, request);
      return envelope.ok ? success(envelope.value) : failed(envelope.failure);
    } catch {
      return failed('unreached');
    }
  };
}

function isBridge(found: unknown): found is Bridge {
  if (typeof found !== 'object' || found === null) return false;
  return ['call', 'on', 'firstState'].every(
    (name) => typeof Reflect.get(found, name) === 'function',
  );
}
