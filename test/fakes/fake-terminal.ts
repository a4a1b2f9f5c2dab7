import type { ChargerRecord } from '../../electron/charging/record.ts';
import { newRecord } from '../../electron/charging/record.ts';
import { parsed } from '../../electron/command-line/parse.ts';
import { run } from '../../electron/command-line/run.ts';
import { runAtOnce } from '../../electron/command-line/run-at-once.ts';
import { type Link, LinkFault } from '../../electron/command-line/socket/link.ts';
import type { Terminal } from '../../electron/command-line/terminal.ts';
import { localesFor } from '../../shared/text/locales.ts';
import { anObservation } from '../fixtures/observations.ts';
import { FakeClock } from './fake-clock.ts';

type Answers = { readonly [call: string]: (request: unknown) => unknown };

/** A terminal that records what is said, on a computer whose app answers as a test says. */
export class FakeTerminal implements Terminal {
  readonly clock = new FakeClock();
  readonly locales = localesFor('en-US');
  zone = 'Europe/Berlin';
  readonly said: string[] = [];
  readonly muttered: string[] = [];
  written = '';
  running = true;
  /** What lies on the disk; an error where that cannot be read. */
  file: unknown;
  /** What the app answers; undefined where it cannot be reached. */
  answers: Answers | undefined;
  readonly asked: { readonly call: string; readonly request: unknown }[] = [];
  readonly say = (line: string) => void this.said.push(line);
  readonly mutter = (line: string) => void this.muttered.push(line);

  record = () => {
    if (this.file instanceof Error) throw this.file;
    return this.file;
  };
  isRunning = () => this.running;
  history: Terminal['history'] = async () => undefined;
  write = async (text: string) => {
    this.written += text;
  };

  connect = async (): Promise<Link | undefined> => {
    const { answers } = this;
    if (!answers) return undefined;
    return {
      ask: async (call, request) => {
        this.asked.push({ call, request });
        const answer = answers[call];
        if (!answer) throw new LinkFault('badRequest');
        return answer(request) as never;
      },
      close: () => undefined,
    };
  };

  /** What the app has written down. */
  remember(...chargers: readonly ChargerRecord[]): void {
    this.file = stateOf(chargers);
  }

  /** Does what is typed, in the words of the last language that was spoken. */
  async type(...args: readonly string[]): Promise<number> {
    const what = parsed(args);
    if (what.kind !== 'typed' || what.typed.word === 'status') return runAtOnce(what, this);
    return run(what.typed, this);
  }
}

/** In the form of the state file. */
export function stateOf(chargers: readonly ChargerRecord[]): unknown {
  return { version: 1, chargers, outbox: [], signInTold: [] };
}

/** A charger that was read just now. */
export function aRecord(
  name: string,
  state: Parameters<typeof anObservation>[0] = 'available',
  more: Parameters<typeof anObservation>[1] = {},
): ChargerRecord {
  const observation = anObservation(state, { name, ...more });
  const who = { id: `a/${name}`, accountId: 'a', brand: 'wallbox' } as const;
  const at = new FakeClock().now();
  return { ...newRecord(who), reading: { certainty: 'current', at, observation } };
}
