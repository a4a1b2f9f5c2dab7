import { lastObservation, type Reading } from './reading.ts';

/** What the list of its account says of a charger, before anybody has read the charger itself. */
export interface Listed {
  readonly name?: string | undefined;
  readonly model?: string | undefined;
}

interface Known {
  readonly reading: Reading;
  readonly listed?: Listed | undefined;
  /** The owner's own name for it, given here. */
  readonly alias?: string | undefined;
}

/** The name its owner gave it, here or elsewhere; undefined while nothing has said one. */
export function nameKnown(known: Known): string | undefined {
  return known.alias ?? vendorNameKnown(known);
}

/** The name that the charger or its cloud gives, whatever it is called here. */
export function vendorNameKnown({ reading, listed }: Known): string | undefined {
  return lastObservation(reading)?.name ?? listed?.name;
}

/** The model as its owner would call it, from the same sources. */
export function modelKnown({ reading, listed }: Known): string | undefined {
  return lastObservation(reading)?.model ?? listed?.model;
}
