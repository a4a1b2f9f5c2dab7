import type { Payload } from './payload-style.ts';
import { without } from './quirks.ts';

/** A change to a status payload: keys to replace, or any function of it. */
export type Override = Payload | ((status: Payload) => unknown);

interface Entry {
  readonly id: number;
  readonly override: Override;
  left: number;
}

/** Changes a test makes to what a charger reports, in the order they were made. */
export class Overrides {
  #entries: Entry[] = [];

  /** Adds a change for `times` answers and returns what undoes it. */
  add(id: number, override: Override, times = Number.POSITIVE_INFINITY): () => void {
    const entry = { id, override, left: times };
    this.#entries.push(entry);
    return () => {
      this.#entries = this.#entries.filter((other) => other !== entry);
    };
  }

  /** Leaves keys out until undone. */
  drop(id: number, keys: readonly string[]): () => void {
    return this.add(id, (status) => without(status, keys));
  }

  /** The payload with all changes for this charger. */
  apply(id: number, status: Payload): unknown {
    return this.#entries
      .filter((entry) => entry.id === id && entry.left > 0)
      .reduce<unknown>((payload, entry) => {
        entry.left -= 1;
        return typeof entry.override === 'function'
          ? entry.override(asPayload(payload))
          : { ...asPayload(payload), ...entry.override };
      }, status);
  }
}

function asPayload(value: unknown): Payload {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}
