import { EOL } from 'node:os';
import { spelledOut } from '../../../shared/domain/harmless.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DiskLog, Log, LogFacts } from '../../ports/log.ts';
import { LineFiles } from './line-files.ts';
import { LineLimits } from './line-limits.ts';
import type { Redactor } from './redactor.ts';

export interface FileLogOptions {
  readonly folder: string;
  readonly redactor: Redactor;
  readonly clock: Clock;
  /** Bytes after which a new file is begun. */
  readonly maxBytes?: number;
  /** Hears every line too, as the terminal does in development. */
  readonly terminal?: (line: string) => void;
}

const oneMegabyte = 1_000_000;

/**
 * The log in `main.log`, with older files beside it as `main.1.log` and on: five in all. No line
 * waits for the disk, one about an error neither: whatever can still be written down here, a bug or
 * the end of another process, is survived by this one, and with it by the line. A crash of this
 * process itself runs no code of ours, and to wait at each error would let a disk that hangs do to
 * the tray what the error did not.
 */
export function openFileLog({ folder, redactor, clock, ...options }: FileLogOptions): DiskLog {
  const stamp = stamps();
  const inForm = (level: string, line: string) =>
    `[${stamp(clock.now())}] ${`[${level}]`.padEnd(7)} ${line}`;
  const files = new LineFiles({
    folder,
    name: 'main',
    maxBytes: options.maxBytes ?? oneMegabyte,
    olderFiles: 4,
    missing: (lines) => inForm('warn', logLine('lines are missing here', { lines })) + EOL,
  });
  const write = (level: keyof Log, line: string, facts?: LogFacts) => {
    const text = inForm(level, spelledOut(redactor.clean(logLine(line, facts))));
    files.add(text + EOL);
    options.terminal?.(text);
  };
  const limits = new LineLimits(clock, ({ line, level, lines }) =>
    write('warn', 'lines left out', { line, level, lines }),
  );
  const within = (level: keyof Log) => (line: string, facts?: LogFacts) => {
    if (limits.admits(level, line)) write(level, line, facts);
  };
  return {
    info: within('info'),
    warn: within('warn'),
    error: within('error'),
    settled() {
      limits.tellLeftOut();
      return files.settled();
    },
  };
}

/** Writes a moment as `2026-11-21 13:05:09.042`, by the clock of the zone that we are in then. */
function stamps(): (at: number) => string {
  let minute = Number.NaN;
  let format: Intl.DateTimeFormat;
  return (at) => {
    // To make one takes longer than to write the line, and one that is kept keeps its zone.
    if (minute !== Math.floor(at / 60_000)) format = new Intl.DateTimeFormat('en-GB', stampParts);
    minute = Math.floor(at / 60_000);
    const parts = format.formatToParts(at);
    const [year, month, day, hour, minutes, second, ms] = stampOrder.map(
      (type) => parts.find((part) => part.type === type)?.value,
    );
    return `${year}-${month}-${day} ${hour}:${minutes}:${second}.${ms}`;
  };
}

const stampOrder = [
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'second',
  'fractionalSecond',
] as const;
const stampParts = {
  calendar: 'gregory',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
} as const;

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
