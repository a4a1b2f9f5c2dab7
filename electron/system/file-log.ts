import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { spelledOut } from '../../shared/domain/harmless.ts';
import type { Log, LogFacts } from './log.ts';
import type { Redactor } from './redactor.ts';

export interface FileLogOptions {
  readonly folder: string;
  readonly redactor: Redactor;
  /** Bytes after which a new file is begun. */
  readonly maxBytes?: number;
  /** Also write to the terminal, in development. */
  readonly console?: boolean;
}

const oneMegabyte = 1_000_000;
const olderFiles = 4;

/**
 * The log in `main.log`, with older files beside it as `main.1.log` and on: five in all. This is
 * the library's plain Node form: its form for Electron opens a channel on which any page could
 * write lines past the redactor.
 */
export function openFileLog(options: FileLogOptions): Log {
  const path = join(options.folder, 'main.log');
  const logger = electronLog.create({ logId: path });
  const { file, console: terminal } = logger.transports;
  file.resolvePathFn = () => path;
  file.maxSize = options.maxBytes ?? oneMegabyte;
  file.format = '[{y}-{m}-{d} {h}:{i}:{s}.{ms}] [{level}] {text}';
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.archiveLogFn = () => rotate(options.folder);
  terminal.level = options.console ? 'info' : false;
  const clean = (line: string, facts?: LogFacts) =>
    spelledOut(options.redactor.clean(logLine(line, facts)));
  return {
    info: (line, facts) => logger.info(clean(line, facts)),
    warn: (line, facts) => logger.warn(clean(line, facts)),
    error: (line, facts) => logger.error(clean(line, facts)),
  };
}

/** `line name=value …`, on one line whatever the values hold, so that none can forge a second. */
export function logLine(line: string, facts: LogFacts = {}): string {
  const words = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${factWords(value)}`);
  return [line.replace(/[\r\n]+/g, ' '), ...words].join(' ');
}

function factWords(value: LogFacts[string]): string {
  return typeof value === 'string' && !/^[\w.:/@-]+$/.test(value)
    ? JSON.stringify(value)
    : String(value);
}

/** Each file takes the place of the next older one. A log that cannot be turned just goes on. */
function rotate(folder: string): void {
  const name = (age: number) => join(folder, age === 0 ? 'main.log' : `main.${age}.log`);
  try {
    rmSync(name(olderFiles), { force: true });
    for (let age = olderFiles - 1; age >= 0; age -= 1) {
      if (existsSync(name(age))) renameSync(name(age), name(age + 1));
    }
  } catch {
    // Nothing can be said about it here: this is the log.
  }
}
