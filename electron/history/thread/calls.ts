import type { HistoryTrouble } from '../../../shared/domain/session/history.ts';
import type { LogFacts } from '../../ports/log.ts';
import type { History, SureName } from '../store/history.ts';

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

/** How sure a read is: as in `sure` of the history, or as in its `revise`. */
export type Sureness = 'whole' | 'settled';

/** What of a history is no call itself, because it gives or takes functions. */
type NoCall = StreamName | 'trouble' | 'sure' | 'revise';

/** What can be asked of the thread. */
export interface ThreadCalls extends Omit<History, NoCall>, StreamCalls {
  /** A sure read by its name. Gives what that gives, and rejects as it does. */
  read(how: Sureness, name: SureName, args: readonly unknown[]): Promise<unknown>;
}

/** What the thread says without being asked. */
export interface MainCalls {
  trouble(trouble: HistoryTrouble | undefined): void;
  log(level: 'info' | 'warn' | 'error', line: string, facts?: LogFacts): void;
}

/** A message in either direction: what was said within one turn, in its order. */
export type Message = readonly unknown[];
