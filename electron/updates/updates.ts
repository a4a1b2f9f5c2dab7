import type { NewerVersion, UpdateProgress, UpdateStep } from '../../shared/domain/app/update.ts';
import { exhaustive } from '../../shared/exhaustive.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import type { Timer } from '../ports/clock.ts';
import type { ReleaseFile, UpdaterPort } from '../ports/updater.ts';
import { askFeed } from './ask-feed.ts';
import { nextCheckMs } from './cadence.ts';
import { inTheWay } from './in-the-way.ts';
import { isNewer, type Release } from './manifest.ts';
import { type KeptMemory, PutOff } from './put-off.ts';
import type { UpdatesApp } from './updates-app.ts';

/** What stands in the way is looked at again after so long. */
const waitMs = 5000;

/** Looks for newer versions, fetches the one that its owner wants, and begins with it when nothing is under way. */
export class Updates {
  readonly #app: UpdatesApp;
  readonly #updater: UpdaterPort;
  readonly #memory: KeptMemory;
  readonly #putOff: PutOff;
  /** Ends with the app. */
  readonly #life = new AbortController();
  #progress: UpdateProgress;
  #file: ReleaseFile | undefined;
  #checks: Timer | undefined;
  #waits: Timer | undefined;
  #download: AbortController | undefined;
  #underWay: Promise<void> = Promise.resolve();

  constructor(app: UpdatesApp, updater: UpdaterPort, memory: KeptMemory) {
    this.#app = app;
    this.#updater = updater;
    this.#memory = memory;
    this.#putOff = new PutOff(memory, app.ports.clock);
    this.#progress = this.#nothing();
  }

  get progress(): UpdateProgress {
    return this.#progress;
  }

  /** The version that was found is one that its owner has put off. */
  isPutOff(): boolean {
    const newer = newerIn(this.#progress);
    return newer !== undefined && this.#putOff.is(newer.version);
  }

  /** From here on newer versions are looked for; or not any more, and what was fetched goes. */
  follow(isOn: boolean): void {
    this.#checks?.cancel();
    this.#checks = undefined;
    if (!isOn) this.#letGo();
    if (!isOn || this.#life.signal.aborted) return;
    const { clock, random } = this.#app.ports;
    // What waits for its owner is not looked for again, and no timer need run for that.
    const from = isAtRest(this.#progress) ? this.#memory.get().checkedAt : clock.now();
    const ms = nextCheckMs(from, clock.now(), random);
    this.#checks = clock.after(ms, () => {
      this.follow(true);
      if (isAtRest(this.#progress)) this.#check({ isAsked: false });
    });
  }

  /** The computer has slept: its timers have not gone on. */
  wake(): void {
    if (this.#checks) this.follow(true);
  }

  step(step: UpdateStep): void {
    const progress = this.#progress;
    switch (step) {
      case 'check':
        this.#putOff.forget();
        if (isAtRest(progress)) this.#check({ isAsked: true });
        else this.#app.throttle.now();
        return;
      case 'download':
        if (this.#updater.way === 'itself') this.#fetch();
        return;
      case 'cancel':
        this.#cancel();
        return;
      case 'install':
        if (progress.phase === 'ready') this.#install(progress.newer);
        return;
      case 'postpone':
        this.#postpone();
        return;
      default:
        exhaustive(step);
    }
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#life.abort();
    this.#checks?.cancel();
    this.#waits?.cancel();
    this.#download?.abort();
    // What ends the app waits for its end.
    if (this.#progress.phase !== 'installing') await this.#underWay;
  }

  /** What nobody has asked for is not shown before there is something to say. */
  #check({ isAsked }: { readonly isAsked: boolean }): void {
    const before = this.#progress;
    // Before the answer: a far end that hangs or refuses is asked no more often.
    this.#memory.change({ checkedAt: this.#app.ports.clock.now() });
    if (this.#checks) this.follow(true);
    if (isAsked) this.#show({ phase: 'checking' });
    this.#do(async () => {
      const { clock, http, log } = this.#app.ports;
      const answer = await askFeed(this.#updater.feed, http, this.#life.signal);
      if (this.#life.signal.aborted) return;
      const at = clock.now();
      log.info('updates asked', { found: answer.ok ? answer.value.version : answer.failure });
      // Meanwhile its owner may have gone on with what was known.
      if (!isAsked && this.#progress !== before) return;
      if (answer.ok) await this.#found(answer.value);
      else if (isAsked || !newerIn(before)) {
        this.#show({ phase: 'failed', why: answer.failure, at });
      }
    });
  }

  async #found(release: Release): Promise<void> {
    const { facts } = this.#app.ports;
    const { version, notes, file } = release;
    const isByHand = this.#updater.way === 'byHand';
    const canBe = isByHand || file !== undefined;
    if (!canBe || !isNewer(version, facts.version)) {
      this.#file = undefined;
      this.#show(this.#nothing());
      await this.#updater.discard();
      return;
    }
    this.#file = file;
    const bytes = isByHand ? undefined : file?.bytes;
    this.#show({ phase: 'found', newer: { version, notes, ...omitUndefined({ bytes }) } });
  }

  #fetch(): void {
    const { phase } = this.#progress;
    const newer = newerIn(this.#progress);
    const file = this.#file;
    if ((phase !== 'found' && phase !== 'failed') || !newer || !file) return;
    this.#putOff.forget();
    const download = new AbortController();
    this.#download = download;
    this.#show({ phase: 'downloading', newer, share: 0 });
    this.#do(async () => {
      const { clock, log } = this.#app.ports;
      const { signal } = download;
      const came = (bytes: number) => {
        if (this.#download === download) this.#came(newer, bytes / file.bytes);
      };
      const fetched = await this.#updater.download(file, { signal, came });
      const failure = fetched.ok ? undefined : fetched.failure;
      log.info('update fetched', { version: file.version, failure });
      // Its owner has given up on this one, and may have begun another.
      if (this.#download !== download || this.#life.signal.aborted) return;
      this.#download = undefined;
      if (fetched.ok) this.#show({ phase: 'ready', newer });
      else if (fetched.failure !== 'cancelled') {
        this.#show({ phase: 'failed', why: fetched.failure, at: clock.now(), newer });
      }
    });
  }

  #came(newer: NewerVersion, share: number): void {
    this.#progress = { phase: 'downloading', newer, share: Math.min(1, share) };
    this.#app.throttle.soon();
  }

  #cancel(): void {
    const progress = this.#progress;
    if (progress.phase === 'downloading') {
      this.#download?.abort();
      this.#download = undefined;
      this.#show({ phase: 'found', newer: progress.newer });
    } else if (progress.phase === 'installing' && this.#waits) {
      this.#waits.cancel();
      this.#waits = undefined;
      this.#show({ phase: 'ready', newer: progress.newer });
    }
  }

  #letGo(): void {
    if (this.#progress.phase === 'installing') return;
    this.#cancel();
    this.#show(this.#nothing());
    this.#do(() => this.#updater.discard());
  }

  /** At once, or as soon as nothing stands in the way. */
  #install(newer: NewerVersion): void {
    const waits = inTheWay(this.#app, this.#app.ports.clock.now());
    this.#waits = undefined;
    this.#show({ phase: 'installing', newer, ...omitUndefined({ waits }) });
    if (waits) {
      this.#waits = this.#app.ports.clock.after(waitMs, () => this.#install(newer));
      return;
    }
    const file = this.#file;
    if (!file) return;
    this.#do(async () => {
      const { clock, log, window } = this.#app.ports;
      log.info('update begins', { version: newer.version });
      const begun = await this.#updater.install(file, { hidden: !window.isOpen() });
      if (begun.ok) return;
      log.warn('update not begun', { version: newer.version, failure: begun.failure });
      this.#show({ phase: 'failed', why: begun.failure, at: clock.now(), newer });
    });
  }

  #postpone(): void {
    const { phase } = this.#progress;
    const newer = newerIn(this.#progress);
    if (!newer || phase === 'downloading' || phase === 'installing') return;
    this.#putOff.put(newer.version);
    this.#app.throttle.now();
  }

  #nothing(): UpdateProgress {
    return { phase: 'idle', ...omitUndefined({ checkedAt: this.#memory.get().checkedAt }) };
  }

  #show(progress: UpdateProgress): void {
    this.#progress = progress;
    this.#app.throttle.now();
  }

  /** One after the other; a bug in one is no reason for the next not to be tried. */
  #do(work: () => Promise<void>): void {
    this.#underWay = this.#underWay.then(work).catch((bug: unknown) => {
      this.#app.ports.log.error('updates', { why: String(bug) });
      this.#show(this.#nothing());
    });
  }
}

/** Nothing is under way, and nothing is lost by asking. */
function isAtRest({ phase }: UpdateProgress): boolean {
  return phase === 'idle' || phase === 'found' || phase === 'failed';
}

function newerIn(progress: UpdateProgress): NewerVersion | undefined {
  return 'newer' in progress ? progress.newer : undefined;
}
