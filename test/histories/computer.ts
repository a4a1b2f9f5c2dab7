import { type App, createApp } from '../../electron/app/app.ts';
import type { OpenHistory } from '../../electron/history/store/history.ts';
import { adapters } from '../../electron/integrations/registry.ts';
import type { Handing, NoticeOutcome } from '../../electron/ports/app-ports.ts';
import type { KeptFile } from '../../electron/ports/kept-file.ts';
import type { EndedSession, Notice } from '../../electron/ports/notice.ts';
import type { AppState } from '../../shared/domain/app/app-state.ts';
import { FakeMachine } from '../fakes/fake-machine.ts';
import { FakePorts } from '../fakes/fake-ports.ts';
import '../fakes/loaded-beforehand.ts';
import { Brands, type Reach } from './brands.ts';
import { RunClock, settled, type WorldTime } from './time.ts';

/** A session that a notification told the end of. */
export interface ToldEnd extends EndedSession {
  readonly charger: string;
  /** That of its own notification, also where several were told as one. */
  readonly id: string;
  /** Ms since the beginning of the world, and by the computer's clock. */
  readonly at: number;
  readonly wallAt: number;
  readonly body: string;
  /** The computer could not remember that it was told. */
  readonly isForgotten: boolean;
}

/** As it stands in the file. */
interface Memory {
  readonly chargers: readonly {
    readonly id: string;
    readonly reading: { readonly seen?: { readonly reportedAt?: number } };
  }[];
  readonly outbox: readonly Notice[];
  readonly telling?: { readonly notice: Notice; readonly covers: readonly string[] };
}

interface Run {
  readonly app: App;
  readonly desk: FakePorts;
  readonly clock: RunClock;
  readonly brands: Brands;
  /** Ends told since the file of the memory was written last. */
  told: ToldEnd[];
}

/** A history, and what its file does when the process that writes it is killed. */
export interface Books {
  readonly open: OpenHistory;
  readonly killed?: () => void;
}

export interface Surroundings extends Omit<Reach, 'clock'> {
  readonly time: WorldTime;
  readonly history: Books;
  readonly files: ReadonlyMap<string, string>;
  /** What is on the disk of each charger is now this old; what is not was never read. */
  readonly rolledBack: (durable: ReadonlyMap<string, number>) => void;
}

const never = new Promise<never>(() => undefined);
const ownId = (id: string) => id.slice(id.indexOf('/') + 1);

/** A computer that can be killed between any two writes, and whose disk and desktop can refuse. */
export class Computer {
  readonly told: ToldEnd[] = [];
  diskRefuses = false;
  noticesThere = true;
  zone = 'Europe/Berlin';
  /** The process dies at the write that makes it 0: before that is on the disk, or after it. */
  writesToDeath: { left: number; readonly lands: boolean } | undefined;
  /** It dies when the desktop has the next notification, before the app hears of it. */
  diesTelling = false;
  readonly #around: Surroundings;
  readonly #files: Map<string, string>;
  #memory: Memory | undefined;
  /** Of the memory; what was told since the last write that landed is not on the disk. */
  #refused = false;
  #run: Run | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#files = new Map(around.files);
  }

  /** How often the app was started, and how often it was gone from one moment to the next. */
  starts = 0;
  kills = 0;
  quits = 0;

  /** The disk has refused what was to be remembered, and was not asked again since. */
  get isBehind(): boolean {
    return this.diskRefuses || this.#refused;
  }

  get isOn(): boolean {
    return this.#run !== undefined;
  }

  get brands(): Brands | undefined {
    return this.#run?.brands;
  }

  get desk(): FakePorts | undefined {
    return this.#run?.desk;
  }

  get app(): App | undefined {
    return this.#run?.app;
  }

  get files(): ReadonlyMap<string, string> {
    return this.#files;
  }

  get state(): AppState | undefined {
    return this.#run?.app.handlers.getState(undefined) as AppState | undefined;
  }

  async start(): Promise<void> {
    if (this.#run) return;
    const clock = new RunClock(this.#around.time);
    const brands = new Brands({ ...this.#around, clock });
    const desk = new FakePorts(new FakeMachine(), clock, {});
    const isAlive = () => this.#run?.desk === desk;
    const ports = {
      ...desk.ports,
      settingsFile: this.#file('settings', isAlive),
      stateFile: this.#file('memory', isAlive),
      pricesFile: this.#file('prices', isAlive),
      history: async () => this.#around.history.open,
      zone: () => this.zone,
      notices: {
        ...desk.ports.notices,
        show: (notice: Notice, handing: Handing) => this.#show(notice, handing, isAlive),
      },
    };
    const app = createApp(ports, { ...adapters, ...brands.adapters });
    this.starts += 1;
    this.#run = { app, desk, clock, brands, told: [] };
    await app.speak();
    app.start({ hidden: true });
    await settled();
  }

  /** The process is gone from one moment to the next. */
  kill(): void {
    const run = this.#run;
    if (!run) return;
    this.#run = undefined;
    this.kills += 1;
    run.clock.drop();
    run.brands.drop();
    this.#around.history.killed?.();
    this.writesToDeath = undefined;
    this.diesTelling = false;
    const memory = JSON.parse(this.#files.get('memory') ?? '{}') as Partial<Memory>;
    const begun = new Set(memory.telling?.covers);
    // What the disk refused to remember, not even as begun, may be told again.
    for (const one of run.told.filter(({ id }) => this.#refused && !begun.has(id))) {
      this.told.splice(this.told.indexOf(one), 1, { ...one, isForgotten: true });
    }
    const durable = (memory.chargers ?? []).map(
      ({ id, reading }) => [ownId(id), reading.seen?.reportedAt ?? -1] as const,
    );
    this.#around.rolledBack(new Map(durable));
  }

  async quit(): Promise<void> {
    const run = this.#run;
    if (!run) return;
    let isOver = false;
    void run.app.stop().then(() => {
      isOver = true;
    });
    while (!isOver && this.#run === run) await this.#around.time.pass(100);
    if (isOver) this.quits += 1;
    this.kill();
  }

  #file(name: string, isAlive: () => boolean): KeptFile {
    const read = (): unknown => {
      const text = this.#files.get(name);
      return text === undefined ? undefined : JSON.parse(text);
    };
    return {
      read: () => ({ value: read() }),
      keepAside: () => `${name}.unknown.json`,
      settled: async () => undefined,
      write: async (value) => {
        if (!isAlive()) return never;
        if (name === 'memory') this.#memory = value as Memory;
        await Promise.resolve();
        const death = this.writesToDeath;
        if (death) death.left -= 1;
        const isLast = death !== undefined && death.left <= 0;
        if (isLast && !death.lands) return this.#die();
        if (name === 'memory') this.#refused = this.diskRefuses;
        if (this.diskRefuses) throw new Error('ENOSPC: no space left on device');
        this.#files.set(name, JSON.stringify(value));
        if (name === 'memory' && this.#run) this.#run.told = [];
        if (isLast) return this.#die();
      },
    };
  }

  #die(): Promise<never> {
    this.kill();
    return never;
  }

  async #show(notice: Notice, how: Handing, isAlive: () => boolean): Promise<NoticeOutcome> {
    if (!isAlive()) return never;
    if (!this.noticesThere) return 'failed';
    // It may have it already: who was killed just before that is not told from who was just after.
    if (how.before !== undefined) {
      this.#note(notice, true);
      return 'shown';
    }
    await how.begins('desktop');
    if (!isAlive()) return never;
    this.#note(notice, false);
    if (this.diesTelling) return this.#die();
    return 'shown';
  }

  /** Which ends it tells stands in what the app has tried to write before. */
  #note(notice: Notice, isForgotten: boolean): void {
    const { time } = this.#around;
    const { outbox = [], telling } = this.#memory ?? {};
    const covers = telling?.notice.id === notice.id ? telling.covers : [notice.id];
    for (const { ended, chargerId = '', id, body } of outbox) {
      if (!covers.includes(id) || !ended) continue;
      if (isForgotten && this.told.some((one) => one.id === id)) continue;
      const when = { at: time.trueMs, wallAt: time.wall };
      const told = { ...ended, ...when, id, body, isForgotten, charger: ownId(chargerId) };
      this.told.push(told);
      this.#run?.told.push(told);
    }
  }
}
