/** What is worth telling about a line, in names and plain values. Never a body, never a secret. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where every line goes, through one redactor. */
export interface Log {
  info(line: string, facts?: LogFacts): void;
  warn(line: string, facts?: LogFacts): void;
  error(line: string, facts?: LogFacts): void;
}
