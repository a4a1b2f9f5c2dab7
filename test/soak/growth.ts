/** A value and the hour of the run at which it was seen. */
export interface Point {
  readonly hour: number;
  readonly value: number;
}

/** The slope of the straight line that lies nearest to all points (least squares), an hour. */
export function slopeOf(points: readonly Point[]): number {
  const [hour, value] = [
    meanOf(points.map((one) => one.hour)),
    meanOf(points.map((one) => one.value)),
  ];
  const along = points.reduce((sum, one) => sum + (one.hour - hour) * (one.value - value), 0);
  const spread = points.reduce((sum, one) => sum + (one.hour - hour) ** 2, 0);
  return spread === 0 ? 0 : along / spread;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
