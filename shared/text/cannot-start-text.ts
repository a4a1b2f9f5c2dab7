import type { FolderTrouble } from '../domain/app/folder-trouble.ts';
import { spelledOut } from '../domain/harmless.ts';
import { messages } from './messages.ts';

/** Why the app cannot start, and what to do. */
export interface CannotStart {
  readonly message: string;
  readonly detail: string;
}

export function cannotStartSentences({ kind, path, temporary }: FolderTrouble): CannotStart {
  const { advice, detail, message, otherwise, whenTemporary, why } = messages.cannotStart;
  return {
    // It is said in a terminal too, and a folder may be called anything.
    message: message(why[kind](spelledOut(path))),
    detail: detail({ advice: advice[kind], otherwise: temporary ? whenTemporary : otherwise }),
  };
}
