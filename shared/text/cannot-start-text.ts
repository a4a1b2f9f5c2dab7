import type { FolderTrouble } from '../domain/app/folder-trouble.ts';
import { messages } from './messages.ts';

/** Why the app cannot start, and what to do. */
export interface CannotStart {
  readonly message: string;
  readonly detail: string;
}

export function cannotStartSentences({ kind, path, temporary }: FolderTrouble): CannotStart {
  const { advice, detail, message, otherwise, whenTemporary, why } = messages.cannotStart;
  return {
    message: message(why[kind](path)),
    detail: detail({ advice: advice[kind], otherwise: temporary ? whenTemporary : otherwise }),
  };
}
