import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { BrokerChoice, BrokerState, BrokerWish } from '../../shared/domain/app/broker.ts';
import type { Reply, Request } from '../../shared/ipc/contract.ts';
import { success } from '../../shared/result.ts';
import type { ChargerRecord } from '../charging/record.ts';
import type { PromptOnce } from '../ports/vault.ts';
import { Bridge } from './bridge.ts';
import { BrokerPassword, isForSame } from './broker-password.ts';
import { testBroker } from './broker-test.ts';
import type { MqttApp } from './mqtt-app.ts';
import type { TakenBack } from './publisher.ts';

/** The broker that its owner has set, and what is asked about one. Loaded where there is one. */
export class Mqtt {
  readonly #app: MqttApp;
  readonly #password: BrokerPassword;
  #bridge: Bridge | undefined;
  #isAwake = true;
  /** One change after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(app: MqttApp) {
    this.#app = app;
    this.#password = new BrokerPassword(app.ports);
  }

  /** For the state; undefined while there is no broker. */
  view(): BrokerState | undefined {
    return this.#bridge?.state();
  }

  start(): void {
    const { broker } = this.#app.preferences.get();
    if (broker && !this.#bridge) this.#open(broker);
  }

  set({ wish, password, untilQuit }: Request<'setBroker'>): Promise<Reply<'setBroker'>> {
    return this.#inTurn(async () => {
      const { broker: before } = this.#app.preferences.get();
      const isKept = !untilQuit && password !== undefined && wish.user !== undefined;
      if (isKept) {
        const kept = await this.#password.keep(wish, password);
        if (!kept.ok) return kept;
      } else if (password !== undefined && wish.user !== undefined) {
        await this.#password.hold(wish, password);
      }
      const whence = passwordOf({
        wish,
        before,
        given: password && (isKept ? 'keychain' : 'untilQuit'),
      });
      if (whence === 'none' && before && before.password !== 'none') await this.#password.forget();
      const installation = before?.installation ?? this.#newInstallation();
      const choice: BrokerChoice = { ...wish, installation, password: whence };
      await this.#close(before ? goneBy(before, choice) : 'nothing');
      this.#app.preferences.setBroker(choice);
      this.#open(choice);
      return success(null);
    });
  }

  async test({ wish, password }: Request<'testBroker'>): Promise<Reply<'testBroker'>> {
    const { clock, hide, random } = this.#app.ports;
    if (password !== undefined) hide(password);
    const { broker } = this.#app.preferences.get();
    const kept = broker && isForSame(broker, wish) ? broker.password : 'none';
    const known =
      password === undefined && kept !== 'none'
        ? await this.#password.read(wish, kept)
        : success(password);
    if (!known.ok) return known;
    const port = await this.#app.ports.broker();
    return testBroker(wish, known.value, { clock, port, random });
  }

  forget(): Promise<void> {
    return this.#inTurn(async () => {
      const { broker } = this.#app.preferences.get();
      await this.#close('everything');
      this.#app.preferences.setBroker(null);
      if (broker && broker.password !== 'none') await this.#password.forget();
      this.#app.throttle.now();
    });
  }

  /** The keychain may answer again; by its owner's leave also with a prompt. */
  async keychainOpened(prompt?: PromptOnce): Promise<void> {
    await this.#password.opened(prompt);
    if (this.#bridge?.state().phase === 'refused') this.#bridge.retry();
  }

  /** The computer is about to sleep: there is no time to wait for anything. */
  sleep(): void {
    this.#isAwake = false;
    void this.#bridge?.stop();
  }

  wake(): void {
    this.#isAwake = true;
    this.#bridge?.start();
  }

  stop(): Promise<void> {
    return this.#inTurn(() => this.#close('nothing'));
  }

  tell(record: ChargerRecord): void {
    this.#bridge?.tell(record);
  }

  show(state: AppState): void {
    this.#bridge?.show(state);
  }

  #open(choice: BrokerChoice): void {
    const { password: from } = choice;
    this.#bridge = new Bridge({
      app: this.#app,
      choice,
      password: async () =>
        from === 'none' ? success(undefined) : await this.#password.read(choice, from),
      changed: () => this.#app.throttle.now(),
    });
    if (this.#isAwake) this.#bridge.start();
  }

  async #close(takenBack: TakenBack): Promise<void> {
    const bridge = this.#bridge;
    this.#bridge = undefined;
    await bridge?.stop(takenBack);
  }

  #newInstallation(): string {
    const { random } = this.#app.ports;
    return Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('');
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

interface Entered {
  readonly wish: BrokerWish;
  readonly before: BrokerChoice | null;
  /** Where a password that was entered now is; absent where none was. */
  readonly given: BrokerChoice['password'] | '' | undefined;
}

/** Where the password for a broker is: the one before stays only with whom it was for. */
function passwordOf({ wish, before, given }: Entered): BrokerChoice['password'] {
  if (wish.user === undefined) return 'none';
  if (given) return given;
  return before && isForSame(before, wish) ? before.password : 'none';
}

/** What of the one before nobody would ever take back once it is another. */
function goneBy(before: BrokerChoice, now: BrokerChoice): TakenBack {
  const { address, topicPrefix, discovery } = before;
  const isSamePlace =
    address.host === now.address.host &&
    address.port === now.address.port &&
    topicPrefix === now.topicPrefix;
  if (!isSamePlace) return 'everything';
  return discovery === now.discovery ? 'nothing' : 'announcements';
}
