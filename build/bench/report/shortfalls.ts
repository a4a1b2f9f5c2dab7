/** Why a goal was missed, and what was tried; whole sentences. */
export interface Shortfall {
  readonly why: string;
  readonly tried: string;
}

export type Shortfalls = Readonly<Record<string, Shortfall>>;

/** By the id of the figure. */
export const shortfalls: Shortfalls = {};
