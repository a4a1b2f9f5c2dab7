import { atComputer } from './at-computer.ts';
import { validForMs } from './brands.ts';
import { type Books, Computer } from './computer.ts';
import { Seen } from './seen.ts';
import type { Step } from './steps.ts';
import { settled, WorldTime } from './time.ts';
import { garages, TrueCharger } from './true-charger.ts';

const minute = 60_000;
const hour = 60 * minute;
const begin = Date.UTC(2026, 2, 27, 12);

/** Cars, chargers, a network and a computer with the app on it, through which a history goes. */
export class World {
  readonly time = new WorldTime(begin);
  readonly chargers: readonly TrueCharger[];
  readonly computer: Computer;
  readonly seen = new Seen();
  /** A kill comes upon a write that is under way, or upon a disk that takes none. */
  #mayLose = true;
  #said = 0;
  #isUp = true;
  #isAsleep = false;
  /** Sleeps and wakes. */
  #turns = 0;

  /** `ids`: which chargers there are. */
  constructor(
    ids: readonly string[],
    history: Books,
    files: ReadonlyMap<string, string> = new Map(),
  ) {
    this.chargers = garages
      .filter(({ id }) => ids.includes(id))
      .map((facts) => new TrueCharger(facts));
    this.computer = new Computer({
      time: this.time,
      chargers: this.chargers,
      history,
      files,
      read: (charger) => (this.#isUp ? this.#say(charger) : undefined),
      isUp: () => this.#isUp,
      rolledBack: (durable) => this.seen.rollBack(durable, this.#mayLose),
    });
    this.#beat();
  }

  /** Awake, or at least its app could be. */
  get isAwake(): boolean {
    return !this.#isAsleep;
  }

  async play(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      await this.#step(step);
      this.seen.look(this.computer.state, this.computer.told);
    }
    await this.#allIsWell();
    this.seen.look(this.computer.state, this.computer.told);
  }

  async #step(step: Step): Promise<void> {
    switch (step.do) {
      case 'plugIn':
        return this.#at(step.charger, (one) => one.plugIn(step.powerW, step.to));
      case 'charge':
        await this.#at(step.charger, (one) => {
          one.plugIn(step.powerW, 'flowing');
          one.turn('flowing');
        });
        await this.pass(step.minutes * minute);
        return this.#at(step.charger, (one) => one.turn(step.to));
      case 'turn':
        return this.#at(step.charger, (one) => one.turn(step.to));
      case 'unplug':
        return this.#at(step.charger, (one) => one.turn('gone'));
      case 'flap':
        return this.#flap(step);
      case 'offline':
        return this.#at(step.charger, (one) => {
          one.isOffline = step.isOffline;
        });
      case 'pass':
        return this.pass(step.minutes * minute);
      case 'away':
        await this.#fallAsleep();
        await this.pass(step.hours * hour);
        return this.#wake();
      case 'list':
        return this.#list(step.charger, step.isListed);
      case 'network':
        this.#isUp = step.up;
        return;
      case 'power':
        return this.#power(step.to);
      default:
        return atComputer(this.computer, this.time, step);
    }
  }

  async #power(to: Extract<Step, { do: 'power' }>['to']): Promise<void> {
    const { computer } = this;
    switch (to) {
      case 'asleep':
        return this.#fallAsleep();
      case 'awake':
        return this.#wake();
      case 'killed':
        this.#mayLose = computer.isBehind || this.#isAsleep;
        computer.kill();
        this.#mayLose = true;
        return;
      case 'quit':
        return this.#isAsleep ? undefined : computer.quit();
      case 'restarted':
        if (!this.#isAsleep) await computer.quit();
        return this.#wake();
    }
  }

  /** Time goes by for everybody. Who was killed by itself is started again before long. */
  async pass(ms: number): Promise<void> {
    const wasOn = this.computer.isOn;
    if (this.#isAsleep) this.time.sleep(ms);
    else await this.time.pass(ms);
    for (const charger of this.chargers) charger.liveTo(this.time.trueMs);
    if (wasOn && !this.computer.isOn) await this.computer.start();
  }

  async #at(index: number, change: (charger: TrueCharger) => void): Promise<void> {
    const charger = this.chargers[index % this.chargers.length];
    if (!charger) return;
    charger.liveTo(this.time.trueMs);
    change(charger);
    this.#push(charger);
    await settled();
  }

  async #flap({
    charger: index,
    to,
    times,
    seconds,
  }: Extract<Step, { do: 'flap' }>): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      for (const phase of ['flowing', to] as const) {
        await this.#at(index, (one) => one.turn(phase));
        await this.pass(seconds * 1000);
      }
    }
  }

  async #list(index: number, isListed: boolean): Promise<void> {
    const charger = this.chargers[index % this.chargers.length];
    if (!charger) return;
    charger.isListed = isListed;
    if (charger.facts.account === 'port' && !this.#isAsleep) this.computer.brands?.relist();
    await settled();
  }

  async #fallAsleep(): Promise<void> {
    if (this.#isAsleep) return;
    this.#turns += 1;
    this.computer.desk?.sleep();
    await settled();
    this.#isAsleep = true;
  }

  async #wake(): Promise<void> {
    this.#turns += 1;
    this.#isAsleep = false;
    if (this.computer.isOn) this.computer.desk?.wake();
    else await this.computer.start();
    this.computer.brands?.relist();
    await settled();
  }

  /** All is well again, whatever still charges is full in the end, and the cars leave. */
  async #allIsWell(): Promise<void> {
    const { computer } = this;
    computer.diskRefuses = false;
    computer.noticesThere = true;
    computer.writesToDeath = undefined;
    computer.diesTelling = false;
    this.#isUp = true;
    const areListed = this.chargers.every(({ isListed }) => isListed);
    for (const charger of this.chargers) {
      charger.isListed = true;
      charger.isOffline = false;
    }
    await this.#wake();
    computer.desk?.noticesChance();
    // Lists are asked for every half hour.
    await this.pass((areListed ? 12 : 45) * minute);
    for (const index of this.chargers.keys()) {
      await this.#at(index, (one) => one.turn(one.phase === 'flowing' ? 'complete' : one.phase));
    }
    await this.pass(22 * minute);
    for (const index of this.chargers.keys()) await this.#at(index, (one) => one.turn('gone'));
    await this.pass(40 * minute);
  }

  #say(charger: TrueCharger) {
    charger.liveTo(this.time.trueMs);
    const { trueMs, wall } = this.time;
    // By which readings of one moment can be told apart in the file.
    this.#said += 1 / 1024;
    const at = trueMs + this.#said;
    const { noticesThere: isHeard, starts } = this.computer;
    const watch = starts + this.#turns;
    const { label, observation } = charger.say({ at, wallAt: wall, watch, isHeard });
    this.seen.labels.push(label);
    return observation;
  }

  #push(charger: TrueCharger): void {
    const { brands } = this.computer;
    const isHeard = this.#isUp && !this.#isAsleep && brands?.listens && charger.isListed;
    if (charger.facts.account !== 'port' || !isHeard) return;
    brands.push(charger, this.#say(charger), this.time.wall);
  }

  /** Who speaks by itself does so also while nothing changes. */
  #beat(): void {
    this.time.after(validForMs - minute, () => {
      for (const charger of this.chargers) this.#push(charger);
      this.#beat();
    });
  }
}
