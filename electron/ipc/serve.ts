import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { type CallName, callNames, channel } from '../../shared/ipc/names.ts';
import { isOwnAddress } from '../platform/electron/window/page-files.ts';
import { onceEach } from '../platform/log/once-each.ts';
import type { AnswerTools, Sender } from './answer.ts';

export interface ServeOptions extends Omit<AnswerTools, 'isOurs' | 'tellUncrossable'> {
  readonly ipc: Pick<IpcMain, 'handle'>;
  /** Id of our window's page; undefined while there is none. */
  readonly pageId: () => number | undefined;
}

/**
 * Registers every call of the contract. This is the only place that does, and it knows no way to do
 * it without the checks.
 */
export function serve({ ipc, pageId, handlers, log }: ServeOptions): void {
  const isOurs = (sender: Sender): boolean =>
    sender.pageId === pageId() && sender.isMainFrame && isOwnAddress(sender.address);
  const tellOnce = onceEach(
    (words: readonly string[]) => words.join(' '),
    ([name, where]) => log.error('reply cannot cross to the window', { name, where }),
  );
  const tellUncrossable = (name: CallName, where: string) => tellOnce([name, where]);
  const register = (name: CallName): void =>
    ipc.handle(channel(name), async (event, request: unknown) => {
      // Who calls is seen before anything is waited for.
      const sender = senderOf(event);
      const { answer } = await import('./answer.ts');
      return answer(name, { sender, request }, { handlers, isOurs, log, tellUncrossable });
    });
  for (const name of callNames) register(name);
}

/** A frame that is gone by now has no say any more. */
function senderOf({ sender, senderFrame }: IpcMainInvokeEvent): Sender | undefined {
  if (!senderFrame || senderFrame.detached) return undefined;
  return {
    pageId: sender.id,
    isMainFrame: senderFrame.parent === null && senderFrame === sender.mainFrame,
    address: senderFrame.url,
  };
}
