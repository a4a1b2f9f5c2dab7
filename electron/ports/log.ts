/** What is worth telling about a line, in names and plain values. Never a body, never a secret. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where every line goes, through one redactor. */
export interface Log {
  info(line: string, facts?: LogFacts): void;
  warn(line: string, facts?: LogFacts): void;
  error(line: string, facts?: LogFacts): void;
}

/** A log that writes behind the back of whoever says something. */
export interface DiskLog extends Log {
  /** Resolves when every line so far is on the disk, or was refused by it. Never rejects. */
  settled(): Promise<void>;
}
