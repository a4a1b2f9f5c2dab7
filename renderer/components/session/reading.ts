import type { Interruption, SessionDetail } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { current, energy, type FormatOptions, power } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Range } from '../../charts/curve.ts';
import { firstFrom } from '../../charts/downsample.ts';

/** The shortest part that can be looked at, seconds. */
const shortest = 60;
/** So many steps of an arrow key cross what is shown. */
const steps = 120;

/** Where in the samples a moment (epoch ms) falls: on the nearest one, or where nobody looked. */
export function pointAt(samples: readonly Sample[], at: number): Sample | 'gap' | undefined {
  const index = firstFrom(
    samples.map((sample) => sample.at),
    at,
  );
  const [before, after] = [samples[index - 1], samples[index]];
  if (!before || !after) return after ?? before;
  if (after.gap && at > before.at && at < after.at) return 'gap';
  return at - before.at < after.at - at ? before : after;
}

/** The next sample that an arrow key leads to, epoch ms. `by` counts steps; it may be negative. */
export function stepped(
  samples: readonly Sample[],
  from: number | undefined,
  { range, by }: { readonly range: Range; readonly by: number },
): number | undefined {
  const within = samples.filter(({ at }) => at >= range.from * 1000 && at <= range.to * 1000);
  const times = within.map(({ at }) => at);
  if (from === undefined) return by > 0 ? times[0] : times.at(-1);
  const stride = ((range.to - range.from) * 1000 * by) / steps;
  if (by > 0) return times[firstFrom(times, Math.max(from + stride, from + 1))] ?? times.at(-1);
  const beyond = firstFrom(times, Math.min(from + stride, from - 1) + 0.5) - 1;
  return times[Math.max(0, beyond)];
}

/** What was known at a moment, in words. */
export function readOut(
  { samples, interruptions }: SessionDetail,
  at: number,
  {
    formatOptions,
    time,
  }: { readonly formatOptions: FormatOptions; readonly time: (at: number) => string },
): string {
  const words = messages.session.picture;
  const point = pointAt(samples, at);
  if (point === 'gap') return words.at({ time: time(at), parts: [messages.interruptions.gap] });
  if (!point) return words.hint;
  const parts = [
    ...(point.powerW === undefined ? [] : [power(point.powerW, formatOptions)]),
    ...(point.energyWh === undefined ? [] : [energy(point.energyWh, formatOptions)]),
    ...(point.limitA === undefined ? [] : [words.limit(current(point.limitA, formatOptions))]),
    ...interruptedAt(interruptions, point.at).map(({ kind }) => messages.interruptions[kind]),
  ];
  return words.at({ time: time(point.at), parts: parts.length > 0 ? parts : [words.nothing] });
}

function interruptedAt(all: readonly Interruption[], at: number): readonly Interruption[] {
  return all.filter(({ from, to, kind }) => kind !== 'gap' && from <= at && at < to);
}

/** Closer (`factor` under 1) or wider around a moment (epoch ms), within the whole. */
export function zoomed(
  range: Range,
  whole: Range,
  { factor, around }: { readonly factor: number; readonly around: number | undefined },
): Range {
  const centre = around === undefined ? (range.from + range.to) / 2 : around / 1000;
  const share = (centre - range.from) / (range.to - range.from);
  const length = Math.max(shortest, (range.to - range.from) * factor);
  return within({ from: centre - share * length, to: centre + (1 - share) * length }, whole);
}

/** A range between two moments (epoch ms, in any order), within the whole. */
export function between(one: number, other: number, whole: Range): Range {
  const [from, to] = [Math.min(one, other) / 1000, Math.max(one, other) / 1000];
  const missing = Math.max(0, shortest - (to - from)) / 2;
  return within({ from: from - missing, to: to + missing }, whole);
}

function within({ from, to }: Range, whole: Range): Range {
  const length = Math.min(to - from, whole.to - whole.from);
  const start = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: start, to: start + length };
}
