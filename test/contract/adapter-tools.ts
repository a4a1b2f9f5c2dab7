import type { AdapterTools } from '../../electron/integrations/adapter.ts';
import type { DetailOptions, Plain } from '../../electron/integrations/connection.ts';
import type { Http } from '../../electron/ports/http.ts';
import type { LogFacts } from '../../electron/ports/log.ts';
import type { AdapterOverrides } from '../../electron/ports/overrides.ts';
import type { FakeClock } from '../fakes/fake-clock.ts';

/** What an adapter is given, and everything it let out on the way. */
export interface WatchedTools {
  readonly tools: AdapterTools;
  /** Each line as it would be written, facts and all. */
  readonly lines: readonly string[];
  readonly hidden: ReadonlySet<string>;
  /** The secrets it wanted kept, the newest last. */
  readonly saved: readonly string[];
  /** What it wanted kept in the settings, the newest last. */
  readonly plains: readonly Plain[];
}

/** What a test may want otherwise. */
export interface ToolChange {
  readonly overrides?: AdapterOverrides;
  readonly keepSignedIn?: boolean;
  readonly timeoutSeconds?: number;
  readonly random?: () => number;
}

/** Tools on a fake clock, with chance in the middle, for an owner who wants to stay signed in. */
export function watchedTools(clock: FakeClock, http: Http, change: ToolChange = {}): WatchedTools {
  const lines: string[] = [];
  const hidden = new Set<string>();
  const saved: string[] = [];
  const plains: Plain[] = [];
  const write = (line: string, facts?: LogFacts) => {
    lines.push(`${line} ${JSON.stringify(facts ?? {})}`);
  };
  const tools: AdapterTools = {
    clock,
    http,
    log: { info: write, warn: write, error: write },
    random: () => 0.5,
    overrides: {},
    secretsChanged: (secrets) => saved.push(secrets),
    plainChanged: (plain) => plains.push(plain),
    spends: () => undefined,
    hide: (secret) => hidden.add(secret),
    keepSignedIn: true,
    ...change,
  };
  return { tools, lines, hidden, saved, plains };
}

/** Somebody who never gives up, and reads numbers as they are written where the test runs. */
export function patient(): DetailOptions {
  return { signal: new AbortController().signal, formatOptions: {} };
}
