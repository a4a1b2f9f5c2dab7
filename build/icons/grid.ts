import type { Shape } from './shapes.ts';

/** A plug: its pins and cable are one thing, its body is filled or only outlined. */
export type Plug = {
  readonly fittings: readonly Shape[];
  /** For the outdated form of a plug that is hollow in any case. */
  readonly finePins: readonly Shape[];
  readonly solid: Shape;
  readonly hollow: Shape;
};

/** The states a badge tells apart. */
export type BadgeName =
  | 'bolt'
  | 'arrow'
  | 'dotsAcross'
  | 'dotsUp'
  | 'clock'
  | 'bars'
  | 'check'
  | 'ring'
  | 'question'
  | 'person'
  | 'dot';

/** All that is drawn for one pixel grid. Every straight edge lies on a whole pixel of it. */
export type Grid = {
  readonly size: number;
  readonly gap: number;
  /** Moved aside to make room for a badge. */
  readonly plug: Plug;
  /** In the middle, for icons without one. */
  readonly plainPlug: Plug;
  /** Large enough to hold a bolt, and never filled. */
  readonly widePlug: { readonly strong: readonly Shape[]; readonly fine: readonly Shape[] };
  readonly innerBolt: Shape;
  readonly innerBoltLine: Shape;
  readonly slash: Shape;
  readonly strongBody: { readonly plug: Shape; readonly plain: Shape };
  readonly lock: { readonly solid: readonly Shape[]; readonly hollow: readonly Shape[] };
  readonly keyhole: readonly Shape[];
  readonly triangle: { readonly solid: Shape; readonly hollow: Shape };
  readonly exclamation: readonly Shape[];
  readonly badges: Readonly<Record<BadgeName, readonly Shape[]>>;
  readonly clockHands: readonly Shape[];
};
