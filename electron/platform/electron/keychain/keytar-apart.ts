import { type UtilityProcess, utilityProcess } from 'electron';
import type { KeytarCall, KeytarReply } from '../../keychain/keychain-process.ts';
import type { Keytar } from '../../keychain/keytar.ts';

/** keytar elsewhere, for as long as it is of use. */
export interface KeytarApart extends Keytar {
  end(): void;
}

/**
 * keytar in a process of its own. The library beneath it speaks for as long as a process lives to the
 * keychain service that it met first, and is refused by one that came later. One process for all calls:
 * Electron 33 leaves the empty input of each open in this one, whatever `stdio` is.
 */
export function keytarApart(file: string): KeytarApart {
  const asked = new Map<number, (reply: KeytarReply) => void>();
  let child: UtilityProcess | undefined;
  let last = 0;
  const begin = (): UtilityProcess => {
    const begun = utilityProcess.fork(file, [], { serviceName: 'keychain', stdio: 'ignore' });
    begun.on('message', (reply: KeytarReply) => asked.get(reply.id)?.(reply));
    begun.once('exit', () => {
      child = undefined;
      for (const [id, heard] of asked) heard({ id, refused: 'the process ended' });
    });
    return begun;
  };
  const ask = <Answer>(name: KeytarCall['name'], ...args: readonly string[]): Promise<Answer> =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      asked.set(id, (reply) => {
        asked.delete(id);
        // The other end has it from this very method.
        if ('answer' in reply) resolve(reply.answer as Answer);
        else reject(new Error(reply.refused));
      });
      child ??= begin();
      child.postMessage({ id, name, args } satisfies KeytarCall);
    });
  return {
    getPassword: (...names) => ask('getPassword', ...names),
    setPassword: (...names) => ask('setPassword', ...names),
    deletePassword: (...names) => ask('deletePassword', ...names),
    end: () => void child?.kill(),
  };
}
