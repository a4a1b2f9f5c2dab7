import type { UpdateProgress } from '../../../shared/domain/app/update.ts';
import { exhaustive } from '../../../shared/exhaustive.ts';
import { messages } from '../../../shared/text/messages.ts';

/** How far it is with newer versions, in one sentence. Without numbers that move: it is also heard. */
export function phaseSentence(progress: UpdateProgress, installed: string): string {
  const words = messages.updates;
  switch (progress.phase) {
    case 'idle':
      return progress.checkedAt === undefined ? words.notChecked : words.latest(installed);
    case 'checking':
      return words.checking;
    case 'found':
      return words.available(progress.newer.version);
    case 'downloading':
      return words.downloading(progress.newer.version);
    case 'ready':
      return words.ready(progress.newer.version);
    case 'installing':
      return progress.waits ? words.waits[progress.waits] : words.restarting;
    case 'failed':
      return words.failures[progress.why];
    default:
      return exhaustive(progress);
  }
}
