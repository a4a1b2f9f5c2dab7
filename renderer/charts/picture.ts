import type { LiveSession } from '../../shared/domain/session/live-session.ts';
import type { LiveSample } from '../../shared/domain/session/sample.ts';
import { decimal, type FormatOptions } from '../../shared/text/format.ts';
import { roundTop } from './scales.ts';

/** The picture of a charge as columns: epoch seconds, kW, kWh. Null where nothing is known. */
export interface PictureData {
  readonly at: readonly number[];
  readonly powerKw: readonly (number | null)[];
  readonly energyKwh: readonly (number | null)[];
  /** Upper ends of the two axes. */
  readonly topKw: number;
  readonly topKwh: number;
  /** Until when the session is expected to go on, epoch seconds; absent where that is not known. */
  readonly until?: number;
}

/** Draws a picture into a place that already has a size. */
export type Paint = (
  place: HTMLElement,
  data: PictureData,
  formatOptions: FormatOptions,
) => Painting;

/** A picture that was drawn. */
export interface Painting {
  readonly update: (data: PictureData) => void;
  readonly remove: () => void;
}

/** What a person who cannot see the picture is told. */
export interface PictureSummary {
  readonly from: number;
  readonly to: number;
  readonly highestW?: number;
  readonly energyWh?: number;
}

/**
 * The columns of a session; undefined while there is too little for a picture. `until` is its
 * expected end, epoch ms.
 */
export function pictureOf(session: LiveSession, until?: number): PictureData | undefined {
  const points = withHoles(session.samples.filter(saysSomething));
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first.at === last.at) return undefined;
  const powerKw = points.map((point) => thousandth(point.powerW));
  const energyKwh = points.map((point) => thousandth(point.energyWh));
  return {
    at: points.map((point) => point.at / 1000),
    powerKw,
    energyKwh,
    topKw: roundTop(highest(powerKw), 2),
    topKwh: roundTop(highest(energyKwh), 0.2),
    ...(until !== undefined && until > last.at ? { until: until / 1000 } : {}),
  };
}

/** The same in four numbers. */
export function summaryOf(session: LiveSession): PictureSummary | undefined {
  const first = session.samples[0];
  const last = session.samples.at(-1);
  if (!first || !last) return undefined;
  const powers = session.samples.flatMap((sample) => sample.powerW ?? []);
  const energies = session.samples.flatMap((sample) => sample.energyWh ?? []);
  const energyWh = energies.at(-1);
  return {
    from: first.at,
    to: last.at,
    ...(powers.length > 0 && { highestW: Math.max(...powers) }),
    ...(energyWh !== undefined && { energyWh }),
  };
}

/** At most `count` samples, evenly spread, first and last included: the picture as a short table. */
export function rowsOf(session: LiveSession, count: number): readonly LiveSample[] {
  const samples = session.samples.filter(saysSomething);
  if (samples.length <= count) return samples;
  const step = (samples.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, row) => samples[Math.round(row * step)]).filter(
    (sample) => sample !== undefined,
  );
}

/** Puts an empty point behind what was known before each gap: a line through it would be a guess. */
function withHoles(samples: readonly LiveSample[]): readonly LiveSample[] {
  return samples.flatMap((sample, index) => {
    const before = samples[index - 1];
    return sample.gap && before ? [{ at: before.at + 1 }, sample] : [sample];
  });
}

function saysSomething(sample: LiveSample): boolean {
  return sample.powerW !== undefined || sample.energyWh !== undefined;
}

function thousandth(value: number | undefined): number | null {
  return value === undefined ? null : value / 1000;
}

/** Power that flows out of the car is drawn upwards too: the words say the direction. */
function highest(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
}

/** Up to a number whose half is short to write as well. */
export function roundUp(value: number): number {
  if (value <= 0.2) return 0.2;
  const unit = 10 ** Math.floor(Math.log10(value)) / 5;
  return Number((Math.ceil(value / unit) * unit).toPrecision(3));
}

/** `8`, `5.5`, `0.25`: as many digits as the number needs, at most two. */
export function short(value: number, formatOptions: FormatOptions): string {
  const digits = [0, 1].find((count) => Number(value.toFixed(count)) === value) ?? 2;
  return decimal(value, digits, formatOptions);
}
