import { utilityProcess } from 'electron';
import type { KeytarCall, KeytarReply } from '../../keychain/keychain-process.ts';
import type { Keytar } from '../../keychain/keytar.ts';

/**
 * keytar in a process of its own for each call. The library beneath it speaks for as long as a
 * process lives to the keychain service that it met first, and is refused by one that came later.
 * Electron 33 leaves the empty input of each such process open in this one, whatever `stdio` is.
 */
export function keytarApart(file: string): Keytar {
  const ask = <Answer>(name: KeytarCall['name'], ...args: readonly string[]): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const child = utilityProcess.fork(file, [], { serviceName: 'keychain', stdio: 'ignore' });
      child.once('message', (reply: KeytarReply<Answer>) => {
        if ('answer' in reply) resolve(reply.answer);
        else reject(new Error(reply.refused));
        child.postMessage('heard');
      });
      child.once('exit', () => reject(new Error('the process ended')));
      child.postMessage({ name, args } satisfies KeytarCall);
    });
  return {
    getPassword: (...names) => ask('getPassword', ...names),
    setPassword: (...names) => ask('setPassword', ...names),
    deletePassword: (...names) => ask('deletePassword', ...names),
  };
}
