import type { Log, LogFacts } from '../../electron/ports/log.ts';

/** A log that keeps its lines for a test to read. */
export class RecordedLog implements Log {
  readonly lines: { level: string; line: string; facts: LogFacts }[] = [];

  info(line: string, facts: LogFacts = {}): void {
    this.lines.push({ level: 'info', line, facts });
  }

  warn(line: string, facts: LogFacts = {}): void {
    this.lines.push({ level: 'warn', line, facts });
  }

  error(line: string, facts: LogFacts = {}): void {
    this.lines.push({ level: 'error', line, facts });
  }

  /** Everything that was written, to be searched. */
  get text(): string {
    return JSON.stringify(this.lines);
  }
}
