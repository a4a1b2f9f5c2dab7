/** What a table meets at one of its ends. */
export interface Edge {
  /** A block goes on over it. */
  readonly isOn: boolean;
  /** The cell beyond has room for the part of a cell. */
  readonly fitsPart: boolean;
  /** A block lies at the other side of that room, and may grow into it by the part. */
  readonly grows: boolean;
}

/** Time to be chosen in cells of one length. */
export interface TableTask {
  /** What each cell costs, between one cell before the first edge and one after the last. */
  readonly cells: Float64Array;
  /** Cells to be charged in whole, and the share (0 to 1) of one more. */
  readonly count: number;
  readonly share: number;
  /** Cells of a block at least, one or more. */
  readonly least: number;
  readonly mostStarts: number;
  /** What tells plans apart that cost the same: fewer starts. */
  readonly startCost: number;
  readonly lead: Edge;
  readonly tail: Edge;
}

/** What the rest of a way costs at least, by its edge, starts so far and cells left. */
export interface Bounds {
  fromOff(at: number, starts: number, cells: number): number;
  fromOn(at: number, starts: number, cells: number): number;
}

/** How a state was reached, in bits; none: by going on as before. */
export const onStarts = 1;
export const onStartsPart = 2;
export const offAfterOn = 4;
export const offAfterPart = 8;

/** A state: what has been charged up to an edge. */
export interface State {
  readonly at: number;
  /** 1 once the part has been charged. */
  readonly layer: number;
  readonly starts: number;
  /** Whole cells. */
  readonly count: number;
}

/** The states of one edge: what they cost, and which columns of a line are worth a look. */
export interface Row {
  readonly on: Float64Array;
  readonly off: Float64Array;
  /** By line; columns outside are infinite. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** What the states of a line are reached from, and where in it column 0 is. Made once, not often. */
export interface Sources {
  before: Row;
  back: Row;
  backAt: number;
  backPart: Row;
  backPartAt: number;
  early: Row;
  earlyAt: number;
}
