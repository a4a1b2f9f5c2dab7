import type { Reader } from '../charging/reader.ts';
import type { Mqtt } from './mqtt.ts';
import type { MqttApp } from './mqtt-app.ts';

/** What is told to a broker. Nothing of it is loaded, and nobody is spoken to, before one is set. */
export class LazyMqtt {
  readonly #app: MqttApp;
  #loading: Promise<Mqtt> | undefined;
  /** Undefined before it is loaded. */
  loaded: Mqtt | undefined;

  constructor(app: MqttApp) {
    this.#app = app;
  }

  /** From here on a broker that is set is told. */
  start(): void {
    const { ports, preferences } = this.#app;
    if (!preferences.get().broker) return;
    this.load()
      .then((mqtt) => mqtt.start())
      .catch((bug: unknown) => ports.log.error('broker not told', { why: String(bug) }));
  }

  /** Resolves within seconds. */
  async stop(): Promise<void> {
    await this.#loading?.then(
      (mqtt) => mqtt.stop(),
      () => undefined,
    );
  }

  reader(): Reader {
    return {
      name: 'mqtt',
      tell: (update) => {
        if (update.about === 'charger') this.loaded?.tell(update.record);
      },
      show: (state) => this.loaded?.show(state),
    };
  }

  load(): Promise<Mqtt> {
    this.#loading ??= import('./mqtt.ts').then(({ Mqtt: Loaded }) => {
      this.loaded = new Loaded(this.#app);
      return this.loaded;
    });
    return this.#loading;
  }
}
