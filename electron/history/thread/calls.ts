import type { HistoryTrouble } from '../../../shared/domain/history.ts';
import type { LogFacts } from '../../system/log.ts';
import type { History } from '../history.ts';

/** What gives its answer in parts. */
export type StreamName = 'sessionChunks' | 'sampleChunks' | 'parts';

/** A stream by its number, a part at a time. */
export interface StreamCalls {
  /** Gives the number of a new stream. */
  begin(name: StreamName, args: readonly unknown[]): number;
  /** The next part, or undefined at its end. Rejects as the history does. */
  next(stream: number): Promise<unknown>;
  /** Lets go of it, whether it has come to its end or not. */
  leave(stream: number): Promise<void>;
}

/** What can be asked of the thread. */
export type ThreadCalls = Omit<History, StreamName | 'trouble'> & StreamCalls;

/** What the thread says without being asked. */
export interface MainCalls {
  trouble(trouble: HistoryTrouble | undefined): void;
  log(level: 'info' | 'warn' | 'error', line: string, facts?: LogFacts): void;
}

/** A message in either direction: what was said within one turn, in its order. */
export type Message = readonly unknown[];
