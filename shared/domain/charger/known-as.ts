import { lastObservation, type Reading } from './reading.ts';

/** What the list of its account says of a charger, before anybody has read the charger itself. */
export interface Listed {
  readonly name?: string | undefined;
  readonly model?: string | undefined;
}

interface Known {
  readonly reading: Reading;
  readonly listed?: Listed | undefined;
}

/** The name its owner gave it; undefined while neither a reading nor the list has said one. */
export function nameKnown({ reading, listed }: Known): string | undefined {
  return lastObservation(reading)?.name ?? listed?.name;
}

/** The model as its owner would call it, from the same sources. */
export function modelKnown({ reading, listed }: Known): string | undefined {
  return lastObservation(reading)?.model ?? listed?.model;
}
