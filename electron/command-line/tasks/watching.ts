import { messages } from '../../../shared/text/messages.ts';
import type { ChargerRecord } from '../../charging/record.ts';
import type { Link } from '../socket/link.ts';
import type { Terminal } from '../terminal.ts';
import { believedBefore, recordsIn } from './believed.ts';
import { asOutdated, summary } from './summary.ts';
import { linesOf, type Manner } from './tell.ts';

/** How often it looks whether the app runs again. */
const againMs = 1000;

export interface Watching extends Manner {
  /** Which of the chargers are meant. */
  readonly among: (records: readonly ChargerRecord[]) => readonly ChargerRecord[];
}

/**
 * Says all of it at once, and from then on whatever changes, over restarts of the app. Time that
 * passes is no change. While the app is away, what was current is said to be old.
 */
export async function watchStatus(how: Watching, terminal: Terminal): Promise<never> {
  const changes = new Changes(how, terminal);
  let isFirst = true;
  let wasThere = true;
  for (;;) {
    const link = await terminal.connect();
    if (link) {
      wasThere = true;
      await followed(link, (records) => changes.tell(records));
      link.close();
    }
    if (wasThere) tellOfLoss(changes, { isFirst: isFirst && !link, how }, terminal);
    [wasThere, isFirst] = [false, false];
    await new Promise<void>((done) => terminal.clock.after(againMs, done));
  }
}

interface Loss {
  readonly isFirst: boolean;
  readonly how: Watching;
}

function tellOfLoss(changes: Changes, { isFirst, how }: Loss, terminal: Terminal): void {
  if (!isFirst) {
    terminal.mutter(messages.commandLine.lost);
    changes.outdate();
    return;
  }
  const believed = believedBefore(terminal);
  if (!believed) return;
  const isShown = how.among(believed.records).length > 0;
  if (isShown && !believed.isRunning) terminal.mutter(messages.commandLine.notRunning);
  changes.tell(believed.records);
}

/** Settles when the line is lost, whyever. */
async function followed(
  link: Link,
  tell: (records: readonly ChargerRecord[]) => void,
): Promise<void> {
  await link.ask('watch', undefined, (state) => tell(recordsIn(state))).catch(() => undefined);
}

/** What was said last of each charger. */
class Changes {
  readonly #how: Watching;
  readonly #terminal: Terminal;
  #records: readonly ChargerRecord[] = [];
  #said: ReadonlyMap<string, string> | undefined;

  constructor(how: Watching, terminal: Terminal) {
    this.#how = how;
    this.#terminal = terminal;
  }

  tell(all: readonly ChargerRecord[]): void {
    const records = this.#how.among(all);
    const isFirst = this.#said === undefined;
    if (isFirst && records.length === 0) this.#terminal.mutter(messages.commandLine.nothing);
    const said = new Map(records.map((record) => [record.id, changing(record)]));
    const lines = linesOf(records, this.#how, this.#terminal);
    for (const [index, { id }] of records.entries()) {
      const line = lines[index];
      if (line !== undefined && said.get(id) !== this.#said?.get(id)) this.#terminal.say(line);
    }
    [this.#records, this.#said] = [all, said];
  }

  outdate(): void {
    if (this.#records.length > 0) this.tell(this.#records.map(asOutdated));
  }
}

/** What makes a new line: all but numbers and times. */
function changing(record: ChargerRecord): string {
  const { name, brand, certainty, state, said, code, connected, grid } = summary(record);
  return JSON.stringify([name, brand, certainty, state, said, code, connected, grid]);
}
