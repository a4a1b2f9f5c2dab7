import type { Shape } from './shapes.ts';

/** Something that is filled, or only outlined: strongly, or finely for what is outdated. */
export type Body = {
  /** Pins and cable: the same whatever the body is. */
  readonly fittings: readonly Shape[];
  readonly solid: Shape;
  readonly strong: Shape;
  readonly fine: Shape;
};

/** One that is hollow in any case: what is outdated has finer pins too. */
export type OpenBody = Body & { readonly fineFittings: readonly Shape[] };

/** The plugs, by what they leave room for. */
export type PlugName =
  /** For nothing: in the middle. */
  | 'plain'
  /** For a badge below it, to the right. */
  | 'aside'
  /** For a bolt within it. */
  | 'wide'
  /** For dots below it. */
  | 'raised'
  /** For a ring around it. */
  | 'small';

/** What stands beside a plug and tells its states apart. */
export type BadgeName =
  | 'bolt'
  | 'arrow'
  | 'dots'
  | 'hourglass'
  | 'clock'
  | 'bars'
  | 'ring'
  | 'question';

/** All that is drawn for one pixel grid. Every straight edge lies on a whole pixel of it. */
export type Grid = {
  readonly size: number;
  /** What is left free around a badge. */
  readonly gap: number;
  readonly plugs: Readonly<Record<PlugName, Body>> & Readonly<Record<'plain' | 'aside', OpenBody>>;
  readonly badges: Readonly<Record<BadgeName, readonly Shape[]>>;
  readonly fineRing: readonly Shape[];
  readonly clockHands: readonly Shape[];
  /** Cut out of the wide plug, and drawn into it where it is outdated. */
  readonly innerBolt: Shape;
  readonly slash: Shape;
  readonly disc: { readonly solid: Shape; readonly fine: Shape; readonly check: Shape };
  readonly lock: { readonly solid: readonly Shape[]; readonly fine: readonly Shape[] };
  readonly keyhole: readonly Shape[];
  /** Smaller, and above a car. */
  readonly carLock: { readonly solid: readonly Shape[]; readonly fine: readonly Shape[] };
  readonly car: { readonly body: readonly Shape[]; readonly windows: readonly Shape[] };
  readonly triangle: { readonly solid: Shape; readonly fine: Shape };
  readonly exclamation: readonly Shape[];
  readonly key: { readonly solid: readonly Shape[]; readonly fine: readonly Shape[] };
};
