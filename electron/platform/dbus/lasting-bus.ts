import type { Message } from './message.ts';
import type { SessionBus } from './session-bus.ts';

export interface LastingBusParts {
  readonly open: () => Promise<SessionBus>;
  /** What is listened to, in the words of D-Bus. */
  readonly rules: readonly string[];
  readonly heard: (signal: Message) => void;
  /** The connection is gone: whatever was learnt over it may be so no more. */
  readonly lost?: () => void;
}

/** The session bus over one connection, opened when it is first needed and anew after it was lost. */
export class LastingBus {
  readonly #parts: LastingBusParts;
  #bus: Promise<SessionBus> | undefined;

  constructor(parts: LastingBusParts) {
    this.#parts = parts;
  }

  /** Rejects where there is no bus, or none that lets us listen; the next call tries anew. */
  reach(): Promise<SessionBus> {
    this.#bus ??= this.#begun();
    return this.#bus;
  }

  #begun(): Promise<SessionBus> {
    // One that is closed late must not cost the one that has taken its place.
    const gone = (): void => {
      if (this.#bus !== mine) return;
      this.#bus = undefined;
      this.#parts.lost?.();
    };
    const mine = this.#opened(gone);
    mine.catch(gone);
    return mine;
  }

  async #opened(gone: () => void): Promise<SessionBus> {
    const { open, rules, heard } = this.#parts;
    const bus = await open();
    bus.onClose(gone);
    bus.on('signal', heard);
    try {
      for (const rule of rules) await bus.listen(rule);
    } catch (error) {
      // Whoever asks will ask again, over a connection of its own.
      bus.close();
      throw error;
    }
    return bus;
  }
}
